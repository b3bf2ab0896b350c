"""A meeting that is to come: what we plan, and what the mentee sees of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.domain.beside import beside
from app.domain.roles import MENTOR
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.ways import way_known
from app.ports import Ports, Refusal
from app.records import MAY_COME, Appointment, Meeting, MeetingState, Mentee, RowId
from app.storage.writing import Tx


def add_planned(
    ports: Ports,
    tx: Tx,
    *,
    row: RowId,
    mentee: Mentee,
    starts: str,
    place: str = "",
    place_kind: str = "",
    topics: str = "",
    with_whom: str = "",
) -> Meeting:
    """Both, in this transaction. `starts` is local, "YYYY-MM-DDTHH:MM"; `with_whom` where it is not this person alone.

    A mentor plans for herself; whom a worker plans it for is said when somebody tells how it went.
    """
    meeting = Meeting(
        id=row,
        space=mentee.space,
        mentee=mentee.id,
        mentor=ports.me.person.hex() if ports.me.role == MENTOR else "",
        state=MeetingState.PLANNED.value,
        starts=start_of(starts),
        place=tidy(place),
        place_kind=place_kind,
        topics=tidy(topics),
    )
    kept = tx.add(meeting)
    plan = ports.store.beside(mentee.space, "plan")
    hers = Appointment(
        id=beside(row, "appointment"),
        space=plan,
        meeting=row,
        starts=meeting.starts,
        place=meeting.place,
        place_kind=place_kind,
        with_whom=tidy(with_whom) or ports.me.name,
        **way_known(ports, plan, meeting.place),
    )
    tx.add(hers)
    return kept


def call_off(ports: Ports, tx: Tx, shown: Meeting, **said: Any) -> Meeting:
    """In this transaction: it does not take place, nobody's fault, and she sees it no more."""
    kept = tx.change(shown, **{**said, "state": MeetingState.CANCELLED.value})
    if hers := ports.store.get(Appointment, beside(shown.id, "appointment")):
        tx.remove(hers, ports.store.seen(hers))
    return kept


def row_of_next(ports: Ports, row: RowId, planned: Meeting | None) -> RowId:
    """The id of the meeting after the one that is told: two phones that tell one plan off-line plan one next meeting.

    Without a plan, and when that next one was told of already, it goes by `row`.
    """
    if planned is None:
        return beside(row, "next")
    after = beside(planned.id, "next")
    there = ports.store.get(Meeting, after)
    return after if there is None or there.state in MAY_COME else beside(row, "next")


def start_of(starts: str) -> str:
    """To the minute; Refusal for what is no moment."""
    try:
        return datetime.fromisoformat(starts).strftime("%Y-%m-%dT%H:%M")
    except ValueError as cause:
        raise Refusal(N_("Choose a day and an hour.")) from cause
