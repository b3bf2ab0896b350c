"""Whatever dies on the way: nothing that was kept is lost, nothing counts twice, and all phones agree."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sync.conversation import Outcome
from sync.errors import SyncError
from sync.log import space_of
from sync.stamp import ms_of, stamp_of
from sync.version import GONE
from tests.sync.phones import Lost, Phone, World

SEEDS = int(os.environ.get("BB_SEEDS", "40"))
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


def try_to_sync(phone: Phone, network: Network, chance: random.Random) -> Outcome | None:
    """One conversation that may die: in the network, or in the phone at some statement."""
    if chance.random() < 0.4:
        phone.journal.dies_in = chance.randint(1, 120)
    try:
        return phone.sync(network.way())
    except (Lost, SyncError):
        return None
    finally:
        phone.journal.dies_in = 0
        if chance.random() < 0.5:
            phone.restart()


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


def check(world: World, spaces: dict[bytes, list[Phone]]) -> None:
    for space, phones in spaces.items():
        for phone in phones:
            me = phone.author(space)
            last: dict[tuple[bytes, str], tuple[int, object]] = {}
            for order, wrote in enumerate(phone.wrote):
                if wrote.space == space:
                    last |= {(wrote.row, name): (order, value) for name, value in wrote.fields.items()}
            for reader in phones:
                for (row, name), (_, value) in last.items():
                    kept = reader.told(space, row)[me].fields[name]
                    assert kept.value == value, f"{reader.name} reads what {phone.name} wrote before"
            stamps = {where: phone.told(space, where[0])[me].fields[where[1]].stamp for where in last}
            ordered = sorted(last, key=lambda where: last[where][0])
            for one, other in pairwise(ordered):
                same = last[one][0] == last[other][0]
                assert stamps[one] == stamps[other] if same else stamps[one] < stamps[other], "written in that order"
            assert all(ms_of(stamp) <= world.clock() + 2 * MINUTE for stamp in stamps.values()), "no stamp of tomorrow"
        shown = [phone.shown(space) for phone in phones]
        assert all(one == shown[0] for one in shown), "all agree"
    for phone in world.phones.values():
        assert not phone.journal.waiting()
        assert phone.sync().holding_back == []
        staged = phone.journal.run(
            "SELECT (SELECT count(*) FROM staged), (SELECT count(*) FROM staged_head)"
        ).fetchone()
        assert staged == (0, 0)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_kept_is_lost_and_all_agree(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    world = World(tmp_path, seed)
    karen, omar, mia = world.founder, world.joins("Omar"), world.joins("Mia")
    area, file = world.circle(karen), world.circle(karen, rungs=2)
    for phone in (omar, mia):
        world.grant(area, phone)
    world.grant(file, omar, rung=1)
    world.settle()
    notes, case = space_of(file, 0), space_of(file, 1)
    spaces = {space_of(area, 0): [karen, omar, mia], notes: [karen], case: [karen, omar]}
    network = Network(world, chance)

    for number in range(chance.randint(10, 60)):
        space = chance.choice(list(spaces))
        phone = chance.choice(spaces[space])
        world.clock.ms += chance.choice([0, 1, 1000, MINUTE])
        what = chance.random()
        if what < 0.55:
            write_something(phone, space, number, chance)
        elif what < 0.95:
            try_to_sync(phone, network, chance)
        elif what < 0.98:
            phone.bend = chance.choice([0, MINUTE, -MINUTE, 400 * 24 * 60 * MINUTE, -400 * 24 * 60 * MINUTE])
        else:
            world.clock.ms += 24 * 60 * MINUTE

    world.settle()

    check(world, spaces)
    assert stamp_of(world.clock()) > 0
