"""What the mentee sees of a meeting that is to come."""

from __future__ import annotations

from app.domain.beside import beside
from app.ports import Ports
from app.records import Appointment, Meeting


def appointment_for(ports: Ports, meeting: Meeting) -> Appointment:
    """When, where and with whom, in her plan."""
    return Appointment(
        id=beside(meeting.id, "appointment"),
        space=ports.store.beside(meeting.space, "plan"),
        meeting=meeting.id,
        starts=meeting.starts,
        place=meeting.place,
        place_kind=meeting.place_kind,
        with_whom=ports.me.name,
    )
