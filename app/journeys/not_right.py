"""She says that something written about her is wrong, with one tap; who walks with her hears it."""

from __future__ import annotations

from sqlmodel import col

from app.domain.beside import beside
from app.journeys.her_plan import plan_space
from app.ports import Ports
from app.records import Mentee, NotRight, Record

MOST = 50


def said_of(ports: Ports, record: Record) -> NotRight | None:
    """What she says of that, if she says it now."""
    found = ports.store.get(NotRight, _row(record), record.space)
    return found if found and found.said_on else None


def say_not_right(ports: Ports, *, record: Record, wrong: bool = True) -> NotRight:
    """One tap says it, another takes it back. Two phones that say it write one row."""
    there = ports.store.get(NotRight, _row(record), record.space)
    said_on = ports.today() if wrong else None
    with ports.store.write() as tx:
        if there is not None:
            return tx.change(there, said_on=said_on)
        noun = type(record).__name__.lower()
        return tx.add(NotRight(id=_row(record), space=record.space, noun=noun, row=record.id, said_on=said_on))


def waits(one: NotRight) -> bool:
    """She says so, and nobody has heard it since."""
    return one.said_on is not None and (one.heard_on is None or one.heard_on < one.said_on)


def unheard(ports: Ports, mentee: Mentee | None = None) -> list[NotRight]:
    """The oldest first; of all mentees if none is named."""
    where = [col(NotRight.space) == plan_space(ports, mentee)] if mentee else []
    order = (col(NotRight.said_on), col(NotRight.id))
    waiting = col(NotRight.heard_on).is_(None) | (col(NotRight.heard_on) < col(NotRight.said_on))
    return ports.store.find(NotRight, *where, col(NotRight.said_on).is_not(None), waiting, order_by=order, limit=MOST)


def hear_not_right(ports: Ports, *, shown: NotRight) -> None:
    """Taken note of: she reads that it was."""
    with ports.store.write() as tx:
        tx.change(shown, heard_on=ports.today())


def _row(record: Record) -> str:
    return beside(record.id, "not right")
