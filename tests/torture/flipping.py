"""One bit on a disk is another one, on the phone and on the hub: noticed or harmless, and never passed on."""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from app.journeys.contacts import change_contact, log_contact
from app.ports import Refusal
from app.records import Contact
from sync.entry import space_of
from sync.errors import SyncError
from sync.hub.answer import Answers
from sync.hub.store import HubStore, NotAHub
from sync.hub.verify import verify
from tests.histories.swift import SwiftPhone, SwiftWorld
from tests.sync.phones import OPENED, PLENTY, Fragile, TheHub, World, database
from tests.torture.tally import Tally

SHORT, LONG = 2_000, 40_000  # bits
SAID = 14  # rows of each
NOTICED = (SyncError, Refusal, NotAHub, sqlite3.Error, TypeError, ValueError, struct.error)
"""It stops there; the last three when SQLite gives a value of another kind than was kept."""
SPOKEN = "SELECT space, author, row, n, sealed FROM version"


def flip(folder: Path, chance: random.Random, names: str) -> str:
    """One bit of one of these files, by their size; says which."""
    files = sorted(path for path in folder.rglob(names) if path.is_file() and not path.name.endswith("-shm"))
    file = chance.choices(files, [path.stat().st_size for path in files])[0]
    whole = bytearray(file.read_bytes())
    at = chance.randrange(len(whole))
    whole[at] ^= 1 << chance.randrange(8)
    file.write_bytes(whole)
    return f"{file.name} byte {at}"


# -- the hub's disk: two who know it come back to it, and one who was never there fetches everything


class Readers:
    """An organisation on a hub; Mia has fetched nothing yet."""

    def __init__(self, folder: Path) -> None:
        self.world = World(folder, 5)
        karen, omar, mia = self.world.founder, self.world.joins("Omar"), self.world.joins("Mia")
        area = self.world.circle(karen)
        self.space = space_of(area, 0)
        self.world.grant(area, omar)
        self.world.grant(area, mia)
        self.world.settle()
        self.phones = [karen, omar, mia]
        fresh = mia.connection.serialize()
        for phone in (karen, omar, karen, omar):
            for number in range(SAID):
                phone.write(self.space, b"%015d%s" % (number % (SAID - 3), phone.name[:1].encode()), name=phone.name)
            self.world.clock.ms += 60_000
            karen.sync()
            omar.sync()
        karen.sync()
        self.disks = [karen.connection.serialize(), omar.connection.serialize(), fresh]
        self.truth = karen.shown(self.space)
        shutil.copytree(folder, folder.with_name("base"))
        self.world.hub.store.close()

    def see(self, folder: Path, tally: Tally, what: str) -> None:
        """On a hub that lies in that folder: each comes once, and again, for the first may have healed it."""
        for phone, disk in zip(self.phones, self.disks, strict=True):
            connection = database()
            connection.deserialize(disk)
            phone.journal = Fragile(connection)
            phone.session.token = b""
        try:
            hub = TheHub(folder, self.world.clock)
        except NOTICED:
            return
        noticed = False
        for phone in [*self.phones, *self.phones]:
            try:
                outcome = phone.sync(hub.post)
                noticed |= bool(outcome.holding_back or outcome.refused or outcome.put_back)
            except NOTICED:
                noticed = True
        for phone in self.phones:
            shown = phone.shown(self.space)
            wrong = [row for row, one in shown.items() if one != self.truth.get(row)]
            tally.lost += len(wrong) if phone is not self.phones[-1] else 0
            if shown != self.truth and not noticed:
                tally.undetected += 1
                tally.say(f"hub, {what}: {phone.name} has {len(shown)} rows of {len(self.truth)}, and not a word of it")


