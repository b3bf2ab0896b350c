"""An organisation of four, made by the real journeys, in step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ready import organised
from tests.world import Organisation, World


@pytest.fixture
def world() -> Iterator[World]:
    with World(seed=8) as world:
        yield world


@pytest.fixture
def org(world: World) -> Organisation:
    return organised(world, World.organisation)
