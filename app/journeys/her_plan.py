"""Where a mentee's plan is, for who reads it."""

from __future__ import annotations

from app.ports import Ports
from app.records import Mentee
from app.storage.errors import NoSuchPlace


def plan_space(ports: Ports, mentee: Mentee | None) -> str:
    """The space of her plan; "" for who does not read it, and where no mentee is."""
    if mentee is None:
        return ""
    try:
        return ports.store.beside(mentee.space, "plan")
    except NoSuchPlace:
        return ""
