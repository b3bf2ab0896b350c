"""A pair agrees: one row from two phones, hers to read; the worker hears of silence, she never does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.journeys.agreements import hours_with, keep_agreement, let_rest
from app.journeys.ending import come_back, end, ending_of
from app.journeys.matching import end_match, matches_of, propose
from app.journeys.meetings import change_meeting, log_meeting, plan_meeting, usual_minutes
from app.journeys.readers import mentors_in, names_ever
from app.journeys.sheet_lines import keep_line
from app.journeys.silence import silent_pairs
from app.ports import Refusal
from app.records import Agreement, Meeting, Mentee
from tests.journeys.agreed_on import agree
from tests.journeys.file_of_lise import lise_with_the_file
from tests.journeys.mentors_of_ours import new_mentor
from tests.leaving import person
from tests.world import Organisation, Phone


def test_what_two_agree_on_is_one_row_though_two_phones_write_it_without_a_network(org: Organisation) -> None:
    org.mentor.cut()
    agree(org, org.mentor, cadence="weekly", minutes=45)
    agree(org, org.worker, hours=40, words="I want to take the bus alone")
    org.mentor.mend()
    org.world.sync_all()
    for phone in (org.mentor, org.worker, org.coordinator, org.mentee):
        (one,) = phone.store.find(Agreement)
        assert (one.cadence, one.minutes, one.hours, one.words) == ("weekly", 45, 40, "I want to take the bus alone")
        assert one.mentor == org.mentor.ports.me.person.hex()
    assert usual_minutes(org.mentor.ports, org.cover(org.mentor).id, person(org.mentor).hex()) == 45


def test_the_worker_and_the_coordinator_hear_of_silence_until_they_meet_or_let_it_rest(org: Organisation) -> None:
    agree(org, org.mentor, cadence="weekly")
    org.world.sync_all()
    org.world.later(days=15)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        (one,) = silent_pairs(phone.ports)
        assert (one.days, one.agreement.cadence) == (15, "weekly")

    rested = let_rest(org.worker.ports, shown=org.cover(org.worker), until=org.worker.ports.today() + timedelta(days=7))
    org.world.sync_all()
    assert silent_pairs(org.coordinator.ports) == []
    assert org.mentee.store.find(Mentee) == []  # her phone hears nothing of it

    let_rest(org.worker.ports, shown=rested, until=None)
    ports = org.mentor.ports
    log_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), held_on=ports.today())
    org.world.sync_all()
    assert silent_pairs(org.coordinator.ports) == []


def two_mentors(org: Organisation) -> tuple[Phone, Phone]:
    """Maja and Lise, who both agreed on a meeting every week, fifteen days ago."""
    lise, _match = lise_with_the_file(org)
    for phone in (org.mentor, lise):
        cover, mentor = org.cover(phone), person(phone).hex()
        keep_agreement(phone.ports, mentee=cover, mentor=mentor, cadence="weekly", hours=10)
    org.world.sync_all()
    org.world.later(days=15)
    org.world.sync_all()
    return org.mentor, lise


def silent_mentors(phone: Phone) -> set[str]:
    return {one.agreement.mentor for one in silent_pairs(phone.ports)}


def test_each_of_two_mentors_has_her_own_silence_and_her_own_hours(org: Organisation) -> None:
    maja, lise = two_mentors(org)
    both = {person(maja).hex(), person(lise).hex()}
    assert silent_mentors(org.worker) == both
    log_meeting(maja.ports, row=maja.ports.new_row(), mentee=org.cover(maja), held_on=maja.ports.today(), minutes=50)
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        cover = org.cover(phone)
        assert silent_mentors(phone) == {person(lise).hex()}
        assert hours_with(phone.ports, cover, person(maja).hex()).minutes == 50
        assert hours_with(phone.ports, cover, person(lise).hex()).minutes == 0
        assert hours_with(phone.ports, cover).minutes == 50

    starts = f"{lise.ports.today() + timedelta(days=1)}T10:00"
    plan_meeting(lise.ports, row=lise.ports.new_row(), mentee=org.cover(lise), starts=starts)
    org.world.sync_all()
    assert silent_mentors(org.worker) == set()


def test_a_plan_far_away_hides_nothing_and_the_soonest_of_several_decides(org: Organisation) -> None:
    maja, lise = two_mentors(org)
    ports, cover = maja.ports, org.cover(maja)
    everybody, others = {person(maja).hex(), person(lise).hex()}, {person(lise).hex()}
    for days, silent in ((300, everybody), (10, others), (200, others)):
        starts = f"{ports.today() + timedelta(days=days)}T10:00"
        plan_meeting(ports, row=ports.new_row(), mentee=cover, starts=starts)
        org.world.sync_all()
        assert silent_mentors(org.worker) == silent


def test_what_a_worker_tells_for_a_mentor_counts_for_her_and_what_she_did_herself_does_not(org: Organisation) -> None:
    maja, lise = two_mentors(org)
    sofie, cover = org.worker.ports, org.cover(org.worker)
    assert {one.person for one in mentors_in(sofie, cover.space)} == {person(maja).hex(), person(lise).hex()}
    assert mentors_in(maja.ports, cover.space) == []
    log_meeting(sofie, row=sofie.new_row(), mentee=cover, held_on=sofie.today(), minutes=30)
    assert len(silent_mentors(org.worker)) == 2
    log_meeting(sofie, row=sofie.new_row(), mentee=cover, held_on=sofie.today(), minutes=40, mentor=person(lise).hex())
    assert silent_mentors(org.worker) == {person(maja).hex()}
    keep_line(sofie, mentee=cover, day=sofie.today(), minutes=20, mentor=person(maja).hex())
    assert silent_mentors(org.worker) == set()
    spent = [hours_with(sofie, cover, person(phone).hex()).minutes for phone in (lise, maja, org.worker)]
    assert spent == [40, 20, 30]


def test_what_her_mentor_planned_is_hers_whoever_tells_of_it(org: Organisation) -> None:
    maja, lise = two_mentors(org)
    planned = [
        plan_meeting(maja.ports, row=maja.ports.new_row(), mentee=org.cover(maja), starts=f"{day}T10:00")
        for day in (maja.ports.today(), maja.ports.today() + timedelta(days=1))
    ]
    org.world.sync_all()
    sofie, cover = org.worker.ports, org.cover(org.worker)
    log_meeting(sofie, row=sofie.new_row(), mentee=cover, held_on=sofie.today(), minutes=45, planned=planned[0])
    change_meeting(sofie, shown=planned[1], state="cancelled", transport=15)
    assert {one.mentor for one in sofie.store.find(Meeting)} == {person(maja).hex()}
    assert hours_with(sofie, cover, person(maja).hex()).minutes == 60
    assert hours_with(sofie, cover, person(lise).hex()).minutes == 0


def test_a_meeting_of_which_nobody_said_whose_it_was_counts_for_both(org: Organisation) -> None:
    maja, lise = two_mentors(org)
    sofie, cover = org.worker, org.cover(org.worker)
    with sofie.store.write() as tx:  # as an older app wrote it
        facts: dict[str, Any] = {"mentee": cover.id, "state": "held", "held_on": sofie.ports.today(), "minutes": 25}
        tx.add(Meeting(id=sofie.ports.new_row(), space=cover.space, **facts))
    assert silent_mentors(sofie) == set()
    assert {hours_with(sofie.ports, cover, person(phone).hex()).minutes for phone in (maja, lise)} == {25}
    names = names_ever(sofie.ports, next(one for one in sofie.store.places("case") if one.space == cover.space))
    assert {names[person(phone).hex()] for phone in (maja, lise)} == {"Maja", "Lise"}


def test_nobody_hears_of_silence_once_the_file_has_ended_until_she_is_back(org: Organisation) -> None:
    agree(org, org.mentor, cadence="weekly")
    org.world.sync_all()
    org.world.later(days=15)
    org.world.sync_all()
    ports, cover = org.worker.ports, org.cover(org.worker)
    day, why = ports.today(), {"ended_by": "she", "reason": "reached"}
    end(ports, row=ports.new_row(), mentee=cover, ended_on=day, care_until=None, **why)
    org.world.sync_all()
    assert silent_pairs(ports) == silent_pairs(org.coordinator.ports) == []

    there = ending_of(ports, cover)
    assert there
    come_back(ports, shown=there)
    assert len(silent_pairs(ports)) == 1


def test_nobody_hears_of_silence_of_two_who_went_their_own_ways_until_they_try_again(org: Organisation) -> None:
    agree(org, org.mentor, cadence="weekly")
    org.world.sync_all()
    org.world.later(days=15)
    org.world.sync_all()
    ports, cover = org.worker.ports, org.cover(org.worker)
    maja = new_mentor(org.worker, "Maja", person=org.mentor.ports.me.person.hex())
    propose(ports, row=ports.new_row(), mentee=cover, mentor=maja)
    assert len(silent_pairs(ports)) == 1
    end_match(ports, shown=matches_of(ports, cover)[0])
    org.world.sync_all()
    assert silent_pairs(ports) == silent_pairs(org.coordinator.ports) == []

    propose(ports, row=ports.new_row(), mentee=cover, mentor=maja)
    assert len(silent_pairs(ports)) == 1


def test_what_cannot_be_is_refused(org: Organisation) -> None:
    today = org.mentor.ports.today()
    for said in ({"hours": -1}, {"minutes": 2000}, {"until": today - timedelta(1)}, {"words": "cpr 010180-1234"}):
        with pytest.raises(Refusal):
            agree(org, org.mentor, **said)
    with pytest.raises(Refusal):
        let_rest(org.mentor.ports, shown=org.cover(org.mentor), until=today - timedelta(1))
    assert org.mentor.store.find(Agreement) == []
