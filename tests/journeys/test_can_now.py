"""Pictures of what she can do now: none grows empty, and none is full before she can all of it."""

from __future__ import annotations

import pytest

from app.domain.beside import beside
from app.journeys.practice import open_practice, sum_up
from app.records import CanNow
from tests.journeys.practising import sits_down
from tests.world import Organisation, run


def test_on_a_new_phone_whose_memory_begins_anew_no_picture_grows_empty(org: Organisation) -> None:
    space = org.mentee.store.space("plan")
    row = beside(space, "can everyday.me")
    with org.mentee.store.write() as tx:
        tx.add(CanNow(id=row, space=space, deck="everyday", can="me", words=6, among=9))
    sits_down(org.mentee)

    told = org.mentee.store.get(CanNow, row, space)
    assert told
    assert (told.words, told.among) == (6, 10)


@pytest.mark.parametrize(("before", "after"), [((6, 11), 5), ((10, 11), 9), ((1, 20), 0), ((11, 11), 10), ((5, 5), 5)])
def test_a_newer_deck_with_other_words_fills_no_picture(org: Organisation, before: tuple[int, int], after: int) -> None:
    space = org.mentee.store.space("plan")
    row = beside(space, "can everyday.me")
    with org.mentee.store.write() as tx:
        tx.add(CanNow(id=row, space=space, deck="everyday", can="me", words=before[0], among=before[1]))
    sum_up(org.mentee.ports, run(open_practice(org.mentee.ports)))

    told = org.mentee.store.get(CanNow, row, space)
    assert told
    assert (told.words, told.among) == (after, 10)
