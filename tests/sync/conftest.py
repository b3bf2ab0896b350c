"""A founder with one circle, on a hub of her own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.entry import space_of
from tests.sync.phones import OPENED, Phone, World


@pytest.fixture(autouse=True)
def _everything_is_closed() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def space(world: World) -> bytes:
    area = world.circle(world.founder)
    world.founder.sync()
    world.hub.asked.clear()
    return space_of(area, 0)


@pytest.fixture
def karen(world: World) -> Phone:
    return world.founder
