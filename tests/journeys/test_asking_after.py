"""Asking after who did not come: a call, a visit, going there together; and no way from there to a sanction."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.journeys.agreements import let_rest
from app.journeys.asking_after import ask_after, asked_after, asks, my_asks
from app.journeys.attendance import mark, take_seat
from app.journeys.ending import come_back, end
from app.journeys.handover import set_contact
from app.journeys.partners import begin_with
from app.records import AskedAfter, Attendance, Cohort, Mentee, Shared, field_names
from tests.architecture.tree import ROOT
from tests.journeys.groups_of_ours import a_group, met, who_did_not_come
from tests.world import Organisation, Phone, run

AUTHORITY = ("app/views/paper", "app/journeys/partners.py", "app/views/more/partners.py", "app/views/guest.py")
"""Where something leaves the house: printed pages, and what partners are given to read."""

OF_A_GROUP = ("ttendance", "sked_after", "skedAfter", "Presence", "GroupSession", "asking_after", "Seat")


def tries(phone: Phone, mentee: Mentee, session: str, way: str, *, spoke: bool = False) -> None:
    ask_after(phone.ports, mentee=mentee, session=session, way=way, spoke=spoke)


def ways(phone: Phone) -> list[str]:
    return [one.way for one in asks(phone.ports)]


def test_a_call_then_a_visit_then_going_there_together_then_nothing_more(org: Organisation) -> None:
    amina, session = who_did_not_come(org)
    for way in ("call", "visit", "fetch"):
        assert ways(org.coordinator) == [way]
        tries(org.worker, amina, session, way)
        org.world.later(days=1)
        org.world.sync_all()
    assert ways(org.coordinator) == []

    done = asked_after(org.coordinator.ports, amina, session)
    assert [one.way for one in done] == ["call", "visit", "fetch"]
    assert done[1].asked_on == date(2026, 3, 3)
    assert {one.person for one in done} == {org.worker.ports.me.person.hex()}


def test_who_was_spoken_with_is_not_asked_after_again(org: Organisation) -> None:
    amina, session = who_did_not_come(org)
    tries(org.worker, amina, session, "call", spoke=True)
    assert ways(org.worker) == []


def test_who_came_again_or_said_no_is_not_asked_after(org: Organisation) -> None:
    amina = org.cover(org.worker)
    cohort = a_group(org.worker, amina)
    for days, presence, expected in ((14, "away", ["call"]), (7, "said", []), (3, "away", ["call"]), (0, "part", [])):
        mark(org.worker.ports, session=met(org.worker, cohort, days), mentee=amina, presence=presence)
        assert ways(org.worker) == expected, presence


def test_nothing_is_asked_in_hard_times_nor_after_three_weeks(org: Organisation) -> None:
    amina, _ = who_did_not_come(org)
    let_rest(org.worker.ports, shown=amina, until=org.worker.ports.today() + timedelta(days=7))
    assert ways(org.worker) == []
    org.world.later(days=8)
    assert ways(org.worker) == ["call"]
    org.world.later(days=14)
    assert ways(org.worker) == []


def test_who_left_the_group_is_not_asked_after(org: Organisation) -> None:
    amina, _ = who_did_not_come(org)
    (cohort,) = org.worker.store.find(Cohort)
    for yes, expected in ((False, []), (True, ["call"])):
        take_seat(org.worker.ports, mentee=amina, cohort=cohort, yes=yes)
        org.world.sync_all()
        assert ways(org.worker) == ways(org.coordinator) == expected
        assert [one.way for one in asks(org.worker.ports, amina)] == expected


def test_whose_file_has_ended_is_not_asked_after_until_she_is_back(org: Organisation) -> None:
    amina, _ = who_did_not_come(org)
    ports = org.worker.ports
    why = {"ended_by": "municipality", "reason": "moved"}
    there = end(ports, row=ports.new_row(), mentee=amina, ended_on=ports.today(), care_until=None, **why)
    assert ways(org.worker) == []
    assert asks(ports, amina) == []

    come_back(ports, shown=there)
    assert ways(org.worker) == ["call"]


def test_it_is_the_contact_person_who_is_reminded(org: Organisation) -> None:
    amina, _ = who_did_not_come(org)
    assert len(my_asks(org.worker.ports)) == len(my_asks(org.coordinator.ports)) == 1
    set_contact(org.worker.ports, shown=amina, contact_person=org.worker.ports.me.person.hex(), deputy="")
    org.world.sync_all()
    assert len(my_asks(org.worker.ports)) == 1
    assert my_asks(org.coordinator.ports) == []


def test_two_who_call_on_one_day_are_both_kept_and_the_next_is_a_visit(org: Organisation) -> None:
    amina, session = who_did_not_come(org)
    for phone in (org.worker, org.coordinator):
        phone.cut()
        tries(phone, amina, session, "call")
        phone.mend()
    org.world.sync_all()
    assert len(asked_after(org.worker.ports, amina, session)) == 2
    assert ways(org.worker) == ways(org.coordinator) == ["visit"]


def test_what_is_stored_has_no_reason_no_word_and_no_consequence(org: Organisation) -> None:
    """All that is kept and sent of somebody who did not come and was asked after, value by value."""
    amina, session = who_did_not_come(org)
    tries(org.worker, amina, session, "call")
    assert set(field_names(AskedAfter)) == {"mentee", "session", "way", "asked_on", "person", "spoke"}
    (waits,) = org.worker.store.unsent()
    assert dict(waits.fields) == {
        "mentee": amina.id,
        "session": session,
        "way": "call",
        "asked_on": "2026-03-02",
        "person": org.worker.ports.me.person.hex(),
        "spoke": "no",
    }
    org.world.sync_all()
    (tap,) = org.coordinator.store.find(Attendance)
    assert (tap.mentee, tap.session, tap.presence, tap.turn, tap.at) == (
        amina.id,
        session,
        "away",
        1,
        "2026-03-02T09:00:00",
    )


def test_nothing_of_it_reaches_a_partner_or_her_own_letter(org: Organisation) -> None:
    run(begin_with(org.coordinator.ports, name="Egeby"))
    amina, session = who_did_not_come(org)
    tries(org.worker, amina, session, "call")
    org.world.sync_all()
    assert org.coordinator.store.find(Shared) == []
    assert org.mentee.store.find(Attendance) == []
    assert org.mentee.store.find(AskedAfter) == []
    assert {one.space for one in org.coordinator.store.find(Attendance)} == {amina.space}


@pytest.mark.parametrize("place", AUTHORITY)
def test_no_page_that_leaves_the_house_knows_of_it(place: str) -> None:
    """A printed page or a partner's screen cannot tell what its code never names."""
    path = ROOT / place
    files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    assert files
    told = "\n".join(file.read_text("utf-8") for file in files)
    assert not [word for word in OF_A_GROUP if word in told]
