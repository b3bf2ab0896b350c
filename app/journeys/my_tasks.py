"""What this person has to do: her own tasks, and those of colleagues who left the file, where they fall to her."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import col, or_

from app.journeys.falls_to import is_mine
from app.journeys.readers import persons_in
from app.ports import Ports
from app.records import Mentee, RowId, Task


def my_tasks(ports: Ports, until: date | None = None, limit: int | None = None) -> list[Task]:
    """The soonest first; `until` that day, and what has no day."""
    order = (col(Task.due_on).is_(None), col(Task.due_on), col(Task.id))
    return ports.store.find(Task, *_mine(ports, until), order_by=order, limit=limit)


def how_many_tasks(ports: Ports, until: date) -> int:
    """How many of them."""
    return ports.store.count(Task, *_mine(ports, until))


def _mine(ports: Ports, until: date | None) -> list[ColumnElement[bool]]:
    waits: list[ColumnElement[bool]] = [col(Task.done_on).is_(None)]
    if until is not None:
        waits.append(col(Task.due_on).is_(None) | (col(Task.due_on) <= until))
    mine = col(Task.person) == ports.me.person.hex()
    left = _left_to_me(ports, waits)
    return [or_(mine, col(Task.id).in_(left)) if left else mine, *waits]


def _left_to_me(ports: Ports, waits: Collection[ColumnElement[bool]]) -> list[RowId]:
    """Whoever was to do them shares the file no more, and a prompt about her is this person's."""
    store = ports.store
    others = store.values(Task, "person", col(Task.person) != ports.me.person.hex(), *waits)
    spaces = store.values(Task, "space", col(Task.id).in_(others)) if others else {}
    files = {place.space: place for place in store.places("case") if place.space in set(spaces.values())}
    here = {space: persons_in(ports, place) for space, place in files.items()}
    left = {row: space for row, space in spaces.items() if space in here and others[row] not in here[space]}
    if not left:
        return []
    hers = store.find(Mentee, col(Mentee.space).in_(set(left.values())))
    mine = {mentee.space for mentee in hers if is_mine(ports, mentee)}
    return [row for row, space in left.items() if space in mine]
