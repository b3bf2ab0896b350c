"""Of somebody who is let go, a try of nobody stays: how one met and what came of it. So reach does not shrink."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence

from sqlmodel import col

from app.domain.contacted import contacted
from app.domain.one_person import joined_with
from app.ports import Ports
from app.records import NOBODYS, Attempt, Channel, Contact, RowId, SamePerson
from app.storage.writing import Tx


def leave_tries(ports: Ports, tx: Tx, going: Sequence[Contact], pairs: Collection[SamePerson]) -> None:
    """In the write in which they go. Who was spoken with by another line, too, is still counted by that one.

    The row is that of the line: two phones that let go of her at once leave one. It has no day and no door.
    """
    silent = {one.id for one in going}
    for contact in going:
        others = ports.store.find(Contact, col(Contact.id).in_(joined_with(contact.id, pairs)))
        elsewhere = any(contacted(other) and other.id not in silent for other in others)
        if contact.outcome and not (contacted(contact) and elsewhere):
            silent.discard(contact.id)
            tx.add(_of_nobody(contact, _minutes(ports, contact)))


def _minutes(ports: Ports, contact: Contact) -> int | None:
    """What she took in all: the tries, which go with her, too."""
    told = ports.store.total(
        Attempt, "contact", "minutes", col(Attempt.contact) == contact.id, col(Attempt.minutes) > 0
    )
    return (contact.minutes or 0) + sum(told.values()) or None


def _of_nobody(contact: Contact, minutes: int | None) -> Attempt:
    """Who was met on a round was tapped there: her row has no channel and counts as a person only."""
    row: RowId = hashlib.sha256(f"bb/nobody/1 {contact.id}".encode()).hexdigest()[:32]
    channel = "" if contact.spot else contact.channel or Channel.OTHER.value
    return Attempt(id=row, space=contact.space, spot=NOBODYS, channel=channel, outcome=contact.outcome, minutes=minutes)
