"""Who the demo organisation's mentors are, and what Amina wishes; nobody here exists."""

from __future__ import annotations

from datetime import date, timedelta

from app.journeys.matching import say_wish
from app.journeys.mentor_meetings import ahead, plan_mentor_meeting, take_slot
from app.journeys.mentors import STEPS, add_mentor, change_mentor, find_ready, path_of, tick
from app.ports import Ports
from app.records import Mentee, Mentor

ZAHRA: dict[str, str | int] = {
    "types": "volunteer role_model",
    "languages": "ar da so",
    "days": "2 4",
    "interests": "cooking walking",
    "areas": "Egeparken",
    "gender": "woman",
    "capacity": 2,
}
LISE: dict[str, str | int] = {
    "types": "volunteer",
    "languages": "da en",
    "days": "4 6",
    "trades": "sewing",
    "interests": "books handwork",
    "areas": "Egeparken",
    "gender": "woman",
}
JONAS: dict[str, str | int] = {
    "types": "workplace",
    "languages": "ar da",
    "trades": "kitchen",
    "gender": "man",
    "capacity": 3,
}
KAREN: dict[str, str | int] = {
    "types": "volunteer",
    "languages": "da en",
    "days": "3 7",
    "interests": "handwork walking",
    "areas": "Egeparken",
    "gender": "woman",
}
READY = (("Zahra Nielsen", ZAHRA), ("Lise Holm", LISE), ("Jonas Bech", JONAS))
ON_THE_WAY = (("Mette Krogh", 1), ("Ibrahim Sand", 3))
"""(name, steps taken)"""

WISH = {"languages": "ar da", "days": "4", "trades": "sewing", "interests": "walking", "gender": "woman"}


def found_mentors(coordinator: Ports) -> None:
    """Three who are ready, two on the way, and a wish."""
    for name, brings in READY:
        mentor = _walked(coordinator, name, len(STEPS))
        path = path_of(coordinator, mentor)
        if path:
            find_ready(coordinator, shown=path)
        change_mentor(coordinator, shown=mentor, **brings)
    for name, steps in ON_THE_WAY:
        _walked(coordinator, name, steps)
    for mentee in coordinator.store.find(Mentee):
        say_wish(coordinator, mentee=mentee, **WISH)


def is_a_mentor(coordinator: Ports, name: str, person: str) -> None:
    """Karen, who has a phone and a mentee."""
    mentor = _walked(coordinator, name, len(STEPS))
    change_mentor(coordinator, shown=mentor, person=person, **KAREN)


def mentors_meet(coordinator: Ports, today: date) -> None:
    """In five days, with four talks of two."""
    starts = f"{(today + timedelta(days=5)).isoformat()}T16:30"
    said = {"starts": starts, "minutes": 60, "place": "Beboerhuset", "slots": 4, "slot_minutes": 10}
    plan_mentor_meeting(coordinator, row=coordinator.new_row(), **said)


def takes_a_time(mentor: Ports) -> None:
    """The second one."""
    for meeting in ahead(mentor):
        take_slot(mentor, row=mentor.new_row(), meeting=meeting, slot=2)


def _walked(coordinator: Ports, name: str, steps: int) -> Mentor:
    mentor = add_mentor(coordinator, row=coordinator.new_row(), name=name)
    for step in STEPS[:steps]:
        path = path_of(coordinator, mentor)
        if path:
            tick(coordinator, shown=path, step=step, yes=True)
    return mentor
