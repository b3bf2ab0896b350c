"""The phone dies at every statement of a sync, the hub at every statement of a push; each goes on from its disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from sync.entry import space_of
from tests.sync.bad_days import ROWS, check
from tests.sync.phones import OPENED, Lost, Phone, World
from tests.torture.tally import Tally

SHORT, LONG = 2, 20  # scenes
NEVER = 10**9


class Died(BaseException):
    """The process is gone; nobody catches that."""


class Mortal:
    """Stands where the hub's connection does: gone before the statement that is counted down to, or right after it."""

    def __init__(self, connection: sqlite3.Connection, at: int, *, after: bool) -> None:
        self._real = connection
        self.left = at
        self._after = after
        self._dead = False

    def execute(self, *given: Any) -> sqlite3.Cursor:
        if self._dead:
            raise Died
        self.left -= 1
        if self.left:
            return self._real.execute(*given)
        self._dead = True
        if self._after:
            self._real.execute(*given)
        raise Died

    @property
    def in_transaction(self) -> bool:
        return not self._dead and self._real.in_transaction

    def close(self) -> None:
        self._real.close()


@dataclass
class Scene:
    """Karen has words that no hub knows, and Omar some that she does not."""

    world: World
    space: bytes
    karen: Phone
    omar: Phone

    def settled(self) -> int:
        """Everybody is in step and everything there; how many writes were kept. Raises `AssertionError`."""
        self.world.settle()
        check(self.world, {self.space: [self.karen, self.omar]})
        return len(self.karen.wrote) + len(self.omar.wrote)


def begun(folder: Path, seed: int) -> Scene:
    """The same for the same seed."""
    world = World(folder, seed)
    karen, omar = world.founder, world.joins("Omar")
    area = world.circle(karen)
    world.grant(area, omar)
    world.settle()
    space = space_of(area, 0)
    omar.write(space, ROWS[0], name="Ali", note=f"Omar {seed}")
    karen.write(space, ROWS[1], name="Fatima")
    world.settle()
    world.clock.ms += 60_000
    omar.write(space, ROWS[0], note=f"Omar again {seed}")
    omar.write(space, ROWS[2], name="Mia")
    omar.sync()
    karen.write(space, ROWS[0], note=f"Karen {seed}", phone="1")
    karen.write(space, ROWS[3], name="Zoe")
    return Scene(world, space, karen, omar)


def phone_dies(scene: Scene, at: int) -> int:
    """Before the `at`th statement of her sync; how many there were."""
    scene.karen.journal.dies_in = at
    with suppress(Lost):
        scene.karen.sync()
    made = at - scene.karen.journal.dies_in
    scene.karen.restart()
    return made


def hub_dies(scene: Scene, at: int, *, after: bool) -> int:
    """Before or right after its `at`th statement, while Karen syncs; how many there were."""
    hub = scene.world.hub
    mortal = Mortal(hub.store._db, at, after=after)
    hub.store._db = cast("sqlite3.Connection", mortal)

    def way(path: str, body: bytes) -> bytes:
        try:
            return hub.post(path, body)
        except Died:
            hub.again()
            raise Lost from None

    with suppress(Lost):
        scene.karen.sync(way)
    return at - mortal.left


Dies = Callable[[Scene, int], int]
WAYS: dict[str, Dies] = {
    "phone": phone_dies,
    "hub before": partial(hub_dies, after=False),
    "hub after": partial(hub_dies, after=True),
}


def once(seed: int, dies: Dies, at: int) -> tuple[int, int]:
    """(statements made, writes kept) of one life that ends at that statement. Raises `AssertionError`."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        try:
            scene = begun(Path(folder), seed)
            return dies(scene, at), scene.settled()
        finally:
            while OPENED:
                OPENED.pop().close()


def torture(scenes: int) -> Tally:
    """Every statement of so many scenes."""
    tally = Tally()
    for seed in range(scenes):
        for name, dies in WAYS.items():
            statements, _ = once(seed, dies, NEVER)
            for at in range(1, statements + 1):
                tally.runs += 1
                tally.faults += 1
                with tally.watching(f"{name} dies at {at} of {statements}, scene {seed}"):
                    tally.acknowledged += once(seed, dies, at)[1]
    return tally
