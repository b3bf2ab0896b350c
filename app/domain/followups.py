"""Whom to follow up: those with a day that has come, and those who were interested and then heard nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col

from app.records import INTERESTED, Contact, Outcome

PATIENCE_DAYS = 7
"""Somebody who was interested hears from us within a week, also when nobody set a day."""


@dataclass(frozen=True)
class FollowUp:
    """One person to call or visit; `days_waiting` counts from the day it was due, 0 on that day."""

    contact: Contact
    due_on: date
    days_waiting: int


def due_on(contact: Contact) -> date | None:
    """The day this contact is due, or None: a contact without any day is not chased, nor is one who takes part."""
    if contact.followup_on:
        return contact.followup_on
    if contact.met_on and contact.outcome == Outcome.INTERESTED and contact.joined_on is None:
        return contact.met_on + timedelta(days=PATIENCE_DAYS)
    return None


def followups_due(contacts: Iterable[Contact], today: date) -> list[FollowUp]:
    """The people waiting longest come first; then by name, so that the order is the same on every phone."""
    days = [(contact, due_on(contact)) for contact in contacts]
    due = [FollowUp(contact, day, (today - day).days) for contact, day in days if day and day <= today]
    return sorted(due, key=lambda wait: (-wait.days_waiting, wait.contact.name, wait.contact.id))


def is_due(today: date) -> ColumnElement[bool]:
    """A condition for `find` that holds for the contacts `followups_due` would name, and no others."""
    waited = and_(
        col(Contact.followup_on).is_(None),
        INTERESTED,
        col(Contact.joined_on).is_(None),
        col(Contact.met_on) <= today - timedelta(days=PATIENCE_DAYS),
    )
    return or_(col(Contact.followup_on) <= today, waited)


LONGEST_FIRST = (
    func.coalesce(col(Contact.followup_on), func.date(col(Contact.met_on), f"+{PATIENCE_DAYS} days")),
    col(Contact.name),
    col(Contact.id),
)
"""The order of `followups_due`, for `find`: who looks for the first few need not read them all."""
