"""Who is known by a nickname alone is not kept for ever: until when, and who is about to go."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_
from sqlmodel import col

from app.records import Contact

KEEP_DAYS, LEAST_DAYS, MOST_DAYS = 90, 14, 365
"""From the last time she was met; the organisation may choose another number within the two bounds."""

AFTER_FOLLOWUP_DAYS = 14
"""A day agreed with her lies ahead: the line is there on that day and a little after."""

WARN_DAYS = 14
"""How long before, the app says so: also of a line that was old when it was written, or when the number changed."""

OTHERS_WAIT_DAYS = 14
"""Who wrote the line lets it go on its day; any other phone only so much later."""


def expires_on(contact: Contact, keep_days: int, decided_on: date | None = None) -> date | None:
    """The first day on which the line is no longer kept; None for who said yes, and for a line without any day.

    `decided_on` = when the organisation chose that number, if it ever did.
    """
    since = contact.met_on or contact.written_on
    if contact.consented_on or since is None:
        return None
    days = [since + timedelta(days=keep_days)]
    days += [day + timedelta(days=WARN_DAYS) for day in (contact.written_on, decided_on) if day]
    if contact.followup_on:
        days.append(contact.followup_on + timedelta(days=AFTER_FOLLOWUP_DAYS))
    return max(days)


def expires_by(day: date, keep_days: int, decided_on: date | None = None) -> ColumnElement[bool]:
    """A condition for `find`: the contacts whose `expires_on` is that day or earlier."""
    if decided_on and decided_on > day - timedelta(days=WARN_DAYS):
        return false()
    since = func.coalesce(col(Contact.met_on), col(Contact.written_on))
    told = or_(col(Contact.written_on).is_(None), col(Contact.written_on) <= day - timedelta(days=WARN_DAYS))
    agreed = or_(
        col(Contact.followup_on).is_(None), col(Contact.followup_on) <= day - timedelta(days=AFTER_FOLLOWUP_DAYS)
    )
    return and_(col(Contact.consented_on).is_(None), since <= day - timedelta(days=keep_days), told, agreed)


def without_any_day() -> ColumnElement[bool]:
    """A condition for `find`: lines of which nobody knows how old they are, because an older app wrote them."""
    return and_(col(Contact.consented_on).is_(None), col(Contact.met_on).is_(None), col(Contact.written_on).is_(None))


def keep_days_of(value: str) -> int:
    """What an organisation wrote, within the bounds; the usual number for anything else."""
    return min(max(int(value), LEAST_DAYS), MOST_DAYS) if value.isdigit() else KEEP_DAYS
