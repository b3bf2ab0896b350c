"""Who of a group came: each tap is one row in her own file, so that two who mark one session both count."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from app.domain.attendance import Came, came, next_turn, standing
from app.domain.beside import beside
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Attendance, Cohort, GroupSession, Mentee, Presence, Seat
from app.storage.order import by_name


def take_seat(ports: Ports, *, mentee: Mentee, cohort: Cohort, yes: bool) -> None:
    """She takes part from today, or no longer; the same row on every phone."""
    row, today = beside(f"{mentee.id} {cohort.id}", "seat"), ports.today()
    there = ports.store.get(Seat, row, mentee.space)
    with ports.store.write() as tx:
        if there is not None:
            tx.change(there, left_on=None if yes else today)
        elif yes:
            tx.add(Seat(id=row, space=mentee.space, mentee=mentee.id, cohort=cohort.id, since=today))


def seated(ports: Ports, cohort: str, on: date | None = None) -> list[Mentee]:
    """Who takes part, by name: those whose files this person has, and nobody else.

    `on` a past day also who left on it or later. When she began does not count: a sheet may be older than her seat.
    """
    stays = col(Seat.left_on).is_(None)
    seats = ports.store.find(Seat, col(Seat.cohort) == cohort, or_(stays, col(Seat.left_on) >= on) if on else stays)
    hers = {seat.mentee for seat in seats}
    return ports.store.find(Mentee, col(Mentee.id).in_(hers), order_by=(by_name(Mentee.name), col(Mentee.id)))


def seats_of(ports: Ports, mentee: Mentee) -> list[Cohort]:
    """The groups she takes part in."""
    seats = ports.store.find(Seat, col(Seat.mentee) == mentee.id, col(Seat.left_on).is_(None))
    return ports.store.find(
        Cohort, col(Cohort.id).in_({seat.cohort for seat in seats}), order_by=(by_name(Cohort.name),)
    )


def mark(ports: Ports, *, session: GroupSession, mentee: Mentee, presence: str) -> Attendance:
    """One tap. Before the day only that she said she cannot; "" takes back what was tapped."""
    tap = tapped_now(ports, session=session, mentee=mentee, presence=presence)
    with ports.store.write() as tx:
        return tx.add(tap)


def tapped_now(ports: Ports, *, session: GroupSession, mentee: Mentee, presence: str) -> Attendance:
    """That tap, not kept yet; refused where it cannot be."""
    now = ports.clock.local_now()
    if presence not in {"", *Presence}:
        raise ValueError("a screen offered what the record does not know")
    if presence not in {"", Presence.SAID} and session.held_on and session.held_on > now.date():
        raise Refusal(N_("The group has not met yet. Until then only who said no."))
    return Attendance(
        id=ports.new_row(),
        space=mentee.space,
        mentee=mentee.id,
        session=session.id,
        presence=presence,
        turn=next_turn(ports.store.find(Attendance, *_about(mentee.id, {session.id}))),
        at=now.isoformat(timespec="seconds"),
    )


def marked(ports: Ports, session: GroupSession) -> dict[str, str]:
    """{mentee: how she came}"""
    held = standing(ports.store.find(Attendance, col(Attendance.session) == session.id))
    return {mentee: tap.presence for (mentee, _), tap in held.items()}


def how_often(ports: Ports, cohort: str, mentee: str = "") -> dict[str, Came]:
    """{mentee: how often she came to that group}, of all or of one."""
    where = [col(GroupSession.cohort) == cohort]
    rows = {one.id for one in ports.store.find(GroupSession, *where)}
    return came(standing(ports.store.find(Attendance, *_about(mentee, rows))))


def _about(mentee: str, sessions: Collection[str]) -> list[ColumnElement[bool]]:
    hers = [col(Attendance.mentee) == mentee] if mentee else []
    return [col(Attendance.session).in_(sessions), *hers]
