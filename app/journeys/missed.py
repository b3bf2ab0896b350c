"""A meeting that did not happen and that nobody had planned here: agreed by telephone, and she called herself."""

from __future__ import annotations

from datetime import date

from app.i18n import N_
from app.journeys.meetings import check_minutes
from app.ports import Ports, Refusal
from app.records import Meeting, MeetingState, Mentee, RowId
from app.storage.writing import Tx


def miss_meeting(
    ports: Ports,
    *,
    row: RowId,
    mentee: Mentee,
    day: date,
    mentor: str = "",
    notice: str = "",
    arranging: int | None = None,
    transport: int | None = None,
) -> Meeting:
    """Keep that they did not meet that day, how it came, and the minutes it took. Nobody's fault.

    `mentor` = the pseudonym of who would have met her, else who writes this.
    """
    refuse_to_come(ports, day)
    check_minutes(arranging, transport)
    with ports.store.write() as tx:
        missed = add_missed(ports, tx, row=row, mentee=mentee, day=day, mentor=mentor)
        return tx.change(missed, notice=notice, arranging=arranging, transport=transport)


def add_missed(ports: Ports, tx: Tx, *, row: RowId, mentee: Mentee, day: date, mentor: str = "") -> Meeting:
    """The bare fact, in this transaction."""
    whose, off = mentor or ports.me.person.hex(), MeetingState.CANCELLED.value
    return tx.add(Meeting(id=row, space=mentee.space, mentee=mentee.id, mentor=whose, state=off, held_on=day))


def refuse_to_come(ports: Ports, day: date) -> None:
    """Of a day to come nobody knows yet."""
    if day > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
