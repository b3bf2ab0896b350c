"""The times a group meets: a day, minutes, what all talked about, guests without names. Nothing of one person."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import col

from app.domain.beside import beside
from app.i18n import N_
from app.ports import Ports, Refusal
from app.records import Answer, Cohort, GroupSession, Guest

DAY_MINUTES = 24 * 60
AHEAD = timedelta(days=366)


def keep_session(ports: Ports, *, cohort: Cohort, held_on: date, minutes: int) -> GroupSession:
    """The group meets that day. Two who write it down write one row; it may still be to come."""
    session = session_on(ports, cohort=cohort, held_on=held_on, minutes=minutes)
    with ports.store.write() as tx:
        return tx.add(session)


def session_on(ports: Ports, *, cohort: Cohort, held_on: date, minutes: int) -> GroupSession:
    """That row, not kept yet; refused where it cannot be."""
    if not 0 <= minutes <= DAY_MINUTES:
        raise Refusal(N_("A meeting lasts between nothing and a day."))
    if held_on > ports.today() + AHEAD:
        raise Refusal(N_("Choose a day within a year."))
    row = beside(f"{cohort.id} {held_on.isoformat()}", "session")
    return GroupSession(id=row, space=cohort.space, cohort=cohort.id, held_on=held_on, minutes=minutes)


def tell_session(
    ports: Ports, *, shown: GroupSession, topics: str | None = None, role_model: str | None = None
) -> None:
    """What the group talked about, and whether somebody was there who has gone the same way."""
    if role_model not in {None, "", Answer.YES, Answer.NO}:
        raise ValueError("a screen offered what the record does not know")
    told = {name: value for name, value in (("topics", topics), ("role_model", role_model)) if value is not None}
    with ports.store.write() as tx:
        tx.change(shown, None, **told)


def sessions_of(ports: Ports, cohort: str, limit: int | None = None) -> list[GroupSession]:
    """The latest first, those to come before all."""
    order = (col(GroupSession.held_on).desc(), col(GroupSession.id))
    return ports.store.find(GroupSession, col(GroupSession.cohort) == cohort, order_by=order, limit=limit)


def sessions_held(ports: Ports, cohort: str) -> int:
    """How many times the group met so far; those to come do not count."""
    held = col(GroupSession.held_on) <= ports.today()
    return ports.store.count(GroupSession, col(GroupSession.cohort) == cohort, held)


def guest_came(ports: Ports, session: GroupSession) -> None:
    """One more, without a name. Two who count add up."""
    with ports.store.write() as tx:
        tx.add(one_guest(ports, session))


def one_guest(ports: Ports, session: GroupSession) -> Guest:
    """Her row, not kept yet."""
    at = ports.clock.local_now().isoformat(timespec="seconds")
    return Guest(id=ports.new_row(), space=session.space, session=session.id, at=at)


def guest_taken_back(ports: Ports, session: GroupSession) -> None:
    """Her own last one; never a colleague's."""
    order = (col(Guest.at).desc(), col(Guest.id))
    for one in ports.store.find(Guest, col(Guest.session) == session.id, order_by=order):
        line = ports.store.byline(one, "session")
        if line and line.mine:
            with ports.store.write() as tx:
                tx.remove(one, ports.store.seen(one))
            return


def guests(ports: Ports, session: GroupSession) -> int:
    """How many, all who counted together."""
    return ports.store.count(Guest, col(Guest.session) == session.id)
