"""The meetings that a mentee has before her."""

from __future__ import annotations

from sqlmodel import col

from app.ports import Ports
from app.records import Appointment


def coming(ports: Ports, space: str, *, limit: int = 10) -> list[Appointment]:
    """In that plan, from today on, the soonest first."""
    order = (col(Appointment.starts), col(Appointment.id))
    ahead = col(Appointment.starts) >= ports.today().isoformat()
    return ports.store.find(Appointment, col(Appointment.space) == space, ahead, order_by=order, limit=limit)
