"""Asking after a mentee who did not come to her group: who is to be asked after, and that one of us did."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import col

from app.domain.asking_after import FRESH, LADDER, ToAsk, to_ask
from app.domain.attendance import standing
from app.domain.beside import beside
from app.domain.roles import STEWARDS
from app.journeys.ending import ended_files
from app.journeys.falls_to import is_mine
from app.ports import Ports
from app.records import Answer, AskedAfter, Attendance, GroupSession, Mentee, Presence, Seat
from app.storage.saw import Saw


def asks(ports: Ports, mentee: Mentee | None = None) -> list[ToAsk]:
    """Of all files that this person has, or of one: of who still takes part, and whose file has not ended.

    Looks at three weeks of sessions, however many there were.
    """
    find, today = ports.store.find, ports.today()
    lately = {one.id: one for one in find(GroupSession, *lately_met(ports))}
    if not lately:
        return []
    then = col(Attendance.session).in_(lately)
    hers = [] if mentee is None else [col(Attendance.mentee) == mentee.id]
    away = {one.mentee for one in find(Attendance, col(Attendance.presence) == Presence.AWAY.value, then, *hers)}
    taps = find(Attendance, then, col(Attendance.mentee).in_(away))
    groups = {one.cohort for one in lately.values()}
    seats = find(Seat, col(Seat.cohort).in_(groups), col(Seat.mentee).in_(away), col(Seat.left_on).is_(None))
    takes_part = {(one.mentee, one.cohort) for one in seats}
    held = {key: tap for key, tap in standing(taps).items() if (tap.mentee, lately[tap.session].cohort) in takes_part}
    resting = {one.id for one in find(Mentee, col(Mentee.quiet_until) >= today)}.union(ended_files(ports))
    asked = find(AskedAfter, col(AskedAfter.session).in_(lately))
    return to_ask(held, lately, asked, resting=resting, today=today)


def my_asks(ports: Ports) -> list[ToAsk]:
    """Those that are hers to ask after; a mentor, who is not prompted to, is passed over."""
    waits = asks(ports)
    known = ports.store.find(Mentee, col(Mentee.id).in_({one.mentee for one in waits}))
    mine = {mentee.id for mentee in known if is_mine(ports, mentee, among=STEWARDS)}
    return [one for one in waits if one.mentee in mine]


def lately_met(ports: Ports) -> list[ColumnElement[bool]]:
    """Conditions for `find` and `count`: the sessions that may still be asked after."""
    today = ports.today()
    return [col(GroupSession.held_on) >= today - FRESH, col(GroupSession.held_on) <= today]


def ask_after(ports: Ports, *, mentee: Mentee, session: str, way: str, spoke: bool) -> AskedAfter:
    """She called, came by or went there with her today: one row for each way. What was said stands nowhere."""
    if way not in LADDER:
        raise ValueError("a screen offered what the record does not know")
    me = ports.me.person.hex()
    asked = AskedAfter(
        id=beside(f"{mentee.id} {session} {way} {me}", "asked"),
        space=mentee.space,
        mentee=mentee.id,
        session=session,
        way=way,
        asked_on=ports.today(),
        person=me,
        spoke=Answer.YES if spoke else Answer.NO,
    )
    with ports.store.write() as tx:
        return tx.add(asked)


def not_asked_after_all(ports: Ports, *, shown: AskedAfter, saw: Saw) -> None:
    """A slip of the thumb."""
    with ports.store.write() as tx:
        tx.remove(shown, saw)


def asked_after(ports: Ports, mentee: Mentee, session: str) -> list[AskedAfter]:
    """What was done about that one time, in order."""
    hers = (col(AskedAfter.mentee) == mentee.id, col(AskedAfter.session) == session)
    return ports.store.find(AskedAfter, *hers, order_by=(col(AskedAfter.asked_on), col(AskedAfter.id)))
