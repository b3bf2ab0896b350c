"""A list that came in wrong is taken back: nothing of it stays, but what somebody has written on since."""

from __future__ import annotations

import asyncio

import pytest

from app.domain.contacted import SPOKE
from app.journeys.attempts import try_again
from app.journeys.contacts import change_contact
from app.journeys.take_list_back import TakenBack, take_list_back
from app.ports import Ports
from app.records import Attempt, Contact
from tests.imports.lists import PEOPLE, many, written
from tests.imports.taking_in import take_in


def taken_back(ports: Ports, rows: tuple[Contact, ...], told: list[tuple[int, int]] | None = None) -> TakenBack:
    heard = [] if told is None else told
    return asyncio.run(take_list_back(ports, rows=rows, progress=lambda *far: heard.append(far)))


def test_a_list_that_was_read_wrong_goes_again_and_comes_in_right(ports: Ports) -> None:
    wrong = take_in(ports, written(PEOPLE), name=0)

    assert taken_back(ports, wrong.rows) == TakenBack(gone=5, left=0)
    assert ports.store.count(Contact) == 0
    right = take_in(ports, written(PEOPLE))
    assert (right.kept, right.twins) == (5, ())


def test_whoever_was_here_before_the_list_stays(ports: Ports) -> None:
    take_in(ports, written(PEOPLE[:2]))

    taken_back(ports, take_in(ports, written(PEOPLE)).rows)

    assert {one.name for one in ports.store.find(Contact)} == {person[0] for person in PEOPLE[:2]}


def test_whom_somebody_wrote_on_since_stays_with_all_that_is_hers(ports: Ports) -> None:
    report = take_in(ports, written(PEOPLE))
    changed, tried, *_ = report.rows
    change_contact(ports, shown=changed, saw=ports.store.seen(changed), name="Umm Khalid")
    spoke = next(iter(SPOKE))
    try_again(ports, row=ports.new_row(), shown=tried, saw=ports.store.seen(tried), outcome=spoke)

    assert taken_back(ports, report.rows) == TakenBack(gone=3, left=2)
    assert {one.id for one in ports.store.find(Contact)} == {changed.id, tried.id}
    assert ports.store.count(Attempt) == 1


def test_a_thousand_rows_go_in_one_write_and_the_screen_is_told_how_far(ports: Ports) -> None:
    report = take_in(ports, written(many(1_000)))
    told: list[tuple[int, int]] = []

    assert taken_back(ports, report.rows, told) == TakenBack(gone=1_000, left=0)
    assert len(told) >= 20


def test_a_list_taken_back_that_breaks_off_half_way_stays_whole(ports: Ports) -> None:
    report = take_in(ports, written(many(600)))

    def breaks(done: int, _total: int) -> None:
        if done > 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(take_list_back(ports, rows=report.rows, progress=breaks))

    assert ports.store.count(Contact) == 600
