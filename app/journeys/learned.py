"""How many have learned Danish words, for who answers for the organisation: a number from five people on."""

from __future__ import annotations

from sqlmodel import col

from app.domain.from_five import from_five
from app.ports import Ports
from app.records import CanNow


def how_many_learned(ports: Ports) -> int | None:
    """Of the plans that I read, as each mentee sums it up herself; None for fewer than five."""
    return from_five(one.space for one in ports.store.find(CanNow, col(CanNow.words) > 0))
