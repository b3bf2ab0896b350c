"""Whatever dies on the way: nothing that was kept is lost, nothing counts twice, and all phones agree."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from sync.circles import Circles
from sync.conversation import Outcome
from sync.entry import space_of
from sync.errors import SyncError
from sync.hub import pull
from tests.sync.bad_days import MINUTE, Network, Spaces, check, write_something
from tests.sync.phones import Lost, Phone, World

SEEDS = int(os.environ.get("BB_SEEDS", "40"))


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


def something_happens(world: World, spaces: Spaces, area: bytes, file: bytes, chance: random.Random) -> None:
    """A clock is set wrong, days pass, somebody new comes, somebody may do more, pieces are small."""
    case = space_of(file, 1)
    match chance.randrange(6):
        case 0:
            phone = chance.choice(list(world.phones.values()))
            phone.bend = chance.choice([0, MINUTE, -MINUTE, 400 * 24 * 60 * MINUTE, -400 * 24 * 60 * MINUTE])
        case 1:
            world.clock.ms += 24 * 60 * MINUTE
        case 2 if "Zoe" not in world.phones:
            zoe = world.joins("Zoe")
            if chance.random() < 0.7:
                world.founder.sync()
                zoe.sync()
            world.grant(area, zoe)
            world.grant(file, zoe, rung=1)
            spaces[space_of(area, 0)].append(zoe)
            spaces[case].append(zoe)
        case 3:
            phone = chance.choice(spaces[case])
            if phone not in spaces[space_of(file, 0)]:
                world.grant(file, phone, rung=0)
                spaces[space_of(file, 0)].append(phone)
        case 4:
            for phone in world.phones.values():
                phone.journal.set_meta("piece", b"%d" % chance.choice([300, 900, 100_000]))
        case _:
            pass


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_kept_is_lost_and_all_agree(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    if chance.random() < 0.6:
        monkeypatch.setattr(pull, "PIECE_MAX", chance.choice([200, 700, 2000]))
    world = World(tmp_path, seed)
    karen, omar, mia = world.founder, world.joins("Omar"), world.joins("Mia")
    area, file = world.circle(karen), world.circle(karen, rungs=2)
    for phone in (omar, mia):
        world.grant(area, phone)
    world.grant(file, omar, rung=1)
    world.settle()
    spaces = {space_of(area, 0): [karen, omar, mia], space_of(file, 0): [karen], space_of(file, 1): [karen, omar]}
    network = Network(world, chance)

    for number in range(chance.randint(10, 80)):
        space = chance.choice(list(spaces))
        phone = chance.choice(spaces[space])
        world.clock.ms += chance.choice([0, 1, 1000, MINUTE])
        what = chance.random()
        if what < 0.5 and Circles(phone.journal).author(space, phone.keys.device):
            write_something(phone, space, number, chance)
        elif what < 0.9:
            try_to_sync(phone, network, chance)
        else:
            something_happens(world, spaces, area, file, chance)

    world.settle()

    check(world, spaces)
