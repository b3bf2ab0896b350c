"""Safety matters: written where only named persons read, in a circle of their own; never on a mentee's phone."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import col

from app.domain.cpr import refuse_cpr
from app.domain.roles import STAFF
from app.domain.text import tidy, tidy_prose
from app.i18n import N_
from app.journeys.new_circle import new_circle
from app.journeys.people import Person, people
from app.journeys.vouched import vouched
from app.ports import Ports, Refusal
from app.records import Matter, RowId
from app.storage.places import Place
from app.storage.saw import Saw
from sync.entry import space_of

KIND = "restricted"


def circles_of_few(ports: Ports) -> list[Place]:
    """Those that this person is in."""
    return ports.store.places(KIND)


def may_be_named(ports: Ports) -> list[Person]:
    """Who works here, is known by name and has a phone; not she herself."""
    hers = vouched(ports)
    return [
        one
        for one in people(ports)
        if one.card.role in STAFF and one.card.name and one.person in hers and one.person != ports.me.person
    ]


async def begin(ports: Ports, *, row: RowId, name: str, text: str, persons: Collection[bytes]) -> Matter:
    """A circle for these persons and herself, and the first matter in it; said twice: one. Needs no connection."""
    begun = ports.store.get(Matter, row)
    if begun is not None:
        return begun
    name, said = tidy(name), tidy_prose(text)
    if not name:
        raise Refusal(N_("Write what you call it among you."))
    if not said:
        raise Refusal(N_("Write what the others must know."))
    refuse_cpr(name, said)
    among = [one for one in may_be_named(ports) if one.person in persons]
    if not among:
        raise Refusal(N_("Choose at least one person who may read it."))
    circle = await new_circle(ports, kind=KIND, name=name, among=among)
    return note(ports, row=row, space=space_of(circle, 0).hex(), text=said)


def note(ports: Ports, *, row: RowId, space: str, text: str) -> Matter:
    """One thing more, for those who read there."""
    said = tidy_prose(text)
    if not said:
        raise Refusal(N_("Write what the others must know."))
    refuse_cpr(said)
    with ports.store.write() as tx:
        return tx.add(Matter(id=row, space=space, text=said, noted_on=ports.today()))


def over(ports: Ports, *, shown: Matter, saw: Saw, yes: bool) -> None:
    """It needs no more looking after; or it does again. The words stay."""
    with ports.store.write() as tx:
        tx.change(shown, saw, over_on=ports.today() if yes else None)


def noted_in(ports: Ports, space: str) -> list[Matter]:
    """What is open first, the newest first."""
    order = (col(Matter.over_on).is_not(None), col(Matter.noted_on).desc(), col(Matter.id))
    return ports.store.find(Matter, col(Matter.space) == space, order_by=order)
