"""Clocks that are years off and jump while people write and sync; nobody's words are lost, nobody's win for ever."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sync.entry import space_of
from sync.errors import SyncError
from tests.sync.bad_days import Network, check, write_something
from tests.sync.phones import OPENED, Lost, World
from tests.torture.tally import Tally

SHORT, LONG = 120, 5_000  # seeds
STEPS = 40
YEARS_MS = 3 * 365 * 86_400_000


def one_life(folder: Path, seed: int, tally: Tally) -> None:
    """Three phones on a bad line, each with a clock that somebody sets wrong again and again."""
    chance = random.Random(seed)
    world = World(folder, seed)
    karen, omar, mia = world.founder, world.joins("Omar"), world.joins("Mia")
    area = world.circle(karen)
    for phone in (omar, mia):
        world.grant(area, phone)
    world.settle()
    space, network = space_of(area, 0), Network(world, chance)
    for number in range(STEPS):
        phone = chance.choice([karen, omar, mia])
        world.clock.ms += chance.choice([0, 1_000, 3_600_000, 86_400_000])
        what = chance.random()
        if what < 0.3:
            phone.bend = chance.randint(-YEARS_MS, YEARS_MS)
            tally.faults += 1
        elif what < 0.65:
            write_something(phone, space, number, chance)
        else:
            with suppress(Lost, SyncError):
                phone.sync(network.way())
    world.settle()
    check(world, {space: [karen, omar, mia]})
    tally.acknowledged += sum(len(phone.wrote) for phone in (karen, omar, mia))


def torture(seeds: int) -> Tally:
    """Up to three years into the past and the future."""
    tally = Tally(runs=seeds)
    for seed in range(seeds):
        with TemporaryDirectory(dir="/dev/shm") as folder, tally.watching(f"clocks, seed {seed}"):
            one_life(Path(folder), seed, tally)
        while OPENED:
            OPENED.pop().close()
    return tally
