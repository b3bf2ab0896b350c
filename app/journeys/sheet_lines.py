"""A line of a sheet that was filled in by hand: they met or did not, and the next time."""

from __future__ import annotations

from datetime import date

from sqlmodel import col

from app.domain.agenda import still_open, whose
from app.journeys.appointments import add_planned, call_off, row_of_next
from app.journeys.meetings import log_meeting, planned_with
from app.journeys.missed import add_missed, refuse_to_come
from app.ports import Ports
from app.records import Meeting, Mentee, RowId


def keep_line(
    ports: Ports, *, row: RowId, mentee: Mentee, day: date, minutes: int | None, next_starts: str = "", mentor: str = ""
) -> Meeting:
    """A line of the sheet of that `mentor` (a pseudonym), else of her own. What was planned is told on, not kept twice.

    `minutes` None: they did not meet, and it is nobody's fault.
    """
    planned = planned_on(ports, mentee, day, mentor)
    told = planned or Meeting()
    if next_starts in {one.starts for one in planned_with(ports, mentee.id)}:
        next_starts = ""
    if minutes is not None:
        return log_meeting(
            ports,
            row=row,
            mentee=mentee,
            held_on=day,
            mentor=mentor,
            minutes=minutes,
            place=told.place,
            place_kind=told.place_kind,
            topics=told.topics,
            next_starts=next_starts,
            planned=planned,
        )
    refuse_to_come(ports, day)
    with ports.store.write() as tx:
        if planned:
            kept = call_off(ports, tx, planned, mentor=mentor or told.mentor or ports.me.person.hex())
        else:
            kept = add_missed(ports, tx, row=row, mentee=mentee, day=day, mentor=mentor)
        if next_starts:
            again, where = row_of_next(ports, row, planned), {"place": told.place, "place_kind": told.place_kind}
            add_planned(ports, tx, row=again, mentee=mentee, starts=next_starts, **where)
    return kept


def planned_on(ports: Ports, mentee: Mentee, day: date, mentor: str = "") -> Meeting | None:
    """The first one planned for that day and not told of yet; of that `mentor`, or nobody said of whom."""
    hers = (col(Meeting.mentee) == mentee.id, still_open(), *whose(mentor))
    on_it = (col(Meeting.starts) >= day.isoformat(), col(Meeting.starts) < f"{day.isoformat()}T99")
    found = ports.store.find(Meeting, *hers, *on_it, order_by=(col(Meeting.starts), col(Meeting.id)), limit=1)
    return found[0] if found else None
