"""Which meetings come next, and which were planned and never told about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_
from sqlmodel import col

from app.records import MAY_COME, STILL_OPEN, Meeting

STAYS = timedelta(hours=1)
"""So long after its hour a meeting is not over yet: she may be on her way, or her mentor late."""


def over_until(now: datetime, lasts: timedelta = STAYS) -> str:
    """What began then or earlier and lasts so long is over; as a meeting keeps it.

    Counted in time that goes by: an hour is an hour also in the night when the clocks are changed. Of an hour that
    comes twice the first one is meant.
    """
    then = datetime.fromtimestamp(now.timestamp() - lasts.total_seconds())  # noqa: DTZ006 - her own wall clock
    return (then.replace(minute=59) if then.fold else then).isoformat(timespec="minutes")


def next_meetings(meetings: Iterable[Meeting], after: str) -> list[Meeting]:
    """Planned to begin later than that day or moment, the soonest first; a day counts from its first hour."""
    ahead = [m for m in meetings if m.state in MAY_COME and m.starts > after]
    return sorted(ahead, key=lambda m: (m.starts, m.id))


def same_weekday(day: date, today: date) -> date:
    """A week after `day`; for a meeting told of later the next such weekday that is still to come."""
    return day + timedelta(weeks=max(1, (today - day).days // 7 + 1))


def still_open() -> ColumnElement[bool]:
    """A condition for `find`: every meeting that is planned and has a day."""
    return and_(STILL_OPEN, col(Meeting.starts) != "")


def whose(mentor: str) -> list[ColumnElement[bool]]:
    """Conditions for `find`: her meetings, and those of which nobody said whose they are; all where none is named."""
    return [col(Meeting.mentor).in_(["", mentor])] if mentor else []


def ahead(after: str) -> ColumnElement[bool]:
    """A condition for `find`: meetings planned to begin later than that day or moment, as in `next_meetings`."""
    return and_(still_open(), col(Meeting.starts) > after)


def within(starts: str, days: int, today: date) -> bool:
    """Is that moment, as a meeting keeps it, at most so many days away?"""
    return starts < _day_after(days, today)


def soon(today: date, days: int) -> ColumnElement[bool]:
    """A condition for `find`: meetings planned for today or later, at most so many days away."""
    return and_(ahead(today.isoformat()), col(Meeting.starts) < _day_after(days, today))


def begun(until: str) -> ColumnElement[bool]:
    """A condition for `find`: planned to begin then or earlier, and nobody said whether they were held."""
    return and_(still_open(), col(Meeting.starts) <= until)


def _day_after(days: int, today: date) -> str:
    return (today + timedelta(days=days + 1)).isoformat()
