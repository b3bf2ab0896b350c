"""A thousand phones push at once, and the hub is killed while they do: every row that it took is there, once."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time

from sync.errors import Busy
from sync.version import Version
from sync.wire import SyncAnswer, SyncRequest
from tests.e2e.hub import RunningHub
from tests.hub.phones import Hub, Phone, row
from tests.torture.asking import ask
from tests.torture.people import port_of
from tests.torture.tally import Tally

SHORT, LONG = 2_000, 20_000  # pushes… of a thousand phones
PHONES, AREAS, ROWS, KILLS = 1_000, 20, 3, 6
AT_ONCE = 200  # let in by one request


def joined(folder: Path) -> tuple[Phone, list[tuple[Phone, bytes]]]:
    """A coordinator, and a thousand who are logged in, each with her area; the hub is closed again."""
    hub = Hub(folder / "hub.db")
    hub.clock.ms = int(time() * 1000)
    karen = Phone(hub)
    karen.found_organisation()
    root, areas = next(iter(karen.logs)), [karen.found_circle() for _ in range(AREAS)]
    phones = [(Phone(hub), areas[number % AREAS]) for number in range(PHONES)]
    for start in range(0, PHONES, AT_ONCE):
        entries = []
        for phone, area in phones[start : start + AT_ONCE]:
            for circle in (root, area):
                entry = karen.keep(karen.grant_entry(circle, phone.person, device=phone.key.public))
                phone.grants[circle] = entry.hash
                entries.append(entry.raw)
        assert set(karen.sync(entries=tuple(entries)).entry_answers) == {None}
    karen.sync_all()
    for phone, _ in phones:
        phone.logs, phone.cursor = karen.logs, karen.cursor
        phone.login()
    hub.close()
    return karen, phones


async def push(phone: Phone, area: bytes, turn: int, port: int, chance: random.Random, tally: Tally) -> set[bytes]:
    """Until it is taken; the bodies."""
    rows = [(row((phone.person, turn, one)), phone.person + b"%d %d" % (turn, one)) for one in range(ROWS)]
    piece = phone.push_of(area, 0, *rows)
    while True:
        asked = SyncRequest(token=phone.token, now=int(time() * 1000), cursor=phone.cursor, pushes=(piece,))
        try:
            status, body = await ask(port, "/sync", asked.pack())
            tally.server_errors += status >= 500
            answer = SyncAnswer.unpack(body)
        except (OSError, TimeoutError, Busy):
            await asyncio.sleep(chance.uniform(0.05, 0.6))
            continue
        assert answer.push_answers == (None,), answer.push_answers
        phone.cursor = answer.cursor or phone.cursor
        phone.remember(piece)
        return {body for _, body in rows}


async def all_push(
    hub: RunningHub, phones: list[tuple[Phone, bytes]], turns: int, chance: random.Random, tally: Tally
) -> set[bytes]:
    """Everybody at once; the hub dies when a share of it is done, and again."""
    taken: set[bytes] = set()
    whole = len(phones) * turns * ROWS

    async def one(phone: Phone, area: bytes) -> None:
        for turn in range(turns):
            taken.update(await push(phone, area, turn, port_of(hub), chance, tally))

    running = asyncio.gather(*(one(*each) for each in phones))
    for kill in range(1, KILLS + 1):
        while len(taken) < whole * kill / (KILLS + 1) and not running.done():  # noqa: ASYNC110 - a share is no event
            await asyncio.sleep(0.02)
        tally.faults += 1
        hub.kill()
        hub.start()
    await running
    return taken


def torture(pushes: int) -> Tally:
    """One hub."""
    tally, chance = Tally(runs=1), random.Random(pushes)
    with TemporaryDirectory(dir="/dev/shm") as folder, tally.watching("a thousand"):
        karen, phones = joined(Path(folder))
        with RunningHub(Path(folder)) as hub:
            taken = asyncio.run(all_push(hub, phones, max(1, pushes // PHONES), chance, tally))
            tally.server_errors += (hub.folder / "hub.log").read_text().count(" failed: ")
        karen.hub = Hub(Path(folder) / "hub.db")
        karen.hub.clock.ms = int(time() * 1000)
        karen.got.clear()
        karen.sync_all(cursor=b"")
        karen.hub.close()
        there = [piece.sealed.rstrip(b".") for piece in karen.got if isinstance(piece, Version)]
        tally.acknowledged += len(taken)
        tally.lost += len(taken - set(there)) + len(there) - len(set(there))
        tally.say(f"{PHONES:,} phones, {len(taken):,} rows taken, {len(there):,} there, {KILLS} kills of the hub")
    return tally
