"""What there is nearby, for everybody in the organisation to look up; a worker keeps it right."""

from __future__ import annotations

from typing import Any

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Offer, RowId, altered
from app.storage.order import by_name
from app.storage.saw import Saw


def add_offer(ports: Ports, *, row: RowId, **said: Any) -> Offer:
    """As of today."""
    fields = {name: tidy(value) for name, value in said.items()}
    offer = Offer(id=row, space=ports.store.space("public"), checked_on=ports.today(), **fields)
    _check(offer)
    with ports.store.write() as tx:
        return tx.add(offer)


def change_offer(ports: Ports, *, shown: Offer, saw: Saw, **said: Any) -> Offer:
    """Who keeps it says that it is so today, also when nothing differs."""
    fields = {name: tidy(value) for name, value in said.items()}
    _check(altered(shown, **fields))
    with ports.store.write() as tx:
        return tx.change(shown, saw, checked_on=ports.today(), **fields)


def remove_offer(ports: Ports, *, shown: Offer, saw: Saw) -> None:
    """It is over."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def offers(ports: Ports, *, topic: str = "", matching: str = "", limit: int) -> list[Offer]:
    """By name. `matching` = what stands in a search box."""
    where = [col(Offer.topic) == topic] if topic else []
    order = (by_name(Offer.name), col(Offer.id))
    return ports.store.find(Offer, *where, matching=matching, order_by=order, limit=limit)


def may_keep_offers(ports: Ports) -> bool:
    """Is she one who writes the list?"""
    return any("name" in ports.store.may_set(place.space, "offer") for place in ports.store.places("public"))


def _check(offer: Offer) -> None:
    if not offer.name:
        raise Refusal(N_("Write what it is called."))
    refuse_cpr(offer.name, offer.place, offer.times, offer.languages)
