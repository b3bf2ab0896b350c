"""Which meetings come next, and which were planned and never told about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from app.records import Meeting, MeetingState

OPEN = (MeetingState.PLANNED, MeetingState.MOVED)


def next_meetings(meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    """Planned for today or later, the soonest first."""
    ahead = [m for m in meetings if m.state in OPEN and m.starts >= today.isoformat()]
    return sorted(ahead, key=lambda m: (m.starts, m.id))


def untold_meetings(meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    """Planned for a day that has passed, and nobody said whether they were held; the latest first."""
    passed = [m for m in meetings if m.state in OPEN and "" < m.starts < today.isoformat()]
    return sorted(passed, key=lambda m: (m.starts, m.id), reverse=True)


def still_open() -> ColumnElement[bool]:
    """A condition for `find`: every meeting that either of the two could name."""
    return and_(or_(*(col(Meeting.state) == str(state) for state in OPEN)), col(Meeting.starts) != "")
