"""A contact with all that may be said of it, and her yes."""

from __future__ import annotations

from app.journeys.contacts import log_contact
from app.journeys.growing import said_yes
from app.records import Contact
from tests.world import Phone

SAID = {"name": "Grønne Dør QZX", "address": "Egeparken 12 QZX", "phone": "20304050", "note": "note QZX"}


def log(phone: Phone, /, **said: object) -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), **({"outcome": "talked"} | SAID | said))  # type: ignore[arg-type]


def there(phone: Phone, contact: Contact) -> Contact | None:
    return phone.store.get(Contact, contact.id)


def yes(phone: Phone, contact: Contact, explained: str = "shared", name: str = "Amal") -> Contact:
    shown = there(phone, contact)
    assert shown
    return said_yes(phone.ports, shown=shown, saw=phone.store.seen(shown), name=name, explained=explained)
