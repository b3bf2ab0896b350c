"""A column of a group's sheet that was filled in by hand: a day, who came, and how many others."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlmodel import col

from app.domain.initials import initials
from app.i18n import N_
from app.journeys.attendance import marked, seated, tapped_now
from app.journeys.group_sessions import guests, one_guest, session_on
from app.ports import Ports, Refusal
from app.records import Cohort, GroupSession, Mentee, Presence, RowId, Seat

MOST_OTHERS = 100


def on_the_sheet(ports: Ports, cohort: RowId, on: date | None = None) -> list[tuple[str, Mentee]]:
    """(what stands on the sheet, who it is), in the sheet's order: those whose files this person has.

    `on` a past day who left since is among them, and what stands for each is the same then and now.
    """
    seats = {seat.mentee: seat.id for seat in ports.store.find(Seat, col(Seat.cohort) == cohort)}
    ever = ports.store.find(Mentee, col(Mentee.id).in_(seats))
    marks = initials({seats[one.id]: one.name for one in ever})
    return [(marks[seats[one.id]], one) for one in seated(ports, cohort, on)]


def keep_column(
    ports: Ports, *, cohort: Cohort, held_on: date, minutes: int, came: Collection[RowId], others: int
) -> GroupSession:
    """`came` = the mentees with a tick; of the rest nothing is said: nobody is asked after for want of a tick.

    Typed in twice it is kept once.
    """
    if held_on > ports.today():
        raise Refusal(N_("A meeting cannot be in the future."))
    if not 0 <= others <= MOST_OTHERS:
        raise Refusal(N_("Count between 0 and %(most)d people."), most=MOST_OTHERS)
    session = session_on(ports, cohort=cohort, held_on=held_on, minutes=minutes)
    before, there = marked(ports, session), guests(ports, session)
    with ports.store.write() as tx:
        kept = tx.add(session)
        for mentee in seated(ports, cohort.id, held_on):
            if mentee.id in came and before.get(mentee.id) != Presence.CAME:
                tx.add(tapped_now(ports, session=session, mentee=mentee, presence=Presence.CAME.value))
        for _ in range(others - there):
            tx.add(one_guest(ports, session))
    return kept
