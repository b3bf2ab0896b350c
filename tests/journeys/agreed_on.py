"""A match to which both said yes."""

from __future__ import annotations

from app.journeys.first_meeting import meet_as_three
from app.journeys.matching import matches_of, propose, says
from app.records import Match
from tests.journeys.mentors_of_ours import new_mentor
from tests.world import Organisation


def agreed_with(org: Organisation, person: str) -> Match:
    """Lise is proposed to Amina, the three have met, both said yes."""
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, person=person)
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    meet_as_three(ports, shown=match, on=ports.today())
    says(ports, shown=matches_of(ports, cover)[0], she="yes", mentor="yes")
    return matches_of(ports, cover)[0]
