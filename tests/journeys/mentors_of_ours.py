"""Mentors in the tests: found, and brought into the organisation."""

from __future__ import annotations

from app.journeys.mentor_meetings import (
    plan_mentor_meeting,
    take_slot,
)
from app.journeys.mentors import (
    add_mentor,
    change_mentor,
    find_ready,
    path_of,
    tick,
)
from app.records import Mentor, MentorMeeting, MentorPath
from tests.world import Organisation, Phone


def new_mentor(phone: Phone, name: str = "Lise", *, ready: bool = True, **brings: str | int) -> Mentor:
    ports = phone.ports
    row = ports.new_row()
    add_mentor(ports, row=row, name=name)
    for step in ("talk_on", "courses_on", "undertaking_on") if ready else ():
        tick(ports, shown=path(phone, row), step=step, yes=True)
    if ready:
        find_ready(ports, shown=path(phone, row))
    change_mentor(ports, shown=found(phone, row), **brings)
    return found(phone, row)


def found(phone: Phone, row: str) -> Mentor:
    mentor = phone.store.get(Mentor, row)
    assert mentor
    return mentor


def path(phone: Phone, row: str) -> MentorPath:
    way = path_of(phone.ports, found(phone, row))
    assert way
    return way


AT = "2026-03-05T16:00"


def planned(org: Organisation, slots: int = 3) -> MentorMeeting:
    ports = org.coordinator.ports
    said = {"starts": AT, "minutes": 60, "place": "Beboerhuset", "slots": slots, "slot_minutes": 15}
    meeting = plan_mentor_meeting(ports, row=ports.new_row(), **said)
    org.world.sync_all()
    return meeting


def takes(phone: Phone, meeting: MentorMeeting, slot: int) -> None:
    take_slot(phone.ports, row=phone.ports.new_row(), meeting=meeting, slot=slot)
