"""A mentor who was given the file."""

from __future__ import annotations

from app.domain.roles import MENTOR
from app.journeys.matching import give_file
from app.records import Match
from tests.journeys.agreed_on import agreed_with
from tests.leaving import person
from tests.world import Organisation, Phone, run


def lise_with_the_file(org: Organisation) -> tuple[Phone, Match]:
    """A second mentor of Amina's, by a match to which both said yes."""
    lise = org.world.bring_in(org.coordinator, "Lise", MENTOR)
    org.world.sync_all()
    match = agreed_with(org, person(lise).hex())
    run(give_file(org.worker.ports, mentee=org.cover(org.worker), shown=match))
    org.world.sync_all()
    return lise, match
