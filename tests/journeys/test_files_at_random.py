"""Photos taken, taken away, carried, cut off, killed in any order: then all phones and the hub agree, to the byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from app.journeys.attachments import take_away
from app.journeys.carrying import names_of
from app.records import Attachment, Meeting
from sync.errors import SyncError
from tests.histories.swift import Fate, SwiftPhone, SwiftWorld
from tests.journeys.lane import asks_for, files, held, on_wifi, photograph, reads, step
from tests.ready import organised
from tests.world import Organisation, World

WHAT = ("photograph", "photograph", "take away", "step", "step", "step", "cut", "kill", "ask", "copy", "restore")
SIZES = (20, 300, 300_000)


class Life:
    """What the mentor and the worker did; `stands` = the files that must be everywhere in the end."""

    def __init__(self, org: Organisation, chance: random.Random) -> None:
        self.org, self.world, self.chance = org, org.world, chance
        held(org.mentor, org.cover(org.mentor))
        self.world.sync_all()
        self.stands: dict[str, bytes] = {}
        self.gone: set[str] = set()
        self.copies: list[Path] = []

    @property
    def phones(self) -> list[SwiftPhone]:
        return [phone for phone in (self.org.mentor, self.org.worker) if isinstance(phone, SwiftPhone)]

    def happens(self, what: str) -> None:
        """To one of the two phones, or to the hub."""
        phone = self.chance.choice(self.phones)
        on_wifi(*self.phones)
        if what == "photograph":
            content = self.chance.randbytes(self.chance.choice(SIZES))
            (meeting,) = phone.store.find(Meeting)
            self.stands[photograph(phone, meeting, content).id] = content
        elif what == "take away" and (there := phone.store.find(Attachment)):
            one = self.chance.choice(there)
            take_away(phone.ports, one, phone.store.seen(one))
            self.gone.add(one.id)
        elif what == "kill":
            phone.kill()
            phone.unlock()
        elif what == "ask":
            for one in phone.store.find(Attachment):
                asks_for(phone, one)
        elif what == "copy":
            self.copies.append(self.world.copy_hub())
        elif what == "restore" and self.copies:
            self.world.restore_hub(self.chance.choice(self.copies))
        elif what in {"step", "cut"}:
            phone.fate = cut_after(self.chance.randrange(1, 6), self.chance) if what == "cut" else None
            with suppress(SyncError):
                step(phone)
            phone.fate = None

    def comes_to_rest(self) -> None:
        """Everybody syncs until nothing is left to do, and opens what there is."""
        on_wifi(*self.phones)
        for _ in range(6):
            for phone in (*self.phones, self.org.coordinator, self.org.mentee):
                with suppress(SyncError):
                    step(phone)
            self.world.waive()
        for _ in range(2):
            for phone in self.phones:
                for one in phone.store.find(Attachment):
                    asks_for(phone, one)
                step(phone)


def cut_after(requests: int, chance: random.Random) -> Fate:
    """That request is not answered, whether or not the hub heard it."""
    left = requests

    def fate(_: str, ask: Callable[[], bytes]) -> bytes:
        nonlocal left
        left -= 1
        if left == 0:
            if chance.random() < 0.5:
                ask()
            raise httpx.ConnectError("cut")
        return ask()

    return fate


@pytest.mark.parametrize("seed", range(12))
def test_all_phones_and_the_hub_have_the_same_files_and_no_others(seed: int) -> None:
    chance = random.Random(seed)
    with SwiftWorld(seed=seed) as world:
        life = Life(organised(world, World.organisation), chance)
        for _ in range(chance.randrange(8, 22)):
            life.happens(chance.choice(WHAT))
        life.comes_to_rest()

        stands = {row: content for row, content in life.stands.items() if row not in life.gone}
        names: set[bytes] = set()
        for phone in life.phones:
            there = phone.store.find(Attachment)
            assert {one.id: reads(phone, one) for one in there} == stands
            names = {name for one in there for name in names_of(one)}
            assert set(files(phone)) == names
        with world.hub_store.read() as sql:
            lies = {bytes(name): len(sealed) for name, sealed in sql("SELECT hash, sealed FROM chunk")}
            ((counted,),) = sql("SELECT coalesce(sum(stored), 0) FROM space")
        assert set(lies) == names
        assert counted == sum(lies.values())
