"""Phones that write and sync on bad days, and what must hold for them all in the end."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from sync.circles import Circles
from sync.stamp import ms_of
from sync.version import GONE, Word
from tests.sync.phones import Lost, Phone, World

ROWS = [bytes([n * 40]) + bytes(15) for n in range(1, 6)]
MINUTE = 60_000


class Network:
    """The way to the hub on a bad day: what dies is decided by chance, once in a conversation."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self.world, self.chance = world, chance
        self.late: list[tuple[str, bytes]] = []

    def way(self) -> Callable[[str, bytes], bytes]:
        left = self.chance.randint(0, 5)
        fault = self.chance.choice(["none", "request", "answer", "twice", "late", "hub", "half"])

        def post(path: str, body: bytes) -> bytes:
            nonlocal left
            left -= 1
            hub = self.world.hub
            if self.late and self.chance.random() < 0.3:  # a request that was thought lost arrives after all
                hub.post(*self.late.pop())
            if left:
                return hub.post(path, body)
            if fault in {"request", "late"}:
                if fault == "late":
                    self.late.append((path, body))
                raise Lost
            answer = hub.post(path, body)
            if fault == "twice":
                return hub.post(path, body)
            if fault == "hub":
                hub.again()
            if fault == "half":
                return answer[: self.chance.randrange(len(answer))]
            if fault == "answer":
                raise Lost
            return answer

        return post


def write_something(phone: Phone, space: bytes, number: int, chance: random.Random) -> None:
    row = chance.choice(ROWS)
    name = chance.choice(["name", "phone", "note", "note", GONE])
    value = chance.random() < 0.7 if name == GONE else f"{phone.name} {number}"
    fields: dict[str, Any] = {name: value}
    if chance.random() < 0.3:
        fields["met_on"] = f"2026-11-{number % 28 + 1:02d}"
    try:
        if chance.random() < 0.1:
            phone.journal.dies_in = chance.randint(1, 30)
        phone.write(space, row, "Contact", **fields)
    except Lost:
        pass  # it did not return: nobody was told that it is kept
    finally:
        phone.journal.dies_in = 0


Spaces = dict[bytes, list[Phone]]


def authors_of(phone: Phone, space: bytes) -> set[bytes]:
    """Under whose names a phone ever wrote there: a new grant is a new author."""
    circles = Circles(phone.journal)
    place = circles.place(space)
    told = circles.of(place[0]) if place else None
    return {member.author for member in told.of_device(phone.keys.device)} if told else set()


def kept_words(reader: Phone, space: bytes, row: bytes, mine: set[bytes], name: str) -> Word:
    words = [
        said.fields[name] for author, said in reader.told(space, row).items() if author in mine if name in said.fields
    ]
    return max(words, key=lambda word: word.stamp)


def check(world: World, spaces: Spaces) -> None:
    for space, phones in spaces.items():
        for phone in phones:
            mine = authors_of(phone, space)
            last: dict[tuple[bytes, str], tuple[int, object]] = {}
            for order, wrote in enumerate(phone.wrote):
                if wrote.space == space:
                    last |= {(wrote.row, name): (order, value) for name, value in wrote.fields.items()}
            for reader in phones:
                for (row, name), (_, value) in last.items():
                    kept = kept_words(reader, space, row, mine, name)
                    assert kept.value == value, f"{reader.name} reads what {phone.name} wrote before"
            stamps = {where: kept_words(phone, space, where[0], mine, where[1]).stamp for where in last}
            for one, other in pairwise(sorted(last, key=lambda where: last[where][0])):
                same = last[one][0] == last[other][0]
                assert stamps[one] == stamps[other] if same else stamps[one] < stamps[other], "written in that order"
            assert all(ms_of(stamp) <= world.clock() + 2 * MINUTE for stamp in stamps.values()), "no stamp of tomorrow"
        shown = [phone.shown(space) for phone in phones]
        assert all(one == shown[0] for one in shown), "all agree"
    for phone in world.phones.values():
        theirs = {space for space, phones in spaces.items() if phone in phones}
        assert {version.space for version in phone.journal.versions()} <= theirs, "nobody has what is not theirs"
        assert not phone.journal.waiting()
        assert phone.sync().holding_back == []
        for table in ("staged", "staged_head", "staged_entry", "offered", "load"):
            assert phone.journal.run(f"SELECT count(*) FROM {table}").fetchone() == (0,)
