"""A mentor tells of a meeting: the facts go to the coordinator, the note does not, and she sees her appointment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.domain.agenda import next_meetings
from app.journeys.coming import coming
from app.journeys.meetings import (
    add_note,
    change_meeting,
    change_note,
    log_meeting,
    note_of,
    plan_meeting,
    remove_meeting,
)
from app.journeys.sheet_lines import keep_line
from app.journeys.ways import tell_way, way_known, way_of
from app.ports import Refusal
from app.records import Appointment, Meeting, MeetingNote, Travel
from tests.world import Organisation, Phone

CANARY = "kanariefuglen synger om natten"


def test_the_coordinator_has_the_facts_and_never_the_note(org: Organisation) -> None:
    mentor = org.mentor
    kept = log_meeting(
        mentor.ports,
        row=mentor.ports.new_row(),
        mentee=org.cover(mentor),
        held_on=mentor.ports.today(),
        minutes=90,
        place="Biblioteket",
        note=CANARY,
    )
    org.world.sync_all()
    there = org.coordinator.store.get(Meeting, kept.id)
    assert there
    assert (there.minutes, there.place, there.state) == (90, "Biblioteket", "held")
    assert org.coordinator.store.find(MeetingNote) == []
    assert org.mentee.store.find(Meeting) == []
    note = note_of(org.worker.ports, kept)
    assert note
    assert note.text == CANARY
    for place in (org.world.hub_disk(), org.coordinator.disk(), mentor.disk(), mentor.wire.bytes_sent()):
        assert CANARY.encode() not in place


def test_a_planned_meeting_is_hers_to_see_and_moves_when_it_moves(org: Organisation) -> None:
    mentor = org.mentor
    plan = plan_meeting(
        mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), starts="2026-03-09T16:00", place="Café"
    )
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Appointment)
    assert (hers.starts, hers.place, hers.with_whom) == ("2026-03-09T16:00", "Café", "Maja")

    change_meeting(mentor.ports, shown=plan, starts="2026-03-10T17:30")
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Appointment)
    assert hers.starts == "2026-03-10T17:30"
    (meeting,) = org.coordinator.store.find(Meeting)
    assert meeting.state == "moved"
    assert next_meetings([meeting], mentor.ports.today().isoformat()) == [meeting]

    change_meeting(mentor.ports, shown=meeting, state="cancelled")
    org.world.sync_all()
    assert org.mentee.store.find(Appointment) == []


def starts(phone: Phone) -> list[str]:
    return [one.starts for one in coming(phone.ports, phone.store.space("plan"))]


def test_an_appointment_is_before_her_until_an_hour_after_it_began(org: Organisation) -> None:
    mentor = org.mentor  # it is nine
    for hour in ("2026-03-02T08:30", "2026-03-02T08:00", "2026-03-02T15:00"):
        plan_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), starts=hour)
    org.world.sync_all()
    assert starts(org.mentee) == ["2026-03-02T08:30", "2026-03-02T15:00"]
    org.world.later(minutes=30)
    assert starts(org.mentee) == ["2026-03-02T15:00"]


def test_what_was_told_as_held_is_no_longer_before_her_and_its_way_is_known_again(org: Organisation) -> None:
    mentor, cover = org.mentor, org.cover(org.mentor)
    first, _second = (
        plan_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=cover, starts=hour, place="Café")
        for hour in ("2026-03-02T08:30", "2026-03-02T15:00")
    )
    hers = way_of(mentor.ports, first)
    assert hers
    tell_way(mentor.ports, shown=hers, way=Travel.WALK)
    log_meeting(mentor.ports, row=first.id, mentee=cover, held_on=mentor.ports.today(), planned=first)
    org.world.sync_all()
    assert starts(org.mentee) == starts(mentor) == ["2026-03-02T15:00"]
    assert way_known(mentor.ports, hers.space, "Café")["travel"] == "walk"


def test_telling_of_a_planned_meeting_keeps_one_row_and_plans_the_next(org: Organisation) -> None:
    mentor, row = org.mentor, org.mentor.ports.new_row()
    plan = plan_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), starts="2026-03-02T08:00")
    for _ in range(2):  # a double tap
        log_meeting(
            mentor.ports,
            row=row,
            mentee=org.cover(mentor),
            held_on=mentor.ports.today(),
            minutes=60,
            note="first",
            planned=plan,
            next_starts="2026-03-16T16:00",
        )
    states = sorted(m.state for m in mentor.store.find(Meeting))
    assert states == ["held", "planned"]
    assert mentor.store.count(MeetingNote) == 1
    assert mentor.store.waiting().things == 2


def test_two_phones_that_tell_one_plan_plan_one_next_meeting_at_the_hour_that_was_said_last(org: Organisation) -> None:
    maja, sofie = org.mentor, org.worker
    plan = plan_meeting(maja.ports, row=maja.ports.new_row(), mentee=org.cover(maja), starts="2026-03-02T08:00")
    org.world.sync_all()
    for phone, starts in ((maja, "2026-03-09T16:00"), (sofie, "2026-03-10T17:30")):
        org.world.later(minutes=5)
        log_meeting(
            phone.ports,
            row=phone.ports.new_row(),
            mentee=org.cover(phone),
            held_on=phone.ports.today(),
            planned=phone.store.get(Meeting, plan.id),
            next_starts=starts,
        )
    org.world.sync_all()
    (hers,) = [one for one in org.mentee.store.find(Appointment) if one.meeting != plan.id]
    assert (hers.starts, hers.with_whom) == ("2026-03-10T17:30", "Sofie")
    for phone in (maja, sofie, org.coordinator):
        (coming,) = [one for one in phone.store.find(Meeting) if one.state == "planned"]
        assert (coming.starts, coming.mentor) == ("2026-03-10T17:30", maja.ports.me.person.hex())
        assert coming.id == hers.meeting


def test_a_plan_that_came_to_nothing_on_two_sheets_has_one_next_meeting(org: Organisation) -> None:
    maja, sofie = org.mentor, org.worker
    plan_meeting(maja.ports, row=maja.ports.new_row(), mentee=org.cover(maja), starts="2026-03-02T08:00")
    org.world.sync_all()
    for phone in (maja, sofie):
        said: dict[str, Any] = {"day": phone.ports.today(), "minutes": None, "next_starts": "2026-03-09T16:00"}
        keep_line(phone.ports, mentee=org.cover(phone), **said)
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Appointment)
    assert hers.starts == "2026-03-09T16:00"
    assert sorted(one.state for one in org.coordinator.store.find(Meeting)) == ["cancelled", "planned"]


def test_a_plan_told_once_more_plans_nothing_over_the_next_meeting_that_was_told_already(org: Organisation) -> None:
    maja = org.mentor
    ports, cover = maja.ports, org.cover(maja)
    plan = plan_meeting(ports, row=ports.new_row(), mentee=cover, starts="2026-03-02T08:00")
    kept: dict[str, Any] = {"mentee": cover, "held_on": ports.today(), "planned": plan}
    log_meeting(ports, row=ports.new_row(), next_starts="2026-03-02T11:00", **kept)
    (coming,) = [one for one in maja.store.find(Meeting) if one.state == "planned"]
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), planned=coming)

    log_meeting(ports, row=ports.new_row(), next_starts="2026-03-09T16:00", **kept)
    assert sorted(one.state for one in maja.store.find(Meeting)) == ["held", "held", "planned"]


def test_a_note_is_added_and_changed_by_those_who_read_it(org: Organisation) -> None:
    mentor, worker = org.mentor, org.worker
    kept = log_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), held_on=mentor.ports.today())
    assert note_of(mentor.ports, kept) is None
    note = add_note(mentor.ports, meeting=kept, text="short")
    org.world.sync_all()
    shown = note_of(worker.ports, kept)
    assert shown == note
    assert shown is not None
    change_note(worker.ports, shown=shown, saw=worker.store.seen(shown), text="longer")
    org.world.sync_all()
    now = note_of(mentor.ports, kept)
    assert now
    assert now.text == "longer"
    assert mentor.store.rivals(now) == {}


def test_a_coordinator_cannot_write_a_note(org: Organisation) -> None:
    karen = org.coordinator
    with pytest.raises(Refusal):
        log_meeting(
            karen.ports,
            row=karen.ports.new_row(),
            mentee=org.cover(karen),
            held_on=karen.ports.today(),
            note="what I think",
        )
    assert karen.store.find(Meeting) == []  # and then nothing else of it is kept


def test_a_removed_meeting_takes_note_and_appointment_with_it(org: Organisation) -> None:
    mentor = org.mentor
    plan = plan_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), starts="2026-03-09T16:00")
    add_note(mentor.ports, meeting=plan, text="wants to talk about school")
    org.world.sync_all()
    remove_meeting(mentor.ports, shown=plan, saw=mentor.store.seen(plan))
    org.world.sync_all()
    for phone in (mentor, org.worker, org.coordinator, org.mentee):
        assert phone.store.find(Meeting) == []
        assert phone.store.find(MeetingNote) == []
        assert phone.store.find(Appointment) == []


def test_what_cannot_be_is_refused(org: Organisation) -> None:
    ports, cover = org.mentor.ports, org.cover(org.mentor)
    with pytest.raises(Refusal):
        log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today() + timedelta(days=1))
    with pytest.raises(Refusal):
        log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), minutes=-5)
    with pytest.raises(Refusal):
        plan_meeting(ports, row=ports.new_row(), mentee=cover, starts="soon")
    assert org.mentor.store.find(Meeting) == []
