"""Mentors meet, and each takes a talk of two from her own phone: one has it, the other is told, nobody is named."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.roles import MENTOR
from app.domain.slots import Claim, begins, holders, lost
from app.journeys.mentor_meetings import (
    ahead,
    call_off,
    claims,
    give_back,
    plan_mentor_meeting,
    planned_by_me,
    take_slot,
    went_to_others,
)
from app.ports import Refusal
from app.records import MentorMeeting, SlotTaken, field_names
from tests.journeys.mentors_of_ours import AT, planned, takes
from tests.world import Organisation, Phone


def has(phone: Phone, meeting: MentorMeeting) -> dict[int, bool]:
    """{slot: is it this phone's own?}"""
    return {slot: claim.mine for slot, claim in holders(claims(phone.ports, meeting)).items()}


def test_the_talks_of_two_follow_one_after_the_other(org: Organisation) -> None:
    meeting = planned(org)
    assert [begins(meeting, slot) for slot in (0, 1, 2, 3, 4)] == [
        None,
        datetime.fromisoformat("2026-03-05T17:00"),
        datetime.fromisoformat("2026-03-05T17:15"),
        datetime.fromisoformat("2026-03-05T17:30"),
        None,
    ]


def test_two_mentors_who_take_one_time_without_a_connection_one_has_it_the_other_is_told(org: Organisation) -> None:
    lise = org.world.bring_in(org.worker, "Lise", MENTOR)
    org.world.sync_all()
    meeting = planned(org)
    for phone in (org.mentor, lise):
        phone.cut()
    takes(lise, meeting, 2)
    org.world.later(minutes=3)
    takes(org.mentor, meeting, 2)
    assert has(lise, meeting) == has(org.mentor, meeting) == {2: True}
    assert not next(iter(claims(org.mentor.ports, meeting))).sent
    org.mentor.mend()
    org.mentor.sync()  # the later one reaches the hub first: the earlier tap still has it
    lise.mend()
    org.world.sync_all()

    assert has(lise, meeting) == {2: True}
    assert has(org.mentor, meeting) == {2: False}
    assert went_to_others(lise.ports) == []
    assert [one.id for one in went_to_others(org.mentor.ports)] == [meeting.id]
    takes(org.mentor, meeting, 3)
    org.world.sync_all()
    assert went_to_others(org.mentor.ports) == []
    assert has(org.mentor, meeting) == {2: False, 3: True}
    assert all(claim.sent for claim in claims(org.mentor.ports, meeting))


def test_a_time_that_is_taken_is_refused_and_one_that_is_given_back_is_free(org: Organisation) -> None:
    lise = org.world.bring_in(org.worker, "Lise", MENTOR)
    meeting = planned(org)
    takes(lise, meeting, 1)
    org.world.sync_all()
    with pytest.raises(Refusal, match="Somebody has this time"):
        takes(org.mentor, meeting, 1)
    takes(lise, meeting, 2)  # one for each: the first is free again
    org.world.sync_all()
    takes(org.mentor, meeting, 1)
    give_back(lise.ports, meeting=meeting)
    org.world.sync_all()
    assert has(org.mentor, meeting) == {1: True}


def test_two_quick_taps_take_one_time_once(org: Organisation) -> None:
    meeting, row = planned(org), org.mentor.ports.new_row()
    for _ in range(2):
        take_slot(org.mentor.ports, row=row, meeting=meeting, slot=1)
    takes(org.mentor, meeting, 1)
    assert len(org.mentor.store.find(SlotTaken)) == 1


def test_a_taken_time_holds_no_name_and_no_word(org: Organisation) -> None:
    assert set(field_names(SlotTaken)) == {"meeting", "slot"}
    meeting = planned(org)
    takes(org.mentor, meeting, 1)
    (waits,) = org.mentor.store.unsent()
    assert dict(waits.fields) == {"meeting": meeting.id, "slot": 1}
    assert planned_by_me(org.coordinator.ports, meeting)
    assert not planned_by_me(org.worker.ports, meeting)


def test_what_is_over_called_off_or_does_not_exist_cannot_be_taken(org: Organisation) -> None:
    meeting = planned(org)
    for slot in (0, 4):
        with pytest.raises(Refusal, match="This time is over"):
            takes(org.mentor, meeting, slot)
    org.world.later(days=3, hours=8, minutes=20)  # between the second and the third talk
    with pytest.raises(Refusal, match="This time is over"):
        takes(org.mentor, meeting, 2)
    takes(org.mentor, meeting, 3)
    call_off(org.coordinator.ports, shown=meeting, yes=True)
    org.world.sync_all()
    assert ahead(org.mentor.ports) == []
    with pytest.raises(Refusal, match="This time is over"):
        takes(org.mentor, org.mentor.store.find(MentorMeeting)[0], 3)


def test_a_plan_needs_a_day_to_come_and_stays_within_reason(org: Organisation) -> None:
    ports = org.coordinator.ports
    for said in (
        {"starts": ""},
        {"starts": "2026-03-01T16:00"},
        {"starts": AT, "slots": 21},
        {"starts": AT, "minutes": -1},
    ):
        with pytest.raises(Refusal):
            plan_mentor_meeting(ports, row=ports.new_row(), **said)
    assert ahead(ports) == []


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 2), st.booleans()), max_size=5))
def test_every_phone_names_the_same_holder_and_each_claim_is_held_or_lost(taken: list[tuple[int, int, bool]]) -> None:
    made = [
        Claim(f"{number}", slot, datetime(2026, 3, 2, 9, minute, tzinfo=UTC), "", mine, sent=True)
        for number, (slot, minute, mine) in enumerate(taken)
    ]
    expected = holders(made)
    assert all(holders(order) == expected for order in permutations(made))
    assert set(expected) == {claim.slot for claim in made}
    held = [claim for claim in made if claim.mine and expected[claim.slot] == claim]
    assert sorted(claim.row for claim in [*held, *lost(made)]) == sorted(claim.row for claim in made if claim.mine)
