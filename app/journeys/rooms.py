"""Rum uden referat: that people came together, and nothing of what was said."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Cohort, Room, RowId

MOST_HEADS, DAY_MINUTES = 1000, 24 * 60


def keep_room(ports: Ports, *, row: RowId, cohort: Cohort | None, held_on: date, minutes: int, heads: int) -> Room:
    """A day, a group, minutes, a head count. There is no way to say more."""
    if cohort is None:
        raise Refusal(N_("Choose which group it was."))
    if held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    if not (0 <= minutes <= DAY_MINUTES and 0 <= heads <= MOST_HEADS):
        raise Refusal(N_("Minutes are those of one day, people at most 1,000."))
    with ports.store.write() as tx:
        return tx.add(Room(id=row, space=cohort.space, cohort=cohort.id, held_on=held_on, minutes=minutes, heads=heads))


def rooms(ports: Ports, limit: int) -> list[Room]:
    """The latest first."""
    return ports.store.find(Room, order_by=(col(Room.held_on).desc(), col(Room.id)), limit=limit)
