"""A long pull says how far it is, in bytes, and says nothing once all is here."""

from __future__ import annotations

import pytest

from sync.coming import Coming, coming, note_coming
from sync.journal import Journal
from sync.wire import SyncAnswer
from tests.sync.phones import Lost, Phone, World, database


def told(phone: Phone) -> list[Coming]:
    """What the phone knew after each answer of one sync."""
    known: list[Coming] = []

    def post(path: str, body: bytes) -> bytes:
        if (now := coming(phone.journal)) is not None:
            known.append(now)
        return phone.hub.post(path, body)

    phone.sync(post)
    return known


def much(karen: Phone, space: bytes) -> None:
    for _ in range(1_500):
        karen.type(space, karen.chance.randbytes(16), {"name": karen.chance.randbytes(1_000)})
    karen.sync()


def test_a_first_pull_counts_up_to_what_the_hub_reckoned(world: World, karen: Phone, space: bytes) -> None:
    much(karen, space)
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    karen.sync()

    known = told(omar)

    assert len(known) >= 2
    assert [one.came for one in known] == sorted(one.came for one in known)
    assert {one.all for one in known} == {known[0].all}
    assert 0 < known[0].came < known[-1].came < known[0].all
    assert abs(known[0].all - 1_500 * 1_100) < 300_000
    assert coming(omar.journal) is None


def test_a_pull_that_was_cut_off_goes_on_counting(world: World, karen: Phone, space: bytes) -> None:
    much(karen, space)
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    karen.sync()
    turns = 0

    def breaking(path: str, body: bytes) -> bytes:
        nonlocal turns
        turns += path == "/sync"
        if turns == 3:
            raise Lost
        return omar.hub.post(path, body)

    with pytest.raises(Lost):
        omar.sync(breaking)
    before = coming(omar.journal)
    assert before
    omar.restart()

    known = told(omar)

    assert known[0] == before
    assert known[-1].came > before.came
    assert coming(omar.journal) is None


def test_a_short_pull_says_nothing(world: World, karen: Phone, space: bytes) -> None:
    karen.write(space, b"r" * 16, name="Fatima")
    karen.sync()
    omar = world.joins("Omar")
    (area,) = [circle for circle in karen.journal.circles() if circle != world.root]
    world.grant(area, omar)
    karen.sync()

    assert told(omar) == []


def test_a_second_stream_adds_to_the_first_and_never_is_more_there_than_all() -> None:
    journal = Journal(database())
    note_coming(journal, [bytes(92)], 900, over=False)
    assert coming(journal) == Coming(100, 1_000)
    note_coming(journal, [bytes(92)], 500, over=False)
    assert coming(journal) == Coming(200, 1_500)
    note_coming(journal, [bytes(1_992)], 0, over=False)
    assert coming(journal) == Coming(2_200, 2_200)
    note_coming(journal, [], 0, over=True)
    assert coming(journal) is None


def test_it_travels() -> None:
    assert SyncAnswer.unpack(SyncAnswer(more=True, ahead=12_345).pack()).ahead == 12_345
    assert len(SyncAnswer().pack()) == 3
