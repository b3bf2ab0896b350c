"""A CPR number is refused in every free text outside the file too, and nothing of that step is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar  # Any: what a journey is told differs from one to the next

import pytest

from app.domain.roles import MENTOR
from app.journeys.among_few import begin, may_be_named, note
from app.journeys.contacts import change_contact, log_contact
from app.journeys.found import found_organisation
from app.journeys.growing import said_yes
from app.journeys.house_rules import FIND_US, decide
from app.journeys.invite import invite, places_for
from app.journeys.meetings import log_meeting
from app.journeys.mentors import add_mentor, change_mentor
from app.journeys.offers import add_offer, change_offer
from app.journeys.open_file import open_file
from app.journeys.partners import begin_with, consent, partners, share
from app.journeys.reach import estimate
from app.journeys.referrals import refer
from app.journeys.release import release
from app.journeys.rounds import leave_alone
from app.journeys.sparring import ask, may_ask_in, reply
from app.journeys.spots import add_spot, change_spot
from app.keys.enrolment import Card
from app.ports import Ports, Refusal
from app.records import Contact, Matter, Meeting, Mentee, Mentor, Offer, Record, Sparring, Spot, tables
from tests.world import PIN, Organisation, run

CPR = "010180-1234"
SAID = f"Amal {CPR} came"
CONTACT, OFFER, SPOT = (
    ("name", "address", "language", "note"),
    ("name", "place", "times", "languages"),
    ("name", "address"),
)
Step = Callable[[Ports], object]
R = TypeVar("R", bound=Record)


def new(journey: Callable[..., object], field: str, **said: Any) -> Step:
    return lambda ports: journey(ports, row=ports.new_row(), **said | {field: SAID})


def change(journey: Callable[..., object], noun: type[Record], field: str) -> Step:
    def step(ports: Ports) -> object:
        shown = one(ports, noun)
        return journey(ports, shown=shown, saw=ports.store.seen(shown), **{field: SAID})

    return step


def one(ports: Ports, noun: type[R]) -> R:
    return ports.store.find(noun)[0]


def yes(ports: Ports) -> object:
    shown = one(ports, Contact)
    return said_yes(ports, shown=shown, saw=ports.store.seen(shown), name=SAID, explained="shared")


def how_many(field: str) -> Step:
    said = {"whom": "Women at home", "source": "the municipality", "number": 9, "method": "register"}
    return lambda ports: new(estimate, field, **said, space=ports.store.space("area"), counted_on=ports.today())(ports)


def shared(field: str) -> Step:
    def step(ports: Ports) -> object:
        (partner,) = partners(ports)
        return new(share, field, about="Amal", text="Is on time.", mentee=one(ports, Mentee), partner=partner)(ports)

    return step


def told_her(ports: Ports) -> object:
    return release(ports, row=ports.new_row(), meeting=one(ports, Meeting), text=SAID)


def asked(ports: Ports) -> object:
    return reply(ports, row=ports.new_row(), to=one(ports, Sparring), text=SAID)


def among(field: str) -> Step:
    def step(ports: Ports) -> object:
        named = [one.person for one in may_be_named(ports)]
        said: dict[str, Any] = {"name": "Poplar", "text": "He waits."} | {field: SAID}
        return run(begin(ports, row=ports.new_row(), persons=named, **said))

    return step


def filed(field: str) -> Step:
    said: dict[str, Any] = {"name": "Amal"} | {field: SAID}
    return lambda ports: run(open_file(ports, row=ports.new_row(), **said))


def founded(field: str) -> Step:
    said: dict[str, Any] = {"name": "Birch", "member": Card("Karen", ""), "pin": PIN} | {field: SAID}
    return lambda ports: run(found_organisation(ports, code="", **said))


def invited(ports: Ports) -> object:
    return run(invite(ports, member=Card(SAID, MENTOR), grants=places_for(ports, MENTOR)))


OF_THE_WORKER: dict[str, Step] = {
    **{f"a new contact's {field}": new(log_contact, field, phone="20304050") for field in CONTACT},
    **{f"a contact's {field}": change(change_contact, Contact, field) for field in CONTACT},
    "her name, when she said yes": yes,
    "a door": lambda ports: new(leave_alone, "door", spot=one(ports, Spot), until=ports.today())(ports),
    "where she was sent": lambda ports: new(refer, "whom", contact=one(ports, Contact), direction="out")(ports),
    **{f"a new offer's {field}": new(add_offer, field, name="B") for field in OFFER},
    **{f"an offer's {field}": change(change_offer, Offer, field) for field in OFFER},
    **{f"a new place's {field}": new(add_spot, field, kind="library", name="B") for field in SPOT},
    **{f"a place's {field}": change(change_spot, Spot, field) for field in SPOT},
    "whom one counted": how_many("whom"),
    "where a number is from": how_many("source"),
    "what she may read": told_her,
    "an answer to a colleague": asked,
    **{f"the {field} of a matter among few": among(field) for field in ("name", "text")},
    "one more matter": lambda ports: new(note, "text", space=one(ports, Matter).space)(ports),
    **{f"the {field} on a file": filed(field) for field in ("name", "language")},
    "who is invited": invited,
}
OF_THE_COORDINATOR: dict[str, Step] = {
    "what a partner is called": lambda ports: run(begin_with(ports, name=SAID)),
    "what she is called there": shared("about"),
    "what a partner may read": shared("text"),
    "where to find us": lambda ports: decide(ports, FIND_US, SAID),
    "what the organisation is called": founded("name"),
    "what its first area is called": founded("area"),
    "what a mentor is called": lambda ports: change_mentor(ports, shown=one(ports, Mentor), name=SAID),
}


@pytest.fixture
def filled(org: Organisation) -> Organisation:
    """One of each that can be changed."""
    ports, karen = org.worker.ports, org.coordinator.ports
    log_contact(ports, row=ports.new_row(), name="Amal")
    ask(ports, row=ports.new_row(), space=may_ask_in(ports)[0].space, text="How do I say no?")
    named = [each.person for each in may_be_named(ports)]
    run(begin(ports, row=ports.new_row(), name="Poplar", text="He waits.", persons=named))
    add_offer(ports, row=ports.new_row(), name="Sewing room")
    add_spot(ports, row=ports.new_row(), kind="library", name="Library")
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(org.worker), held_on=ports.today())
    run(begin_with(karen, name="Egeby"))
    add_mentor(karen, row=karen.new_row(), name="Maja")
    consent(
        karen, row=karen.new_row(), mentee=org.cover(org.coordinator), partner=partners(karen)[0], explained="shared"
    )
    return org


@pytest.mark.parametrize("where", [*OF_THE_WORKER, *OF_THE_COORDINATOR])
def test_a_cpr_number_is_refused_in(where: str, filled: Organisation) -> None:
    mine = where in OF_THE_WORKER
    ports = (filled.worker if mine else filled.coordinator).ports
    before = everything(ports)

    with pytest.raises(Refusal, match="There is a CPR number in the text"):
        (OF_THE_WORKER if mine else OF_THE_COORDINATOR)[where](ports)
    assert everything(ports) == before
    assert CPR not in str(before)


def everything(ports: Ports) -> list[dict[str, object]]:
    return [each.model_dump() for noun in tables().values() for each in ports.store.find(noun)]
