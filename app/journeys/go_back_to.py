"""Whom to go back to, as *Today* asks: the longest waits first, and nobody twice who has several lines."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import col

from app.domain.contacted import SPOKE
from app.domain.followups import LONGEST_FIRST, FollowUp, followups_due, is_due
from app.domain.one_person import lines_of_each
from app.ports import Ports
from app.records import Contact, RowId, SamePerson

WAITS = (Contact, SamePerson)
"""What this is read from."""


def go_back_to(ports: Ports, limit: int) -> tuple[list[FollowUp], int]:
    """The first of them, and how many more there are."""
    find, today = ports.store.find, ports.today()
    said = _said_since(ports)
    waits = [is_due(today), *([col(Contact.id).not_in(said)] if said else [])]
    first = followups_due(find(Contact, *waits, order_by=LONGEST_FIRST, limit=limit), today)
    return first, ports.store.count(Contact, *waits) - len(first)


def _said_since(ports: Ports) -> Collection[RowId]:
    """Due lines of people who were spoken with later by another line: what was said there holds. Only joined ones."""
    store, values = ports.store, ports.store.values
    hers = store.once("lines of each", [SamePerson], lambda: lines_of_each(store.find(SamePerson)))
    if not hers:
        return []
    joined = col(Contact.id).in_(hers)
    due = values(Contact, "met_on", joined, is_due(ports.today()))
    spoken = values(Contact, "met_on", joined, col(Contact.outcome).in_(sorted(SPOKE)))
    last = {row: max((spoken.get(one) or date.min for one in hers[row]), default=date.min) for row in due}
    return [row for row, met_on in due.items() if last[row] > (met_on or date.min)]
