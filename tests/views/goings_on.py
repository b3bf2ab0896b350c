"""What there is to show on a worker's screens: places, rounds, offers, a company, somebody at work."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.companies import add_company, ask_for
from app.journeys.offers import add_offer
from app.journeys.placements import confirm, propose
from app.journeys.reach import estimate
from app.journeys.referrals import refer
from app.journeys.rounds import count_tap, end_round, leave_alone
from app.journeys.spots import add_spot
from app.records import Contact
from tests.world import Organisation, Phone


def outreach(phone: Phone) -> None:
    """A place of each face, a round in each, a door to leave alone; an offer, an estimate, somebody sent on."""
    ports, contact = phone.ports, phone.store.find(Contact)[0]
    add_offer(ports, row=ports.new_row(), name="B", topic="work", times="10")
    refer(ports, row=ports.new_row(), contact=contact, direction="out", whom="B")
    said = {"whom": "C", "method": "register", "source": "D"}
    estimate(ports, row=ports.new_row(), space=contact.space, number=9, counted_on=ports.today(), **said)
    for kind in ("stairwell", "event"):
        spot = add_spot(ports, row=ports.new_row(), kind=kind, name="A", doors=12 if kind == "stairwell" else None)
        count_tap(ports, spot=spot, outcome="talked")
        end_round(ports, row=ports.new_row(), spot=spot, minutes=20, heads=4)
        leave_alone(ports, row=ports.new_row(), spot=spot, door="2. tv", until=ports.today())


def at_work(org: Organisation) -> None:
    """A company that asks for something; one place that goes on, one that waits for a yes."""
    ports = org.coordinator.ports
    company = add_company(ports, row=ports.new_row(), name="A", trade="kitchen", person="B", reach_by="call")
    ask_for(ports, row=ports.new_row(), company=company, text="C")
    for confirmed in (True, False):
        one = propose(
            ports, row=ports.new_row(), mentee=org.cover(org.coordinator), company=company.id, at="A",
            kind="placement", from_on=ports.today() - timedelta(14), hours=10, paid_hours=2, plan_b="course",
        )  # fmt: skip
        if confirmed:
            confirm(ports, shown=one)
