"""What is written about her is hers to read, one thing at a time: released in words meant for her, or read together."""

from __future__ import annotations

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.text import tidy_prose
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Meeting, MeetingState, Released, RowId
from app.storage.errors import NoSuchPlace
from app.storage.saw import Saw

MEETING = "meeting"


def may_release(ports: Ports, meeting: Meeting) -> bool:
    """Did the meeting take place, and may this person write what the mentee reads?"""
    try:
        plan = ports.store.beside(meeting.space, "plan")
    except NoSuchPlace:
        return False
    return meeting.state == MeetingState.HELD and "text" in ports.store.may_set(plan, "released")


def release(ports: Ports, *, row: RowId, meeting: Meeting, text: str) -> Released:
    """She finds it in her letter after the next sync. Only `text` and the day go along, nothing else of the meeting."""
    said = tidy_prose(text)
    if not said:
        raise Refusal(N_("Write what she may read."))
    refuse_cpr(said)
    released = Released(
        id=row,
        space=ports.store.beside(meeting.space, "plan"),
        noun=MEETING,
        row=meeting.id,
        day=meeting.held_on,
        text=said,
    )
    with ports.store.write() as tx:
        return tx.add(released)


def withdraw(ports: Ports, *, shown: Released, saw: Saw) -> None:
    """It is no longer in her letter. What she has read she has read, and her phone may have kept it."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def released_from(ports: Ports, meeting: Meeting) -> list[Released]:
    """What she may read of that meeting."""
    return ports.store.find(Released, col(Released.row) == meeting.id, order_by=col(Released.id))
