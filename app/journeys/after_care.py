"""After-care: whom this person is to ask how she is, and that it was done."""

from __future__ import annotations

from sqlmodel import col

from app.domain.after_care import CareDue, care_due
from app.journeys.falls_to import is_mine
from app.ports import Ports
from app.records import Ending, Meeting, MeetingState, Mentee, RowId, Task, TaskKind


def to_ask_after(ports: Ports) -> list[CareDue]:
    """Who waits for a word of this person: those who ask for her, and, where nobody is named, of those who lead.

    Whoever was not heard of for longest comes first.
    """
    today = ports.today()
    over = (col(Ending.care_until) >= today, col(Ending.ended_on) <= today, col(Ending.came_back_on).is_(None))
    endings = {
        one.mentee: one for one in ports.store.find(Ending, *over, order_by=(col(Ending.ended_on), col(Ending.id)))
    }
    if not endings:
        return []
    held, done = col(Meeting.state) == MeetingState.HELD.value, col(Task.done_on).is_not(None)
    met = ports.store.latest(Meeting, "mentee", "held_on", held, col(Meeting.mentee).in_(list(endings)))
    called = ports.store.latest(Task, "mentee", "done_on", done, col(Task.mentee).in_(list(endings)))
    due = []
    for who, ending in endings.items():
        heard = max((day for day in (met.get(who), called.get(who)) if day), default=None)
        one, mentee = care_due(ending, heard, today), ports.store.get(Mentee, who)
        if one and mentee and is_mine(ports, mentee):
            due.append(one)
    return sorted(due, key=lambda one: (-one.days, one.ending.mentee))


def asked_after(ports: Ports, *, row: RowId, mentee: Mentee) -> Task:
    """Somebody called her today: kept as a task that is done, so that the next call is a month away."""
    today = ports.today()
    task = Task(
        id=row,
        space=mentee.space,
        mentee=mentee.id,
        kind=TaskKind.CALL.value,
        person=ports.me.person.hex(),
        due_on=today,
        done_on=today,
    )
    with ports.store.write() as tx:
        return tx.add(task)
