"""How many have learned Danish words, for who answers for the organisation: a number from five people on."""

from __future__ import annotations

from sqlmodel import col

from app.domain.from_five import from_five
from app.domain.one_person import belonging
from app.journeys.readers import once_mentees
from app.ports import Ports
from app.records import CanNow


def how_many_learned(ports: Ports) -> int | None:
    """Of the plans that I read, as each mentee sums it up herself; None for fewer than five.

    Who has two files is one person, and so is who was let in anew under another pseudonym.
    """
    plans = {one.space for one in ports.store.find(CanNow, col(CanNow.words) > 0)}
    places = [place for place in ports.store.places("plan") if place.space in plans]
    hers = belonging((place.space, who) for place in places for who in once_mentees(ports, place))
    return from_five(min(hers.get(plan, {plan})) for plan in plans)
