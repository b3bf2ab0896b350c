"""A worker meets somebody, and tries again."""

from __future__ import annotations

from app.journeys.attempts import try_again
from app.journeys.contacts import log_contact
from app.records import Contact
from tests.world import Phone


def log(phone: Phone, /, **said: object) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), **({"name": "Green door", "channel": "door"} | said))  # type: ignore[arg-type]


def again(phone: Phone, contact: Contact, outcome: str, minutes: int, channel: str = "phone") -> None:
    """One more try."""
    shown = phone.store.get(Contact, contact.id)
    assert shown
    saw, row = phone.store.seen(shown), phone.ports.new_row()
    try_again(phone.ports, row=row, shown=shown, saw=saw, outcome=outcome, channel=channel, minutes=minutes)
