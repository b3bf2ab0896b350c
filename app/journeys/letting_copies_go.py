"""Lines about contacts that were handed in beside the list: such a copy goes as the line itself does, name and all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlmodel import col

from app.domain.expiring import OTHERS_WAIT_DAYS, WARN_DAYS
from app.domain.roles import STEWARDS
from app.journeys.key_to_come import waits_for_key
from app.ports import Ports
from app.records import Contact, Handed
from app.storage.writing import Tx

CONTACT = Contact.__tablename__


def copies_due(ports: Ports, day: date, keep_days: int, decided_on: date | None, limit: int) -> list[Handed]:
    """Of contacts who never said yes, looked at or not: her own on their day, those of others a fortnight later."""
    found = ports.store.find(Handed, col(Handed.noun) == CONTACT, order_by=col(Handed.written_ms))
    return [one for one in found if _is_due(ports, one, day, keep_days, decided_on)][:limit]


def take_copies_away(ports: Ports, tx: Tx, copies: list[Handed]) -> None:
    """Her own are emptied first, so that her bytes of them are replaced everywhere."""
    for one in copies:
        saw = ports.store.seen(one).settling()
        if _handed_in(ports, one):
            tx.change(one, saw, said="")
        tx.remove(one, saw)


def _is_due(ports: Ports, one: Handed, day: date, keep_days: int, decided_on: date | None) -> bool:
    mine = _handed_in(ports, one)
    if not (mine or ports.me.role in STEWARDS) or waits_for_key(ports, one.space):
        return False
    here = ports.store.find(Contact, col(Contact.id) == one.row, col(Contact.space) == one.origin)
    if any(contact.consented_on for contact in here):
        return False
    until = [datetime.fromtimestamp((one.written_ms or 0) / 1000, UTC).date() + timedelta(days=keep_days)]
    until += [decided_on + timedelta(days=WARN_DAYS)] if decided_on else []
    return day >= max(until) + timedelta(days=0 if mine else OTHERS_WAIT_DAYS)


def _handed_in(ports: Ports, one: Handed) -> bool:
    """By this person; a steward who looked at it has only marked it."""
    line = ports.store.byline(one, "said")
    return line is not None and line.mine
