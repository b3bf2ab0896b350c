"""The meetings that a mentee has before her."""

from __future__ import annotations

from sqlmodel import col

from app.ports import Ports
from app.records import Appointment


def coming(ports: Ports, *, limit: int = 10) -> list[Appointment]:
    """From today on, the soonest first; only her own phone has them without a file around."""
    order = (col(Appointment.starts), col(Appointment.id))
    return ports.store.find(
        Appointment, col(Appointment.starts) >= ports.today().isoformat(), order_by=order, limit=limit
    )
