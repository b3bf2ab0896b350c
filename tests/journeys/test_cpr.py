"""A CPR number is refused in every free text outside the file too, and nothing of that step is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar  # Any: what a journey is told differs from one to the next

import pytest

from app.journeys.contacts import change_contact, log_contact
from app.journeys.growing import said_yes
from app.journeys.meetings import log_meeting
from app.journeys.offers import add_offer, change_offer
from app.journeys.partners import begin_with, consent, partners, share
from app.journeys.reach import estimate
from app.journeys.referrals import refer
from app.journeys.release import release
from app.journeys.rounds import leave_alone
from app.journeys.spots import add_spot, change_spot
from app.ports import Ports, Refusal
from app.records import Contact, Meeting, Mentee, Offer, Record, Spot, tables
from tests.world import Organisation, run

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
}
OF_THE_COORDINATOR: dict[str, Step] = {
    "what a partner is called": lambda ports: run(begin_with(ports, name=SAID)),
    "what she is called there": shared("about"),
    "what a partner may read": shared("text"),
}


@pytest.fixture
def filled(org: Organisation) -> Organisation:
    """One of each that can be changed."""
    ports, karen = org.worker.ports, org.coordinator.ports
    log_contact(ports, row=ports.new_row(), name="Amal")
    add_offer(ports, row=ports.new_row(), name="Sewing room")
    add_spot(ports, row=ports.new_row(), kind="library", name="Library")
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(org.worker), held_on=ports.today())
    run(begin_with(karen, name="Egeby"))
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
