"""A hub whose database somebody only copied back, and members who speak to a whole hub as if it had been."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.entry import space_of
from sync.following import FORK
from sync.stamp import ms_of
from sync.wire import AgainRequest, SyncRequest
from tests.sync.phones import Lost, World

YEARS = 100 * 365 * 86_400_000
ROW, OTHER = b"r" * 16, b"o" * 16


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_no_phone_stops_the_words_of_others_by_saying_that_the_hub_was_restored(world: World) -> None:
    """A changed app, its clock a hundred years ahead: later stamps than hers would be refused for ever."""
    karen = world.founder
    circle = world.circle(karen)
    space = space_of(circle, 0)
    mia = world.joins("mia")
    world.grant(circle, mia)
    world.settle()
    karen.write(space, ROW, name="Fatima")
    world.settle()

    def as_if_restored(path: str, body: bytes) -> bytes:
        asked = SyncRequest.unpack(body) if path == "/sync" else None
        if asked and asked.pushes:
            world.hub.post("/again", AgainRequest(token=asked.token, pushes=asked.pushes).pack())
            raise Lost
        return world.hub.post(path, body)

    mia.bend = YEARS
    mia.write(space, ROW, name="hers for ever")
    with pytest.raises(Lost):
        mia.sync(as_if_restored)
    karen.sync()
    karen.write(space, ROW, name="Fatma")

    outcome = karen.sync()

    assert not outcome.refused
    said = karen.read(space)[ROW].fields["name"].word
    assert (said.value, ms_of(said.stamp)) == ("Fatma", world.clock())
    assert not karen.journal.waiting()


def test_whose_grant_lost_its_place_to_another_syncs_on_and_is_told(world: World) -> None:
    """The hub says nothing of a circle that it does not know her in; all that she offers there changes nothing."""
    karen = world.founder
    circle, other = world.circle(karen), world.circle(karen)
    eva, mia, ali = world.joins("eva", steward=True), world.joins("mia"), world.joins("ali")
    world.grant(circle, eva, steward=True)
    world.grant(other, mia)
    world.settle()
    world.hub.store.close()
    copy = shutil.copyfile(world.hub.path, world.hub.path.with_name("copy.db"))
    world.hub._open()
    world.grant(circle, mia)
    for phone in (karen, mia):
        phone.sync()
    world.hub.store.close()
    shutil.copyfile(copy, world.hub.path)
    world.hub._open()
    world.grant(circle, ali, by=eva)
    eva.sync()

    mia.write(space_of(other, 0), OTHER, name="goes on")
    mia.sync()
    karen.sync()

    assert karen.read(space_of(other, 0))[OTHER].fields["name"].word.value == "goes on"
    assert (circle, b"", FORK) in karen.journal.withheld()
