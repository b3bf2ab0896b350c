"""An organisation made once by the real journeys, and copied for every test that begins with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache

from tests.world import Organisation, World

SEED = 8
Making = Callable[[World], Organisation]


def organised(world: World, making: Making) -> Organisation:
    """What `making` makes, in this empty world: everybody unlocked and in step."""
    made = _made(making)
    world.hub_store.close()
    shutil.copytree(made.world.folder, world.folder, dirs_exist_ok=True)
    world.go_on(made.world.now_ms)
    four = (made.coordinator, made.worker, made.mentor, made.mentee)
    phones = [world.phone(phone.name) for phone in four]
    for phone in phones:
        phone.unlock()
    world.sync_all(rounds=1)
    for phone in phones:
        phone.wire.sent.clear()
        phone.wire.received.clear()
    coordinator, worker, mentor, mentee = phones
    return Organisation(world, coordinator, worker, mentor, mentee, made.file)


@cache
def _made(making: Making) -> Organisation:
    world = World(seed=SEED).__enter__()  # it lies there, closed, for as long as the tests last
    org = making(world)
    for phone in world.phones.values():
        phone.lock()
    world.hub_store.close()
    return org
