"""How she gets to a meeting: told once, shown on her phone, and known again when they meet at that place."""

from __future__ import annotations

from sqlmodel import col

from app.domain.beside import beside
from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.ports import Ports
from app.records import Appointment, Meeting, Travel

RIDES = frozenset({Travel.BUS.value, Travel.TRAIN.value})
"""Those that have a line and a stop."""


def tell_way(ports: Ports, *, shown: Appointment, way: str, line: str = "", stop: str = "") -> Appointment:
    """In her plan, beside the day and the place; `way` = a Travel, or "" for none."""
    refuse_cpr(line, stop)
    rides = way in RIDES
    with ports.store.write() as tx:
        return tx.change(shown, travel=way, line=tidy(line) if rides else "", stop=tidy(stop) if rides else "")


def way_of(ports: Ports, meeting: Meeting) -> Appointment | None:
    """What she sees of that meeting."""
    return ports.store.get(Appointment, beside(meeting.id, "appointment"))


def way_known(ports: Ports, plan: str, place: str) -> dict[str, str]:
    """The fields of the way as it was told last for that place in her plan; all "" for none."""
    told = (col(Appointment.space) == plan, col(Appointment.place) == place, col(Appointment.travel) != "")
    order = (col(Appointment.starts).desc(), col(Appointment.id))
    last = next(iter(ports.store.find(Appointment, *told, order_by=order, limit=1) if place else []), Appointment())
    return {"travel": last.travel, "line": last.line, "stop": last.stop}
