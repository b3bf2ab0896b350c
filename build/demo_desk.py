"""What the demo organisation's desk has on it: tasks for three people, tracks, a contact person for the one file."""

from __future__ import annotations

from datetime import date, timedelta

from app.journeys.handover import set_contact
from app.journeys.tasks import add_task
from app.journeys.tracks import begin_track, step_back
from app.ports import Ports
from app.records import Mentee, TaskKind, TrackKind

GIVEN = (
    ("henrik", TaskKind.ASK, "", 0),
    ("sofie", TaskKind.OTHER, "Spørg syværkstedet om en prøvedag", 0),
    ("sofie", TaskKind.PLAN, "", 6),
    ("karen", TaskKind.CALL, "", 0),
)
"""(whose, what, in few words, days from today)"""

TRACKS = (TrackKind.EVERYDAY, TrackKind.DANISH, TrackKind.WORK)
"""The last one rests."""


def desk(coordinator: Ports, people: dict[str, str], today: date) -> None:
    """Henrik's work of last week. `people` = {key: pseudonym}."""
    for mentee in coordinator.store.find(Mentee):
        for key, kind, what, away in GIVEN:
            row, day = coordinator.new_row(), today + timedelta(days=away)
            add_task(coordinator, row=row, mentee=mentee, kind=kind, what=what, person=people[key], due_on=day)
        begun = [begin_track(coordinator, row=coordinator.new_row(), mentee=mentee, kind=kind) for kind in TRACKS]
        step_back(coordinator, shown=begun[-1], why="first", look_again_on=today + timedelta(days=28))
        set_contact(coordinator, shown=mentee, contact_person=people["sofie"], deputy=people["karen"])
