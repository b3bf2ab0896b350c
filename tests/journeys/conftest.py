"""An organisation of four, made by the real journeys, in step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.everybody import Everybody, together
from tests.ready import organised
from tests.world import Organisation, World


@pytest.fixture
def world() -> Iterator[World]:
    with World(seed=8) as world:
        yield world


@pytest.fixture
def org(world: World) -> Organisation:
    return organised(world, World.organisation)


@pytest.fixture(scope="module")
def everybody() -> Iterator[Everybody]:
    """One organisation for all tests of a file: it takes seconds to make, and they only read and try."""
    with together() as everybody:
        yield everybody
