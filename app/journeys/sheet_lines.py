"""A line of a sheet that was filled in by hand: they met or did not, and the next time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, or_
from sqlmodel import col

from app.domain.agenda import still_open, whose
from app.domain.beside import beside
from app.journeys.appointments import add_planned, call_off, row_of_next
from app.journeys.meetings import check_minutes, log_meeting
from app.journeys.missed import add_missed, refuse_to_come
from app.ports import Ports
from app.records import MAY_COME, Meeting, MeetingState, Mentee, RowId


def keep_line(
    ports: Ports,
    *,
    mentee: Mentee,
    day: date,
    minutes: int | None,
    next_starts: str = "",
    mentor: str = "",
    nth: int = 0,
) -> Meeting:
    """A line of the sheet of that `mentor` (a pseudonym), else of her own. What was planned is told on, not kept twice.

    `minutes` None: they did not meet, and it is nobody's fault. `nth` = how many lines of that day and mentor that say
    the same of it stand before this one. Typed in again it is the same meeting, and only its minutes are said anew.
    """
    refuse_to_come(ports, day)
    check_minutes(minutes)
    met = minutes is not None
    plans = _plans_on(ports, mentee, day, mentor, met=met)
    row = _row(ports, mentee, day, mentor, nth - len(plans), met=met)
    there = plans[nth] if nth < len(plans) else ports.store.get(Meeting, row, mentee.space)
    if there:
        row = ports.new_row()
    if ports.store.count(Meeting, col(Meeting.mentee) == mentee.id, still_open(), col(Meeting.starts) == next_starts):
        next_starts = ""
    told = there or Meeting()
    if met and (there is None or there.state in MAY_COME):
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
            planned=there,
        )
    with ports.store.write() as tx:
        if there is None:
            kept = add_missed(ports, tx, row=row, mentee=mentee, day=day, mentor=mentor)
        elif there.state in MAY_COME:
            kept = call_off(ports, tx, there, mentor=mentor or there.mentor or ports.me.person.hex())
        else:
            kept = tx.change(there, minutes=minutes)
        if next_starts:
            again, where = row_of_next(ports, row, there), {"place": told.place, "place_kind": told.place_kind}
            add_planned(ports, tx, row=again, mentee=mentee, starts=next_starts, **where)
    return kept


def _plans_on(ports: Ports, mentee: Mentee, day: date, mentor: str, *, met: bool) -> list[Meeting]:
    """What was planned for that day and is not told of yet, or was told just so."""
    held = and_(col(Meeting.state) == MeetingState.HELD.value, col(Meeting.held_on) == day)
    so = held if met else col(Meeting.state) == MeetingState.CANCELLED.value
    on_it = (col(Meeting.starts) >= day.isoformat(), col(Meeting.starts) < f"{day.isoformat()}T99")
    hers = (col(Meeting.mentee) == mentee.id, *whose(mentor))
    return ports.store.find(
        Meeting, *hers, *on_it, or_(still_open(), so), order_by=(col(Meeting.starts), col(Meeting.id))
    )


def _row(ports: Ports, mentee: Mentee, day: date, mentor: str, nth: int, *, met: bool) -> RowId:
    """Where nothing was planned: the same on every phone that types the sheet in."""
    who = mentor or ports.me.person.hex()
    return beside(f"{mentee.id} {who} {day} {nth}", "line" if met else "missed")
