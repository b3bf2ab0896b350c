"""Groups in the tests, and further files for who comes."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.attendance import mark, take_seat
from app.journeys.cohorts import new_cohort
from app.journeys.group_sessions import (
    keep_session,
)
from app.journeys.open_file import open_file
from app.records import Cohort, GroupSession, Mentee
from tests.world import Organisation, Phone, run


def a_group(phone: Phone, *mentees: Mentee, **said: object) -> Cohort:
    cohort = new_cohort(phone.ports, row=phone.ports.new_row(), name="Tirsdagsholdet", **said)
    for mentee in mentees:
        take_seat(phone.ports, mentee=mentee, cohort=cohort, yes=True)
    return cohort


def met(phone: Phone, cohort: Cohort, days_ago: int = 0) -> GroupSession:
    day = phone.ports.today() - timedelta(days=days_ago)
    return keep_session(phone.ports, cohort=cohort, held_on=day, minutes=90)


def another_file(org: Organisation, name: str) -> Mentee:
    run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name=name))
    org.world.sync_all()
    return next(one for one in org.worker.store.find(Mentee) if one.name == name)


def who_did_not_come(org: Organisation, days_ago: int = 0) -> tuple[Mentee, str]:
    """Amina's worker marks it; the row id of the session."""
    amina = org.cover(org.worker)
    cohort = a_group(org.worker, amina)
    session = met(org.worker, cohort, days_ago)
    mark(org.worker.ports, session=session, mentee=amina, presence="away")
    org.world.sync_all()
    return amina, session.id
