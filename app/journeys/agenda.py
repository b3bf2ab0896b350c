"""Which meetings a screen lists, as many as it shows: to come, never told about, over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col

from app.domain.agenda import ahead, begun, over_until
from app.journeys.meetings import DAY_MINUTES, usual_minutes
from app.ports import Ports
from app.records import Meeting, MeetingState, RowId

OVER = (MeetingState.HELD.value, MeetingState.CANCELLED.value)


def meetings_ahead(ports: Ports, limit: int) -> list[Meeting]:
    """Planned, and not over yet, the soonest first."""
    return _ahead(ports, limit)


def planned_with(ports: Ports, mentee: str) -> list[Meeting]:
    """The same, of one mentee."""
    return _ahead(ports, None, col(Meeting.mentee) == mentee)


def meetings_untold(ports: Ports, limit: int, *, of: RowId = "", but: Collection[RowId] = ()) -> list[Meeting]:
    """Their hour has passed and nobody said whether they were held, the latest first.

    Those `of` one mentee, or of all `but` these.
    """
    order = (col(Meeting.starts).desc(), col(Meeting.id).desc())
    others: list[ColumnElement[bool]] = [col(Meeting.mentee).not_in(but)] if but else []
    others += [col(Meeting.mentee) == of] if of else []
    if lasting := [one.id for one in _lasting(ports)]:
        others.append(col(Meeting.id).not_in(lasting))
    until = over_until(ports.clock.local_now())
    return ports.store.find(Meeting, begun(until), *others, order_by=order, limit=limit)


def meetings_over(ports: Ports, limit: int) -> list[Meeting]:
    """Held or called off, the latest first."""
    order = (col(Meeting.held_on).desc(), col(Meeting.starts).desc(), col(Meeting.id))
    return ports.store.find(Meeting, col(Meeting.state).in_(OVER), order_by=order, limit=limit)


def _ahead(ports: Ports, limit: int | None, *where: ColumnElement[bool]) -> list[Meeting]:
    order = (col(Meeting.starts), col(Meeting.id))
    first = _lasting(ports, *where)[:limit]
    rest = None if limit is None else limit - len(first)
    after = over_until(ports.clock.local_now())
    return first + ports.store.find(Meeting, ahead(after), *where, order_by=order, limit=rest)


def _lasting(ports: Ports, *where: ColumnElement[bool]) -> list[Meeting]:
    """Begun a while ago, by two who usually stay together for longer than that; the first to begin comes first."""
    now = ports.clock.local_now()
    today = ahead(over_until(now, timedelta(minutes=DAY_MINUTES)))
    order = (col(Meeting.starts), col(Meeting.id))
    found = ports.store.find(Meeting, begun(over_until(now)), today, *where, order_by=order)
    return [one for one in found if one.starts > over_until(now, _usual(ports, one))]


def _usual(ports: Ports, meeting: Meeting) -> timedelta:
    return timedelta(minutes=usual_minutes(ports, meeting.mentee, meeting.mentor))
