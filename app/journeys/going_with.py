"""Taken away so that the words leave every disk; and what hangs on a contact - tries, referrals - goes with it.

Bare taps of a round stay: a place, an outcome and a moment, nobody's door and nobody's name. They are the sums by which
reach is counted, and each is a row of its author's own that nobody else may fold into another. So do the rows of
nobody that her day leaves behind: `talks_that_stay`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlmodel import col, select

from app.domain.expiring import OTHERS_WAIT_DAYS
from app.journeys.talks_that_stay import leave_try
from app.ports import Ports
from app.records import Attempt, Contact, Record, Referral, RowId, field_names
from app.storage.writing import Tx

Hanging = Attempt | Referral
HANGING: tuple[type[Attempt], type[Referral]] = (Attempt, Referral)


def wrote(ports: Ports, row: Record) -> bool:
    """Does what this person said stand in the line?"""
    return any(line.mine for name in field_names(type(row)) if (line := ports.store.byline(row, name)))


def take_away(ports: Ports, tx: Tx, row: Record) -> None:
    """Its texts first, if they are hers: so her bytes of them are replaced, on the hub and on every phone.

    Who did not write it empties nothing: two who do so at once would bring the line back.
    """
    saw = ports.store.seen(row).settling()
    if wrote(ports, row):
        tx.change(row, saw, **{name: "" for name in field_names(type(row)) if isinstance(getattr(row, name), str)})
    tx.remove(row, saw)


def take_along(ports: Ports, tx: Tx, gone: Collection[Contact]) -> None:
    """In the write in which these contacts go: what she said of them goes, what a colleague said names them no more."""
    for noun in HANGING if gone else ():
        _part(ports, tx, ports.store.find(noun, col(noun.contact).in_({one.id for one in gone})))


def has_gone(ports: Ports, space: str, line: RowId) -> bool:
    """Whether there is no such line any more, or never was; one that only waits for a key is there."""
    try:
        return ports.store.is_gone(space, line)
    except ValueError:
        return True  # no id of a row: another member may have written anything


def take_what_is_left(ports: Ports, tx: Tx, day: date, limit: int) -> None:
    """What names a contact that is gone: an older app's, or a try that arrived later, which stays counted. And what
    names none any more: its writer's phone takes it, for only she can replace its bytes; another one a fortnight later.
    """
    late = day - timedelta(days=OTHERS_WAIT_DAYS)
    for noun in HANGING:
        there = select(col(Contact.id))
        unseen = ports.store.find(noun, col(noun.contact) != "", col(noun.contact).not_in(there), limit=limit)
        left = [row for row in unseen if has_gone(ports, row.space, row.contact)]
        for row in left:
            if isinstance(row, Attempt):
                leave_try(tx, row)
        _part(ports, tx, left)
        loose = [col(noun.contact) == "", *([col(Attempt.spot) == ""] if noun is Attempt else [])]
        for row in ports.store.find(noun, *loose, order_by=(col(noun.day), col(noun.id)), limit=limit):
            parted = ports.store.byline(row, "contact")
            if _made(ports, row):
                take_away(ports, tx, row)
            elif parted is None or parted.at.date() <= late:
                tx.remove(row, ports.store.seen(row))


def _part(ports: Ports, tx: Tx, rows: Iterable[Hanging]) -> None:
    for row in rows:
        if _made(ports, row):
            take_away(ports, tx, row)
        else:
            tx.change(row, contact="")


def _made(ports: Ports, row: Hanging) -> bool:
    """The day is said once, by who made it."""
    line = ports.store.byline(row, "day")
    return line is not None and line.mine
