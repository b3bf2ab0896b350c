"""Who works in a housing area: another one is opened, somebody is let into it or taken out of it."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.cpr import refuse_cpr
from app.domain.roles import STEWARDS
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.areas import KIND, areas
from app.journeys.closing import close_in
from app.journeys.new_circle import new_circle
from app.journeys.open_file import grant
from app.journeys.people import Person, people
from app.journeys.refusals import NotSteward, refusal_for
from app.journeys.sheets_told import recovery_persons
from app.journeys.vouched import vouched
from app.ports import Ports, Refusal
from app.storage.fold import fold
from app.storage.places import Place
from sync.circles import circles_of
from sync.entry import space_of
from sync.errors import SyncError


def works_there(ports: Ports, place: Place) -> list[Person]:
    """Outreach workers and coordinators who are in it now, herself too."""
    here = people(ports, bytes.fromhex(place.circle))
    return [one for one in here if not one.left and one.card.role in STEWARDS]


def may_work_there(ports: Ports, place: Place | None = None) -> list[Person]:
    """Who works in outreach, is known by name, has a phone, and is not in it yet; of a new area all but herself."""
    here = {one.person for one in works_there(ports, place)} if place else {ports.me.person}
    hers = vouched(ports)
    return [
        one
        for one in people(ports)
        if one.card.role in STEWARDS and one.card.name and one.person in hers and one.person not in here
    ]


async def open_area(ports: Ports, *, name: str, persons: Collection[bytes]) -> str:
    """A circle with keys and a log of its own, for these persons and herself; its space. Works without a connection."""
    name = name_of_its_own(ports, name)
    among = [one for one in may_work_there(ports) if one.person in persons]
    return space_of(await new_circle(ports, kind=KIND, name=name, among=among), 0).hex()


def name_of_its_own(ports: Ports, name: str, *, space: str = "") -> str:
    """Tidied; refused when it is empty or another area of hers (not that of `space`) has it."""
    name = tidy(name)
    if not name:
        raise Refusal(N_("Write what the area is called."))
    refuse_cpr(name)
    if fold(name) in {fold(place.name) for place in areas(ports) if place.space != space}:
        raise Refusal(N_("You have an area with that name already."))
    return name


async def let_into_area(ports: Ports, *, place: Place, person: bytes) -> None:
    """She reads all of it from her next sync on, also what was written before. Needs a connection."""
    if person not in {one.person for one in may_work_there(ports, place)}:
        raise Refusal(N_("This person works there already, or has no phone signed in yet."))
    await grant(ports, person=person, circle=bytes.fromhex(place.circle), steward=True)


async def take_out_of_area(ports: Ports, *, place: Place, person: bytes) -> None:
    """She reads nothing of it any more and her phone erases it; what she wrote stays. Needs a connection.

    Whoever else works there goes on; the last one cannot leave, or nobody would read it again.
    """
    circle = bytes.fromhex(place.circle)
    told = circles_of(ports.store.journal).with_ours(circle)
    stewards = {one.person for one in told.open if one.steward} if told else set()
    if not stewards - {person} - recovery_persons(ports):
        raise Refusal(N_("Nobody else works there. Let somebody in first."))
    try:
        closed = await close_in(ports, [circle], person, now=True)
    except SyncError as no:
        raise refusal_for(no) from no
    if not closed:
        raise NotSteward
