"""Two contacts turn out to be one person: said, seen everywhere, and unsaid when it was wrong."""

from __future__ import annotations

import hashlib

from sqlmodel import col, or_, select

from app.domain.contacted import NEWEST_FIRST
from app.domain.one_person import joined_with
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Contact, SamePerson
from app.storage.saw import Saw


def are_one(ports: Ports, *, one: Contact, other: Contact) -> SamePerson:
    """Both lines stay as they are. Two colleagues who say it at once say it once."""
    if one.id == other.id:
        raise Refusal(N_("Choose another line than this one."))
    if one.space != other.space:
        raise Refusal(N_("The two lines belong to different areas."))
    first, second = sorted((one.id, other.id))
    row = hashlib.sha256(f"bb/same/1 {first} {second}".encode()).hexdigest()[:32]
    with ports.store.write() as tx:
        return tx.add(SamePerson(id=row, space=one.space, one=first, other=second))


def are_two(ports: Ports, *, shown: SamePerson, saw: Saw) -> None:
    """They are two people after all."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def also_written_as(ports: Ports, contact: Contact) -> list[Contact]:
    """Her other lines, through others too."""
    rows = joined_with(contact.id, ports.store.find(SamePerson, col(SamePerson.space) == contact.space))
    return ports.store.find(Contact, col(Contact.id).in_(rows), order_by=col(Contact.id)) if rows else []


def said_of(ports: Ports, contact: Contact) -> list[SamePerson]:
    """What was said of this line itself and of another one that is here: what can be unsaid here."""
    mine, there = or_(col(SamePerson.one) == contact.id, col(SamePerson.other) == contact.id), select(col(Contact.id))
    both = col(SamePerson.one).in_(there), col(SamePerson.other).in_(there)
    return ports.store.find(SamePerson, mine, *both, order_by=col(SamePerson.id))


def might_be(ports: Ports, contact: Contact, *, matching: str, limit: int) -> list[Contact]:
    """Other lines of the area that fit what was typed; without words those with the same phone or the same door."""
    where = [col(Contact.id) != contact.id, col(Contact.space) == contact.space]
    if not matching:
        alike = [
            getattr(Contact, name) == said for name in ("phone", "address", "name") if (said := getattr(contact, name))
        ]
        if not alike:
            return []
        where.append(or_(*alike))
    return ports.store.find(Contact, *where, matching=matching, order_by=NEWEST_FIRST, limit=limit)
