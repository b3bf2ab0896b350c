"""An organisation of four as it lies on disk, of this very day, and its phones as processes of their own."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

from app.journeys.tending import keep_in_step
from app.ports import Ports
from app.records import Contact
from tests.e2e.hub import ROOT, RunningHub
from tests.histories.swift import SwiftWorld
from tests.torture.client import BROKE, CANARY, FULL, WENT, name_of, unlocked
from tests.torture.tally import Tally

WRITERS = ("Karen", "Sofie")
OUTSIDE = ("Maja", "Amina")
"""Who is in no area, and must hold nothing that is said there."""
PATIENCE_S = 120


@contextmanager
def organisation(seed: int) -> Iterator[Path]:
    """The folder with `hub.db` and `phones/<name>`; all in step, closed, and gone afterwards."""
    world = SwiftWorld(seed)
    world.start = datetime.now(UTC)
    with world:
        world.organisation()
        for phone in world.phones.values():
            phone.lock()
        world.hub_store.close()
        yield world.folder


def port_of(hub: RunningHub) -> int:
    """Where it listens."""
    return urlsplit(hub.url).port or 0


@dataclass
class Writer:
    """One who writes and syncs until she is killed, and comes again."""

    folder: Path
    name: str
    port: int

    def __post_init__(self) -> None:
        self.said = self.folder / f"{self.name}.said"
        self.said.touch()
        self.start()

    def start(self) -> None:
        words = [str(self.folder / "phones" / self.name), str(self.port), str(self.said)]
        with (self.folder / f"{self.name}.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.torture.client", *words], cwd=ROOT, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """SIGKILL, wherever it is."""
        self.process.kill()
        self.process.wait()

    def lines(self) -> list[str]:
        """What it said, whole lines."""
        return self.said.read_text().split("\n")[:-1]

    def rows(self) -> set[str]:
        return {line for line in self.lines() if line.split()[0] not in {FULL, WENT, BROKE}}

    def broke(self) -> list[str]:
        return [line for line in self.lines() if line.startswith(BROKE)]

    def wait_for(self, more: int, word: str = "") -> None:
        """Until it has said so many lines more (with that word). Raises `AssertionError`."""

        def count() -> int:
            return sum(line.startswith(word) for line in self.lines())

        wanted, patience = count() + more, monotonic() + PATIENCE_S
        while count() < wanted:
            log = self.folder / f"{self.name}.log"
            assert self.process.poll() is None, f"{self.name} ended: {log.read_text()[-500:]}"
            assert monotonic() < patience, f"{self.name} says nothing more"
            sleep(0.02)


async def _in_step(folder: Path, port: int) -> dict[str, Ports]:
    phones = {name: await unlocked(folder / "phones" / name, port) for name in (*WRITERS, *OUTSIDE)}
    for _ in range(3):
        for ports in phones.values():
            report = await keep_in_step(ports)
            assert not report.holding_back, "a hub that withholds nothing is said to"
    return phones


def judge(folder: Path, hub: RunningHub, kept: set[str], tally: Tally) -> None:
    """When all is calm: every row is on both phones of the area, no word of it anywhere else."""
    phones = asyncio.run(_in_step(folder, port_of(hub)))
    tally.acknowledged += len(kept)
    for name in WRITERS:
        there = {one.id: one for one in phones[name].store.find(Contact)}
        missing = [row for row in kept if row not in there or there[row].name != name_of(row)]
        tally.lost += len(missing)
        if missing:
            tally.say(f"{name} lacks {len(missing)} of {len(kept)} rows")
        tally.lost += phones[name].store.waiting().things
    area = bytes.fromhex(phones["Sofie"].store.space("area"))
    for name in OUTSIDE:
        spaces = {version.space for version in phones[name].store.journal.versions()}
        tally.leaked += (area in spaces) + len(phones[name].store.find(Contact))
    for ports in phones.values():
        ports.store.journal.connection.close()
    on_hub = hub.bytes_on_disk()
    tally.leaked += on_hub.count(CANARY.encode())
    tally.server_errors += (hub.folder / "hub.log").read_text().count(" failed: ")
