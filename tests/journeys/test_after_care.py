"""After an end somebody asks how she is: the one she asks for, once a month, for as long as it was promised."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.after_care import EVERY_DAYS, care_due
from app.journeys.after_care import asked_after, to_ask_after
from app.journeys.ending import come_back, end, ending_of
from app.journeys.handover import set_contact
from app.records import Ending
from tests.world import Organisation, Phone

DAY = date(2026, 3, 2)


def waits(phone: Phone) -> list[str]:
    return [one.ending.mentee for one in to_ask_after(phone.ports)]


@pytest.fixture
def ended(org: Organisation) -> Organisation:
    """Half a year of after-care; she asks for her mentor."""
    set_contact(
        org.worker.ports, shown=org.cover(org.worker), contact_person=org.mentor.ports.me.person.hex(), deputy=""
    )
    today = org.worker.ports.today()
    end(
        org.worker.ports, row=org.worker.ports.new_row(), mentee=org.cover(org.worker), ended_on=today,
        ended_by="she", reason="reached", care_until=today + timedelta(days=182),
    )  # fmt: skip
    org.world.sync_all()
    return org


def test_the_one_she_asks_for_is_told_after_a_month_and_again_after_the_next(ended: Organisation) -> None:
    her = ended.cover(ended.mentor)
    ended.world.later(days=29)
    assert waits(ended.mentor) == []
    ended.world.later(days=1)
    assert waits(ended.mentor) == [her.id]
    assert waits(ended.worker) == waits(ended.coordinator) == []

    asked_after(ended.mentor.ports, row=ended.mentor.ports.new_row(), mentee=her)
    assert waits(ended.mentor) == []
    ended.world.later(days=30)
    assert waits(ended.mentor) == [her.id]
    ended.world.later(days=182)
    assert waits(ended.mentor) == []


def test_without_anybody_named_those_who_lead_are_told_and_a_comeback_ends_it(ended: Organisation) -> None:
    set_contact(ended.worker.ports, shown=ended.cover(ended.worker), contact_person="", deputy="")
    ended.world.sync_all()
    ended.world.later(days=40)
    assert waits(ended.mentor) == []
    assert len(waits(ended.worker)) == len(waits(ended.coordinator)) == 1

    there = ending_of(ended.worker.ports, ended.cover(ended.worker))
    assert there
    come_back(ended.worker.ports, shown=there)
    assert waits(ended.worker) == []


@given(st.integers(0, 200), st.none() | st.integers(-50, 200), st.none() | st.integers(0, 200))
def test_it_is_due_a_month_after_the_end_or_the_last_word_and_never_after_the_promise(
    today: int, heard: int | None, until: int | None
) -> None:
    ending = Ending(ended_on=DAY, care_until=None if until is None else DAY + timedelta(until))
    due = care_due(ending, None if heard is None else DAY + timedelta(heard), DAY + timedelta(today))
    wanted = until is not None and today <= until and today - max(0, heard or 0) >= EVERY_DAYS
    assert (due is not None) == wanted
