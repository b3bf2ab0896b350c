"""Two phones and the real hub: what one writes the other reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.entry import space_of
from tests.sync.phones import World

ROW = b"r" * 16


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_what_one_phone_writes_the_other_reads(world: World) -> None:
    karen, omar = world.founder, world.joins("Omar")
    area = world.circle(karen)
    world.grant(area, omar)
    space = space_of(area, 0)
    karen.write(space, ROW, name="Fatima", note="wants a mentor")

    first = karen.sync()
    second = omar.sync()

    assert first.pushed == 1
    assert not first.refused
    assert (space, ROW) in second.changed
    assert omar.read(space)[ROW].fields["name"].word.value == "Fatima"
    assert karen.shown(space) == omar.shown(space)
    assert not karen.journal.waiting()
    assert not omar.sync().holding_back
    assert not karen.sync().holding_back
