"""Lines about people who never said yes go away by themselves, said beforehand, and so does what hangs on them.

Doors left alone long enough go, too, and copies that were handed in: those also from a phone of who leads no more.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col

from app.domain.expiring import OTHERS_WAIT_DAYS, WARN_DAYS, expires_by, expires_on, without_any_day
from app.domain.one_person import lines_of_each
from app.domain.roles import STEWARDS
from app.journeys.areas import KIND as AREA
from app.journeys.going_with import has_gone, take_along, take_away, take_what_is_left, wrote
from app.journeys.house_rules import keep_days, keep_days_decided_on
from app.journeys.key_to_come import key_to_come
from app.journeys.letting_copies_go import copies_due, take_copies_away
from app.journeys.taken_away import empty_what_went
from app.journeys.talks_that_stay import leave_tries
from app.ports import Ports
from app.records import Contact, QuietDoor, SamePerson

MOST = 200
"""Lines of a list of who goes away."""

AT_A_TIME = 20
"""Lines that go at a time, a moment that nobody notices; the rest at the next sync, which follows at once."""


def goes_on(ports: Ports, contact: Contact) -> date | None:
    """The day on which it goes unless she is met or says yes."""
    return expires_on(contact, keep_days(ports), keep_days_decided_on(ports))


def about_to_go(ports: Ports) -> list[tuple[Contact, date]]:
    """Who goes within a fortnight unless she is met or says yes, the soonest first."""
    found = ports.store.find(Contact, _going_soon(ports), order_by=col(Contact.met_on), limit=MOST)
    days, decided = keep_days(ports), keep_days_decided_on(ports)
    told = [(contact, day) for contact in found if (day := expires_on(contact, days, decided))]
    return sorted(told, key=lambda each: (each[1], each[0].id))


def how_many_go(ports: Ports) -> int:
    """How many go within a fortnight."""
    return ports.store.count(Contact, _going_soon(ports))


def _going_soon(ports: Ports) -> ColumnElement[bool]:
    return expires_by(ports.today() + timedelta(days=WARN_DAYS), keep_days(ports), keep_days_decided_on(ports))


def let_go(ports: Ports) -> int:
    """What its day has come for is emptied and taken away; how many lines. Call it after a sync.

    By the hub's clock and the phone's: one of them a year ahead must not empty everybody's list. Its writer's phone
    does it, for only who wrote a text can replace its bytes; another one a fortnight later, should hers be off.
    A phone that lacks a key lets nobody go: what it cannot open yet may say for how long, that she said yes, or who
    else she is.
    """
    if key_to_come(ports, "public"):
        return 0
    day, days, decided = day_of_both(ports), keep_days(ports), keep_days_decided_on(ports)
    if copies := copies_due(ports, day, days, decided, AT_A_TIME):
        with ports.store.write() as tx:
            take_copies_away(ports, tx, copies)
    if ports.me.role not in STEWARDS or key_to_come(ports, AREA):
        return 0
    over = ports.store.find(Contact, expires_by(day, days, decided), order_by=col(Contact.met_on), limit=AT_A_TIME)
    lines = [(one, until) for one in over if (until := expires_on(one, days, decided))]
    undated = [one for one in ports.store.find(Contact, without_any_day(), limit=AT_A_TIME) if wrote(ports, one)]
    doors = ports.store.find(QuietDoor, col(QuietDoor.until) < day, limit=AT_A_TIME)
    going = [contact for contact, until in lines if _due(ports, contact, until, day)]
    pairs = ports.store.find(SamePerson) if going else []
    gone, hers = {one.id for one in going}, lines_of_each(pairs)
    with ports.store.write() as tx:
        leave_tries(ports, tx, going, pairs)
        for contact in going:
            take_away(ports, tx, contact)
        take_along(ports, tx, going)
        take_what_is_left(ports, tx, day, AT_A_TIME)
        empty_what_went(ports, tx, day, AT_A_TIME)
        for contact in undated:
            tx.change(contact, written_on=day)
        for door in doors:
            if door.until and _due(ports, door, door.until, day):
                take_away(ports, tx, door)
        for pair in pairs:
            if all(has_gone(ports, pair.space, line) for line in hers[pair.one] - gone):
                tx.remove(pair, ports.store.seen(pair))
    return len(going)


def _due(ports: Ports, row: Contact | QuietDoor, until: date, day: date) -> bool:
    return day >= until + timedelta(days=0 if wrote(ports, row) else OTHERS_WAIT_DAYS)


def day_of_both(ports: Ports) -> date:
    """The day that has come by the hub's clock and by this phone's own: what went does not come back."""
    return datetime.fromtimestamp((ports.clock.now() + min(ports.store.journal.offset, 0)) / 1000, UTC).date()
