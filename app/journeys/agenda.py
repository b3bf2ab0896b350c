"""Which meetings a screen lists, as many as it shows: to come, never told about, over."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import col

from app.domain.agenda import ahead, untold
from app.ports import Ports
from app.records import Meeting, MeetingState, RowId

OVER = (MeetingState.HELD.value, MeetingState.CANCELLED.value)


def meetings_ahead(ports: Ports, limit: int) -> list[Meeting]:
    """Planned for today or later, the soonest first."""
    order = (col(Meeting.starts), col(Meeting.id))
    return ports.store.find(Meeting, ahead(ports.today()), order_by=order, limit=limit)


def meetings_untold(ports: Ports, limit: int, *, but: Collection[RowId] = ()) -> list[Meeting]:
    """Their day has passed and nobody said whether they were held, the latest first; `but` those of these mentees."""
    order = (col(Meeting.starts).desc(), col(Meeting.id).desc())
    others = [col(Meeting.mentee).not_in(but)] if but else []
    return ports.store.find(Meeting, untold(ports.today()), *others, order_by=order, limit=limit)


def meetings_over(ports: Ports, limit: int) -> list[Meeting]:
    """Held or called off, the latest first."""
    order = (col(Meeting.held_on).desc(), col(Meeting.starts).desc(), col(Meeting.id))
    return ports.store.find(Meeting, col(Meeting.state).in_(OVER), order_by=order, limit=limit)
