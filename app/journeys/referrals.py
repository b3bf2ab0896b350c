"""Somebody is sent on, or was sent to us: to whom, was she seen there, did one of us go along, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Came, Contact, Direction, Referral, RowId
from app.storage.saw import Saw


def refer(ports: Ports, *, row: RowId, contact: Contact, direction: str, whom: str, along: bool = False) -> Referral:
    """Today. Only where to or from: never why."""
    whom = tidy(whom)
    if not whom:
        raise Refusal(N_("Choose where she was sent, or write it."))
    refuse_cpr(whom)
    if direction not in set(Direction):
        raise Refusal(N_("Choose whether she was sent to us or by us."))
    sent = Referral(
        id=row, space=contact.space, contact=contact.id, direction=direction, whom=whom, day=ports.today(), along=along
    )
    with ports.store.write() as tx:
        return tx.add(sent)


def follow_referral(ports: Ports, *, shown: Referral, saw: Saw, **said: Any) -> Referral:
    """She was seen there (`first_seen_on`), one of us went `along`, what `came` of it."""
    seen: date | None = said.get("first_seen_on", shown.first_seen_on)
    if seen and seen > ports.today():
        raise Refusal(N_("Choose a day that has been."))
    if said.get("came", "") and said["came"] not in set(Came):
        raise ValueError("a screen offered what the record does not know")
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said)


def referrals_of(ports: Ports, contact: Contact) -> list[Referral]:
    """The newest first."""
    where = (col(Referral.contact) == contact.id, col(Referral.space) == contact.space)
    return ports.store.find(Referral, *where, order_by=(col(Referral.day).desc(), col(Referral.id)))
