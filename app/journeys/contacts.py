"""An outreach worker met somebody: keep it, change it, take it away."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Channel, Contact, Outcome, RowId, altered
from app.storage.saw import Saw


def log_contact(
    ports: Ports,
    *,
    row: RowId,
    space: str | None = None,
    name: str = "",
    phone: str = "",
    address: str = "",
    language: str = "",
    channel: str = "",
    outcome: str = "",
    met_on: date | None = None,
    followup_on: date | None = None,
    note: str = "",
) -> Contact:
    """Keep the contact; on this phone for good when this returns. Without a `space` it goes to her first area."""
    contact = Contact(
        id=row,
        space=space or ports.store.space("area"),
        name=tidy(name),
        phone=tidy(phone),
        address=tidy(address),
        language=tidy(language),
        channel=channel,
        outcome=outcome,
        met_on=met_on or ports.today(),
        followup_on=followup_on,
        note=tidy_prose(note),
    )
    _check(contact, ports.today())
    with ports.store.write() as tx:
        return tx.add(contact)


def change_contact(ports: Ports, *, shown: Contact, saw: Saw, **fields: Any) -> Contact:
    """Keep what differs from `shown`, which is the contact as the screen opened with it; `saw` was taken then too."""
    said = {name: tidy_prose(value) if name == "note" else tidy(value) for name, value in fields.items()}
    _check(altered(shown, **said), ports.today(), before=shown)
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said)


def remove_contact(ports: Ports, *, shown: Contact, saw: Saw) -> None:
    """Take the contact away, unless somebody wrote of it what was not on this screen."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def _check(contact: Contact, today: date, before: Contact | None = None) -> None:
    if not (contact.name or contact.phone or contact.address):
        raise Refusal(N_("Write a name, a phone number or an address, so that you can find this person again."))
    if contact.met_on and contact.met_on > today and (before is None or before.met_on != contact.met_on):
        raise Refusal(N_("You cannot have met somebody in the future."))
    if contact.followup_on and contact.met_on and contact.followup_on < contact.met_on:
        raise Refusal(N_("The day to follow up lies before the day you met."))
    if before is None or before.channel != contact.channel:
        _one_of(contact.channel, Channel)
    if before is None or before.outcome != contact.outcome:
        _one_of(contact.outcome, Outcome)


def _one_of(value: str, kinds: type[Channel | Outcome]) -> None:
    if value and value not in set(kinds):
        raise ValueError("a screen offered what the record does not know")
