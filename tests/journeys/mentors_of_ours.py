"""Mentors in the tests: found, and brought into the organisation."""

from __future__ import annotations

from app.journeys.mentors import (
    add_mentor,
    change_mentor,
    find_ready,
    path_of,
    tick,
)
from app.records import Mentor, MentorPath
from tests.world import Phone


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
