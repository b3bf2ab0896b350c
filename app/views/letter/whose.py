"""Whose plan a page of the letter shows: the one on her own phone, or hers to whom this phone was turned."""

from __future__ import annotations

from app.journeys.her_plan import plan_space
from app.records import Mentee
from app.views.session import Session


def her_cover(session: Session) -> Mentee | None:
    """Of her to whom this phone was turned; None on her own, where no cover ever comes."""
    return session.ports.store.get(Mentee, session.handed) if session.handed else None


def her_plan(session: Session) -> str:
    """The space of her plan; "" where there is none."""
    if session.handed:
        return plan_space(session.ports, her_cover(session))
    places = session.ports.store.places("plan")
    return places[0].space if places else ""
