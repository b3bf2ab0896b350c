"""Who was only tried, who was spoken with, and with whom something began: three things that are never one number."""

from __future__ import annotations

from sqlalchemy import func
from sqlmodel import col

from app.records import Attempt, Contact, Outcome

SPOKE = frozenset({Outcome.TALKED.value, Outcome.NOT_NOW.value, Outcome.INTERESTED.value})

NEWEST_FIRST = (
    func.coalesce(col(Contact.met_on), col(Contact.written_on)).desc(),
    col(Contact.name),
    col(Contact.id),
)
"""The order of a list of people, for `find`: of whom nobody knows the day they met, by the day she was written down."""


def contacted(one: Contact | Attempt) -> bool:
    """The two spoke, whatever came of it."""
    return one.outcome in SPOKE


def engaged(contact: Contact) -> bool:
    """More than a talk: she wants to hear more, or they agreed what comes next."""
    return contact.outcome == Outcome.INTERESTED or (contacted(contact) and bool(contact.next_step))


def tries(contact: Contact, again: int) -> int:
    """How often somebody tried to reach her: the first time, and every time `again`."""
    return again + (1 if contact.outcome else 0)