def hubs_disk(bits: int, chance: random.Random, tally: Tally) -> None:
    """Its database and write-ahead log."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        (Path(folder) / "hub").mkdir()
        readers = Readers(Path(folder) / "hub")
        each_time(Path(folder), bits, chance, "hub.db*", tally, readers.see)


def each_time(
    folder: Path, bits: int, chance: random.Random, names: str, tally: Tally, see: Callable[[Path, Tally, str], None]
) -> None:
    """A copy of `base`, one bit of it another one, looked at."""
    for _ in range(bits):
        copy = folder / "copy"
        shutil.copytree(folder / "base", copy)
        what = flip(copy, chance, names)
        tally.runs += 1
        tally.faults += 1
        with tally.watching(what):
            see(copy, tally, what)
        while OPENED:
            OPENED.pop().close()
        shutil.rmtree(copy)


# -- the phone's disk: it opens, shows, syncs


class Owner:
    """Sofie, with contacts of hers and of Karen's, and words that no hub has."""

    def __init__(self, folder: Path, world: SwiftWorld) -> None:
        self.world, self.folder = world, folder
        org = world.organisation()
        sofie, karen = org.worker, org.coordinator
        for phone in (sofie, karen):
            for number in range(SAID):
                log_contact(phone.ports, row=phone.ports.new_row(), name=f"{phone.name} {number}", note="said " * 9)
        world.sync_all()
        for shown in sofie.store.find(Contact)[:5]:
            change_contact(sofie.ports, shown=shown, saw=sofie.store.seen(shown), phone="11111111", note="unsent")
        self.truth = told(sofie)
        shutil.copytree(sofie.folder, folder / "base")  # the write-ahead log with it
        for phone in world.phones.values():
            phone.lock()
        world.hub_store.close()
        self.hub = world.folder / "hub.db"
        self.on_hub = spoken(self.hub)

    def see(self, folder: Path, tally: Tally, what: str) -> None:
        """That phone is opened and syncs."""
        hub = self.folder / "hub.db"
        shutil.copyfile(self.hub, hub)
        self.world.hub_store = HubStore(hub)
        self.world.answers = Answers(self.world.hub_store, lambda: self.world.now_ms, verify, PLENTY)
        phone = cast("SwiftPhone", self.world.device("Sofie", folder))
        noticed, shown = False, self.truth
        try:
            phone.unlock()
            report = phone.sync()
            noticed = bool(report.holding_back or report.refused) or any(one.reason for one in phone.store.unsent())
            shown = told(phone)
        except NOTICED:
            noticed = True
        finally:
            if phone.ports.open:
                phone.ports.store.journal.connection.close()
            self.world.hub_store.close()
        if shown != self.truth and not noticed:
            tally.undetected += 1
            tally.say(f"phone, {what}: {len(set(self.truth) - set(shown))} rows are others, and not a word of it")
        after = spoken(hub)
        worse = [key for key, (n, sealed) in self.on_hub.items() if after[key][1] != sealed and after[key][0] <= n]
        tally.lost += len(worse)


def told(phone: Any) -> list[tuple[str, ...]]:
    """What she sees of her contacts, in one order."""
    return sorted((one.id, one.name, one.phone, one.note) for one in phone.store.find(Contact))


def spoken(hub: Path) -> dict[tuple[bytes, ...], tuple[int, bytes]]:
    """{(space, author, row): (n, sealed)}."""
    connection = sqlite3.connect(hub)
    try:
        return {key: (n, sealed) for *key_parts, n, sealed in connection.execute(SPOKEN) for key in [tuple(key_parts)]}
    finally:
        connection.close()


def phones_disk(bits: int, chance: random.Random, tally: Tally) -> None:
    """Its journal and write-ahead log."""
    with TemporaryDirectory(dir="/dev/shm") as folder, SwiftWorld(7) as world:
        owner = Owner(Path(folder), world)
        each_time(Path(folder), bits, chance, "journal.db*", tally, owner.see)


def torture(bits: int) -> Tally:
    """A half on each disk."""
    tally, chance = Tally(), random.Random(bits)
    hubs_disk(bits - bits // 2, chance, tally)
    phones_disk(bits // 2, chance, tally)
    return tally
