"""The first meeting of three: it is moved, held or called off as any other, and goes with the match it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.domain.matching import is_agreed
from app.journeys.coming import coming
from app.journeys.first_meeting import meet_as_three, meeting_of_three, plan_as_three
from app.journeys.matching import matches_of, propose, says
from app.journeys.meetings import change_meeting, log_meeting, remove_meeting
from app.journeys.parting import part
from app.ports import Refusal
from app.records import Appointment, Match, Meeting, MeetingState
from tests.journeys.mentors_of_ours import new_mentor
from tests.world import Organisation, run

FIRST = "First the three of you meet"


def planned(org: Organisation, *, days: int) -> Meeting:
    """Amina meets Lise in so many days, at half past ten; all phones know of it."""
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, languages="so")
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    meeting = plan_as_three(ports, shown=match, mentee=cover, starts=f"{day(org, days)}T10:30", place="Biblioteket")
    org.world.sync_all()
    assert lise.name in with_whom(org)
    return meeting


def day(org: Organisation, days: int) -> date:
    return org.worker.ports.today() + timedelta(days=days)


def the_match(org: Organisation) -> Match:
    (match,) = matches_of(org.worker.ports, org.cover(org.worker))
    return match


def with_whom(org: Organisation) -> str:
    """All that she sees of whom she is to meet."""
    org.world.sync_all()
    return " ".join(one.with_whom for one in coming(org.mentee.ports, org.mentee.store.space("plan")))


def state(org: Organisation, meeting: Meeting) -> str:
    there = org.worker.store.get(Meeting, meeting.id)
    assert there
    return there.state


def said_no(org: Organisation) -> None:
    says(org.worker.ports, shown=the_match(org), mentor="no")


def she_said_no(org: Organisation) -> None:
    says(org.worker.ports, shown=the_match(org), she="no")


def parted(org: Organisation) -> None:
    run(part(org.worker.ports, mentee=org.cover(org.worker), shown=the_match(org)))


def test_the_first_meeting_of_three_stands_on_her_phone_with_both_names(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, languages="so")
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    assert meeting_of_three(ports, match) is None
    starts = f"{day(org, 3)}T10:30"
    meeting = plan_as_three(ports, shown=match, mentee=cover, starts=starts, place="Biblioteket")
    org.world.sync_all()

    (hers,) = org.mentee.store.find(Appointment, Appointment.starts == starts)
    assert (hers.place, hers.with_whom) == ("Biblioteket", f"{ports.me.name}, {lise.name}")
    (told,) = matches_of(org.coordinator.ports, cover)
    assert meeting_of_three(org.coordinator.ports, told) == meeting
    assert meeting.starts == starts
    with pytest.raises(Refusal, match=FIRST):
        says(ports, shown=the_match(org), she="yes")


@pytest.mark.parametrize("close", [said_no, she_said_no, parted])
def test_where_it_comes_to_nothing_the_meeting_is_off_and_she_sees_it_no_more(
    org: Organisation, close: Callable[[Organisation], None]
) -> None:
    meeting = planned(org, days=3)

    close(org)

    assert "Lise" not in with_whom(org)
    assert state(org, meeting) == MeetingState.CANCELLED


@pytest.mark.parametrize("told", [True, False])
def test_a_no_after_they_met_calls_nothing_off(org: Organisation, *, told: bool) -> None:
    meeting = planned(org, days=1)
    org.world.later(days=1, hours=3)
    ports, cover = org.worker.ports, org.cover(org.worker)
    if told:
        log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), minutes=60, planned=meeting)
    was = state(org, meeting)

    said_no(org)

    assert state(org, meeting) == was


def test_moved_earlier_and_held_both_may_say_yes(org: Organisation) -> None:
    meeting = planned(org, days=9)
    ports, cover = org.worker.ports, org.cover(org.worker)
    moved = change_meeting(ports, shown=meeting, starts=f"{day(org, 1)}T10:30")
    with pytest.raises(Refusal, match=FIRST):
        says(ports, shown=the_match(org), she="yes")
    org.world.later(days=1)
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), minutes=60, planned=moved)

    says(ports, shown=the_match(org), she="yes", mentor="yes")

    assert is_agreed(the_match(org))


def test_moved_later_nobody_says_yes_before_they_met(org: Organisation) -> None:
    meeting = planned(org, days=1)
    change_meeting(org.worker.ports, shown=meeting, starts=f"{day(org, 9)}T10:30")
    org.world.later(days=2)

    with pytest.raises(Refusal, match=FIRST):
        says(org.worker.ports, shown=the_match(org), she="yes")


@pytest.mark.parametrize("moved", [True, False])
def test_called_off_nobody_says_yes_before_another_day_was_said_and_came(org: Organisation, *, moved: bool) -> None:
    meeting = planned(org, days=1)
    ports = org.worker.ports
    if moved:
        meeting = change_meeting(ports, shown=meeting, starts=f"{day(org, 2)}T10:30")
    change_meeting(ports, shown=meeting, state="cancelled")
    org.world.later(days=4)
    with pytest.raises(Refusal, match=FIRST):
        says(ports, shown=the_match(org), she="yes")

    meet_as_three(ports, shown=the_match(org), on=ports.today())

    says(ports, shown=the_match(org), she="yes")


@pytest.mark.parametrize("removed", [True, False])
def test_after_one_that_was_called_off_or_taken_away_another_is_planned(org: Organisation, *, removed: bool) -> None:
    meeting = planned(org, days=1)
    ports, cover = org.worker.ports, org.cover(org.worker)
    if removed:
        remove_meeting(ports, shown=meeting, saw=org.worker.store.seen(meeting))
    else:
        change_meeting(ports, shown=meeting, state="cancelled")
    assert meeting_of_three(ports, the_match(org)) is None
    assert "Lise" not in with_whom(org)

    again = plan_as_three(ports, shown=the_match(org), mentee=cover, starts=f"{day(org, 5)}T12:00")

    assert meeting_of_three(ports, the_match(org)) == again
    assert again.place == ""
    assert "Lise" in with_whom(org)
    assert meeting_of_three(org.coordinator.ports, the_match(org)) == again


def test_planned_twice_without_a_network_it_is_one_meeting(org: Organisation) -> None:
    meeting = planned(org, days=1)
    change_meeting(org.worker.ports, shown=meeting, state="cancelled")
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        phone.cut()
        (match,) = matches_of(phone.ports, org.cover(phone))
        plan_as_three(phone.ports, shown=match, mentee=org.cover(phone), starts=f"{day(org, 5)}T12:00")
        phone.mend()

    assert with_whom(org).count("Lise") == 1
