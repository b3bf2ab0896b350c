"""Of somebody who is let go, tries of nobody stay: how one met, what it took, what came of it. So reach stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import col

from app.domain.contacted import contacted
from app.domain.nobodys import channel_of, counts_person, counts_spoken, of_line, of_try, person_rows, spoken_rows
from app.domain.one_person import lines_of_each
from app.journeys.attempts import tries_of
from app.journeys.back_again import back_again
from app.ports import Ports
from app.records import COUNTED, NOBODYS, Attempt, Channel, Contact, RowId, SamePerson
from app.storage.writing import Tx


def leave_tries(ports: Ports, tx: Tx, going: Sequence[Contact], pairs: Collection[SamePerson]) -> None:
    """In the write in which they go. A line is one row, every further try another one.

    The rows are those of the line: two phones that let go of her at once leave them once. They have no day and no door.
    """
    hers = lines_of_each(pairs)
    back = {row: line for space in {one.space for one in going} for row, line in back_again(ports, space).items()}
    for contact in going:
        if line := back.get(contact.id):
            _leave_again(ports, tx, line, hers.get(line.id, {line.id}))
        elif contact.outcome and contact.id in hers:
            _leave_one_of_several(ports, tx, contact, hers[contact.id])
        elif contact.outcome:
            row, channel = counts_person(contact.id), channel_of(contact)
            tx.add(_of_nobody(contact, row, channel=channel, outcome=contact.outcome, minutes=contact.minutes))
        for one in tries_of(ports, contact):
            leave_try(tx, one)


def leave_try(tx: Tx, one: Attempt) -> None:
    """One more try of somebody whose line is gone, also a try that arrived after it: it was made, and stays counted."""
    tx.add(_of_nobody(one, of_try(one.id), channel=one.channel or Channel.OTHER.value, minutes=one.minutes))


def _leave_one_of_several(ports: Ports, tx: Tx, contact: Contact, lines: Collection[RowId]) -> None:
    """She is counted once, and once by each channel, whichever line goes first; what each took stands by itself."""
    channel, spoke = channel_of(contact), contacted(contact)
    _leave_person(ports, tx, contact, lines)
    if channel:
        outcome = "" if spoke else contact.outcome
        tx.add(_of_nobody(contact, of_line(contact.id), channel=channel, outcome=outcome, minutes=contact.minutes))


def _leave_person(ports: Ports, tx: Tx, contact: Contact, lines: Collection[RowId]) -> None:
    channel, spoke = channel_of(contact), contacted(contact)
    if spoke and not _stays(ports, person_rows(lines)):
        tx.add(_of_nobody(contact, counts_person(min(lines)), outcome=contact.outcome))
    if spoke and channel and not _stays(ports, spoken_rows(lines, channel)):
        tx.add(_of_nobody(contact, counts_spoken(min(lines), channel), channel=channel, outcome=COUNTED))


def _leave_again(ports: Ports, tx: Tx, line: Contact, lines: Collection[RowId]) -> None:
    """What it took stays already; that the two spoke since is said, if nothing said it before."""
    alone, one_of_hers = (ports.store.get(Attempt, name(line.id), line.space) for name in (counts_person, of_line))
    if one_of_hers:
        if one_of_hers.outcome:
            _leave_person(ports, tx, line, lines)
    elif alone and contacted(line) and not contacted(alone):
        tx.change(alone, outcome=line.outcome)


def _stays(ports: Ports, rows: Collection[RowId]) -> bool:
    return ports.store.count(Attempt, col(Attempt.spot) == NOBODYS, col(Attempt.id).in_(rows)) > 0


def _of_nobody(
    of: Contact | Attempt, row: RowId, *, channel: str = "", outcome: str = "", minutes: int | None = None
) -> Attempt:
    return Attempt(id=row, space=of.space, spot=NOBODYS, channel=channel, outcome=outcome, minutes=minutes)
