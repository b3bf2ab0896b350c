"""What somebody of us does for a mentee: agreed, done, taken back."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.caseload import open_tasks
from app.domain.cpr import refuse_cpr
from app.domain.roles import STAFF
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.readers import file_of, readers
from app.ports import Ports, Refusal
from app.records import Mentee, RowId, Task, TaskKind
from app.storage.places import Right

DONE_SHOWN = 5


def around(ports: Ports, space: str) -> list[Right]:
    """Who of us shares the facts of that file, oneself first: a task can be given to each of them."""
    place = file_of(ports, space)
    me = ports.store.me_in(space)
    if place is None or me is None:
        return []
    return [me[2], *(one for one in readers(ports, place) if one.role in STAFF)]


def add_task(
    ports: Ports, *, row: RowId, mentee: Mentee, kind: str, person: str, what: str = "", due_on: date | None = None
) -> Task:
    """Whoever has the file finds it; the one it is for finds it on Today."""
    said = tidy(what)
    if not kind or (kind == TaskKind.OTHER and not said):
        raise Refusal(N_("Choose what is to be done, or write it."))
    refuse_cpr(said)
    if person not in {one.person for one in around(ports, mentee.space)}:
        raise Refusal(N_("Choose who does it."))
    task = Task(id=row, space=mentee.space, mentee=mentee.id, kind=kind, what=said, person=person, due_on=due_on)
    with ports.store.write() as tx:
        return tx.add(task)


def finish(ports: Ports, *, shown: Task, yes: bool) -> None:
    """It is done; or it is not after all."""
    with ports.store.write() as tx:
        tx.change(shown, done_on=ports.today() if yes else None)


def tasks_of(ports: Ports, mentee: Mentee) -> list[Task]:
    """All that is open, the soonest first; below it the last few that were done."""
    hers = col(Task.mentee) == mentee.id
    done = ports.store.find(
        Task, hers, col(Task.done_on).is_not(None), order_by=(col(Task.done_on).desc(), col(Task.id)), limit=DONE_SHOWN
    )
    return [*open_tasks(ports.store.find(Task, hers, col(Task.done_on).is_(None))), *done]


def name_of(ports: Ports, space: str, person: str) -> str:
    """How that person is called in that file; "" for somebody who is no longer around it."""
    return next((one.name for one in around(ports, space) if one.person == person), "")
