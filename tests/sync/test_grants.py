"""Who is let in gets what was written before; entries of ours that come too late are said."""

from __future__ import annotations

import pytest

from sync.circles import Circles
from sync.codes import Reason
from sync.entry import make_entry, space_of
from sync.errors import Refused
from sync.wire import SyncRequest
from tests.sync.phones import Phone, World
from tests.sync.ways import answering

ROW, OTHER = b"r" * 16, b"o" * 16


def test_a_newly_granted_circle_is_loaded_though_the_cursor_has_passed_it(
    world: World, karen: Phone, space: bytes
) -> None:
    omar = world.joins("Omar")
    karen.write(space, ROW, name="Fatima")
    karen.sync()
    omar.sync()
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]

    world.grant(area, omar)
    karen.sync()
    outcome = omar.sync()

    assert set(omar.read(space)) == {ROW}
    assert outcome.holding_back == []
    assert omar.journal.run("SELECT count(*) FROM load").fetchone() == (0,)


def test_who_joins_after_much_was_written_fetches_it_once(
    world: World, karen: Phone, space: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Her grant stands behind all the rows, in an answer that is not the first."""
    monkeypatch.setattr("sync.hub.pull.PIECE_MAX", 2_000)
    rows = [bytes([number]) * 16 for number in range(60)]
    for row in rows:
        karen.write(space, row, note="x" * 40)
    karen.sync()
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    karen.sync()
    world.hub.asked.clear()

    omar.sync()

    assert set(omar.read(space)) == set(rows)
    asked = [SyncRequest.unpack(body) for path, body in world.hub.asked if path == "/sync"]
    assert len(asked) > 3
    assert not any(one.loads for one in asked)


def test_a_circle_that_is_granted_while_all_is_being_fetched_is_loaded_too(
    world: World, karen: Phone, space: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.hub.pull.PIECE_MAX", 2_000)
    omar = world.joins("Omar")
    karen.write(space, ROW, name="Fatima")  # nothing of it is Omar's yet: his cursor will pass it
    other = world.circle(karen)
    world.grant(other, omar)
    for number in range(60):
        karen.write(space_of(other, 0), bytes([number]) * 16, note="x" * 40)
    karen.sync()
    (area,) = [circle for circle in karen.journal.circles() if circle not in {world.root, other}]
    turns: list[str] = []

    def granting(path: str, body: bytes) -> bytes:
        if path == "/sync" and len(turns) == 4:
            world.grant(area, omar)
            karen.sync()
        turns.append(path)
        return world.hub.post(path, body)

    omar.sync(granting)

    assert set(omar.read(space)) == {ROW}
    assert len(omar.read(space_of(other, 0))) == 60
    assert omar.journal.withheld() == []


def test_whoever_may_read_more_than_before_gets_what_was_written_before(world: World, karen: Phone) -> None:
    file = world.circle(karen, rungs=2)
    omar = world.joins("Omar")
    world.grant(file, omar, rung=1)
    notes, case = space_of(file, 0), space_of(file, 1)
    karen.write(notes, ROW, note="she is ill")
    karen.write(case, OTHER, minutes=45)
    world.settle()
    before = {place for place, _ in omar.sync().changed} | {one.space for one in omar.journal.versions()}

    world.grant(file, omar, rung=0)
    world.settle()

    assert before == {case}
    assert set(omar.read(notes)) == {ROW}
    assert omar.journal.withheld() == []


def test_words_typed_under_the_old_grant_go_under_the_new_one(world: World, karen: Phone) -> None:
    file = world.circle(karen, rungs=2)
    omar = world.joins("Omar")
    world.grant(file, omar, rung=1)
    case = space_of(file, 1)
    world.settle()
    omar.write(case, ROW, minutes=45)
    omar.sync()
    omar.write(case, ROW, minutes=50)
    world.grant(file, omar, rung=0)
    karen.sync()
    omar.sync(answering(world, Refused(Reason.STRANGER)))  # the log came, the words did not go

    world.settle()

    assert karen.read(case)[ROW].fields["minutes"].word.value == 50
    assert len(karen.told(case, ROW)) == 2
    assert karen.shown(case) == omar.shown(case)


def test_an_entry_that_came_too_late_is_kept_with_the_reason(world: World, karen: Phone, space: bytes) -> None:
    omar, mia = world.joins("Omar", steward=True), world.joins("Mia")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar, steward=True)
    world.settle()
    world.grant(area, mia, by=omar)
    zoe = world.joins("Zoe")
    world.grant(area, zoe)
    karen.sync()

    outcome = omar.sync()

    ((entry, reason),) = omar.journal.refused_entries()
    assert outcome.refused == [(area, b"", reason)]
    assert reason == "moved"
    omar.journal.drop_entry(entry)
    world.grant(area, mia, by=omar)
    assert omar.sync().refused == []


def test_many_entries_of_ours_go_in_requests_that_are_small_enough(world: World, karen: Phone) -> None:
    circles = [world.circle(karen) for _ in range(5)]
    for circle in circles:
        told = Circles(karen.journal).with_ours(circle)
        assert told is not None
        karen.journal.offer_entry(
            make_entry(circle, 1, told.tip, 99, karen.keys.device, [], bytes(60_000), karen.keys.sign)
        )
        karen.write(space_of(circle, 0), ROW, name="Fatima")

    karen.sync()

    assert max(len(body) for _, body in world.hub.asked) < 400_000
    assert karen.journal.outgoing() == []
    assert not karen.journal.waiting()
