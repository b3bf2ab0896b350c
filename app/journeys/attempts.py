"""Trying again to reach somebody one knows: every try is kept, what came of it stands in the contact."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.contacted import SPOKE, contacted
from app.domain.rounds import refuse_long
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Attempt, Contact, Outcome, RowId
from app.storage.saw import Saw


def try_again(
    ports: Ports,
    *,
    row: RowId,
    shown: Contact,
    saw: Saw,
    outcome: str,
    channel: str = "",
    followup_on: date | None = None,
    next_step: str = "",
    declined: str = "",
    minutes: int | None = None,
) -> Attempt:
    """One more try, today. Who was not at home is still what she was, and her day stands where no other one is chosen;
    who was spoken with is what she said now: without a day there is none.
    """
    if outcome not in set(Outcome):
        raise Refusal(N_("Choose what came of it."))
    refuse_long(minutes)
    now = ports.clock.local_now()
    stands = None if outcome in SPOKE else shown.followup_on
    if followup_on and followup_on < now.date() and followup_on != stands:
        raise Refusal(N_("Choose a day to come."))
    attempt = Attempt(
        id=row,
        space=shown.space,
        contact=shown.id,
        channel=channel,
        outcome=outcome,
        day=now.date(),
        minutes=minutes,
        at=now.isoformat(timespec="seconds"),
    )
    said: dict[str, object] = {"followup_on": followup_on or stands}
    if contacted(attempt):
        said |= {"outcome": outcome, "met_on": now.date(), "next_step": next_step, "declined": declined}
    with ports.store.write() as tx:
        tx.change(shown, saw, **said)
        return tx.add(attempt)


def tries_of(ports: Ports, contact: Contact) -> list[Attempt]:
    """Every try after the first, by anybody, the newest first."""
    where = (col(Attempt.contact) == contact.id, col(Attempt.space) == contact.space)
    return ports.store.find(Attempt, *where, order_by=(col(Attempt.at).desc(), col(Attempt.id)))
