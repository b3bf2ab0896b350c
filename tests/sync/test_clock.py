"""Stamps are settled when words are offered, by the hub's clock and in the order of writing."""

from __future__ import annotations

import pytest

from sync.codes import pack_error
from sync.errors import ClockBent, Malformed
from sync.stamp import day_of, ms_of, settle, stamp_of
from tests.sync.phones import Lost, Phone, World
from tests.sync.ways import losing, pushes

ROW, OTHER = b"r" * 16, b"o" * 16
DAY = 24 * 3600 * 1000
MINUTE = 60_000


def test_a_stamp_is_late_enough_and_never_later_than_the_hub() -> None:
    assert settle(1_000, 0, 5_000, 0, 0) == stamp_of(1_000)
    assert settle(1_000, 500, 5_000, 0, 0) == stamp_of(1_500)
    assert settle(9_000, 0, 5_000, 0, 0) == stamp_of(5_000)
    assert settle(1_000, 0, 5_000, stamp_of(3_000), 0) == stamp_of(3_000) + 1
    assert settle(1_000, 0, 5_000, 7, stamp_of(3_000)) == stamp_of(3_000) + 1


@pytest.mark.parametrize("bend", [400 * DAY, -400 * DAY, 3 * MINUTE, 10**16])
def test_a_wrong_clock_costs_one_turn_and_then_none(world: World, karen: Phone, space: bytes, bend: int) -> None:
    karen.bend = bend
    karen.write(space, ROW, name="Fatima")

    karen.sync()
    turns = len(world.hub.asked)
    karen.write(space, ROW, name="Fatma")
    karen.sync()

    assert turns == 2
    assert len(world.hub.asked) == 3
    assert karen.journal.offset == -bend
    stamps = [word.stamp for said in karen.told(space, ROW).values() for word in said.fields.values()]
    assert [ms_of(stamp) for stamp in stamps] == [world.clock()]


def test_a_hub_that_names_an_absurd_hour_is_not_believed(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")

    with pytest.raises(Malformed):
        karen.sync(lambda path, body: pack_answer_of(world, path, body))

    assert karen.journal.offset == 0
    assert karen.sync().pushed == 1


def pack_answer_of(world: World, path: str, body: bytes) -> bytes:
    return pack_error(ClockBent(1 << 60)) if path == "/sync" else world.hub.post(path, body)


def test_two_minutes_off_are_let_pass(world: World, karen: Phone, space: bytes) -> None:
    karen.bend = -2 * MINUTE
    karen.write(space, ROW, name="Fatima")

    karen.sync()

    assert len(world.hub.asked) == 1


def test_stamps_follow_the_order_of_writing_even_when_the_clock_jumped_back(karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="first")
    karen.bend = -10 * MINUTE
    karen.write(space, OTHER, name="second")
    karen.sync()

    (first,), (second,) = karen.told(space, ROW).values(), karen.told(space, OTHER).values()
    assert first.fields["name"].stamp < second.fields["name"].stamp


@pytest.mark.parametrize("back", [5 * MINUTE, 400 * DAY])
def test_a_clock_that_was_set_back_meanwhile_makes_no_word_newer_than_it_is(
    world: World, karen: Phone, space: bytes, back: int
) -> None:
    """What is added to the clock by then was never said of the clock that it was typed by."""
    karen.write(space, ROW, name="Fatima")
    typed = world.clock()
    world.clock.ms += 3 * MINUTE
    karen.bend = -back

    karen.sync()

    (said,) = karen.told(space, ROW).values()
    assert karen.journal.offset == back
    assert ms_of(said.fields["name"].stamp) == typed


def test_a_clock_turn_does_not_touch_what_the_hub_may_have(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, ROW, name="Fatima")
    with pytest.raises(Lost):
        karen.sync(losing(world, heard=True))
    karen.bend = -30 * DAY

    outcome = karen.sync()

    assert outcome.refused == []
    assert len({push.head for push in pushes(world)}) == 1
    assert not karen.journal.waiting()


def test_a_clock_turn_settles_anew_what_the_hub_cannot_have(world: World, karen: Phone, space: bytes) -> None:
    karen.bend = 400 * DAY
    karen.write(space, ROW, name="Fatima")

    karen.sync()

    bent, settled = pushes(world)
    assert bent.head.day > settled.head.day == day_of(stamp_of(world.clock()))
