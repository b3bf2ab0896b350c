"""What two agree on: a match to which both said yes, and how they will meet."""

from __future__ import annotations

from typing import Any

from app.journeys.agreements import agreements_with, keep_agreement, walking_with
from app.journeys.first_meeting import meet_as_three
from app.journeys.matching import matches_of, propose, says
from app.records import Agreement, Match
from tests.journeys.mentors_of_ours import new_mentor
from tests.world import Organisation, Phone


def agreed_with(org: Organisation, person: str) -> Match:
    """Lise is proposed to Amina, the three have met, both said yes."""
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, person=person)
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    meet_as_three(ports, shown=match, on=ports.today())
    says(ports, shown=matches_of(ports, cover)[0], she="yes", mentor="yes")
    return matches_of(ports, cover)[0]


def agree(org: Organisation, phone: Phone, **said: Any) -> Agreement:
    cover = org.cover(phone)
    (mentor,) = walking_with(phone.ports, cover)
    there = agreements_with(phone.ports, cover)
    shown = there[0] if there else None
    saw = phone.store.seen(shown) if shown else None
    return keep_agreement(phone.ports, mentee=cover, mentor=mentor.person.hex(), shown=shown, saw=saw, **said)
