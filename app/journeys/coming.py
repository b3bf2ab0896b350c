"""The meetings that a mentee has before her."""

from __future__ import annotations

from sqlmodel import col

from app.domain.agenda import over_until
from app.ports import Ports
from app.records import Appointment, MeetingState


def coming(ports: Ports, space: str, *, limit: int = 10) -> list[Appointment]:
    """In that plan, the soonest first; none that began an hour ago or that somebody told was held."""
    ahead = (
        col(Appointment.starts) > over_until(ports.clock.local_now()),
        col(Appointment.state) != MeetingState.HELD.value,
    )
    order = (col(Appointment.starts), col(Appointment.id))
    return ports.store.find(Appointment, col(Appointment.space) == space, *ahead, order_by=order, limit=limit)
