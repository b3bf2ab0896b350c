"""An outreach worker met somebody: keep it, change it, take it away."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from app.domain.cpr import refuse_cpr
from app.domain.rounds import refuse_long
from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.journeys.areas import chosen_area, writes_in
from app.journeys.going_with import take_along
from app.ports import Ports, Refusal
from app.records import Channel, Contact, Declined, NextStep, Outcome, RowId, Spoken, Topic, altered
from app.storage.saw import Saw

CHOICES: dict[str, type[StrEnum]] = {
    "channel": Channel,
    "outcome": Outcome,
    "spoken": Spoken,
    "next_step": NextStep,
    "declined": Declined,
}
"""What a contact says with one of a few words."""


def log_contact(
    ports: Ports,
    *,
    row: RowId,
    space: str | None = None,
    name: str = "",
    phone: str = "",
    address: str = "",
    language: str = "",
    spot: str = "",
    channel: str = "",
    outcome: str = "",
    spoken: str = "",
    topics: str = "",
    next_step: str = "",
    declined: str = "",
    met_on: date | None = None,
    followup_on: date | None = None,
    minutes: int | None = None,
    note: str = "",
) -> Contact:
    """Keep the contact; on this phone for good when this returns. Without a `space` it goes where she wrote last."""
    contact = Contact(
        id=row,
        space=chosen_area(ports, space),
        name=tidy(name),
        phone=tidy(phone),
        address=tidy(address),
        language=tidy(language),
        spot=spot,
        channel=channel,
        outcome=outcome,
        spoken=spoken,
        topics=topics,
        next_step=next_step,
        declined=declined,
        met_on=met_on or ports.today(),
        followup_on=followup_on,
        minutes=minutes,
        written_on=ports.today() if met_on and met_on != ports.today() else None,
        note=tidy_prose(note),
    )
    _check(contact, ports.today())
    with ports.store.write() as tx:
        writes_in(ports, tx, contact.space)
        return tx.add(contact)


def change_contact(ports: Ports, *, shown: Contact, saw: Saw, **fields: Any) -> Contact:
    """Keep what differs from `shown`, which is the contact as the screen opened with it; `saw` was taken then too."""
    said = {name: tidy_prose(value) if name == "note" else tidy(value) for name, value in fields.items()}
    if said.get("met_on", shown.met_on) not in (shown.met_on, ports.today()):
        said["written_on"] = ports.today()
    _check(altered(shown, **said), ports.today(), before=shown)
    with ports.store.write() as tx:
        return tx.change(shown, saw, **said)


def remove_contact(ports: Ports, *, shown: Contact, saw: Saw) -> None:
    """Take the contact away with all that hangs on it, unless somebody wrote of it what was not on this screen."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)
        take_along(ports, tx, [shown])


def _check(contact: Contact, today: date, before: Contact | None = None) -> None:
    if not (contact.name or contact.phone or contact.address or contact.spot):
        raise Refusal(N_("Write a name, a phone number or an address, so that you can find this person again."))
    if contact.met_on and contact.met_on > today and (before is None or before.met_on != contact.met_on):
        raise Refusal(N_("You cannot have met somebody in the future."))
    if contact.followup_on and contact.met_on and contact.followup_on < contact.met_on:
        raise Refusal(N_("The day to follow up lies before the day you met."))
    for name, kinds in CHOICES.items():
        if before is None or getattr(before, name) != getattr(contact, name):
            _one_of(getattr(contact, name), kinds)
    if before is None or before.topics != contact.topics:
        for topic in filter(None, contact.topics.split(",")):
            _one_of(topic, Topic)
    refuse_long(contact.minutes)
    refuse_cpr(contact.name, contact.address, contact.language, contact.note)


def _one_of(value: str, kinds: type[StrEnum]) -> None:
    if value and value not in set(kinds):
        raise ValueError("a screen offered what the record does not know")
