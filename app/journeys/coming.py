"""The meetings that a mentee has before her."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col

from app.ports import Ports
from app.records import Appointment, MeetingState

STAYS = timedelta(hours=1)
"""So long after its hour she may still be on her way, or her mentor late."""


def coming(ports: Ports, space: str, *, limit: int = 10) -> list[Appointment]:
    """In that plan, the soonest first; none that began an hour ago or that somebody told was held."""
    since = (ports.clock.local_now() - STAYS).strftime("%Y-%m-%dT%H:%M")
    ahead = (col(Appointment.starts) > since, col(Appointment.state) != MeetingState.HELD.value)
    order = (col(Appointment.starts), col(Appointment.id))
    return ports.store.find(Appointment, col(Appointment.space) == space, *ahead, order_by=order, limit=limit)
