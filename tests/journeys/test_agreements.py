"""A pair agrees: one row from two phones, hers to read; the worker hears of silence, she never does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.journeys.agreements import agreements_with, keep_agreement, let_rest, walking_with
from app.journeys.ending import come_back, end, ending_of
from app.journeys.matching import end_match, matches_of, propose
from app.journeys.meetings import log_meeting, usual_minutes
from app.journeys.silence import silent_pairs
from app.ports import Refusal
from app.records import Agreement, Mentee
from tests.journeys.test_mentors import new_mentor
from tests.world import Organisation, Phone


def agree(org: Organisation, phone: Phone, **said: Any) -> Agreement:
    cover = org.cover(phone)
    (mentor,) = walking_with(phone.ports, cover)
    there = agreements_with(phone.ports, cover)
    shown = there[0] if there else None
    saw = phone.store.seen(shown) if shown else None
    return keep_agreement(phone.ports, mentee=cover, mentor=mentor.person.hex(), shown=shown, saw=saw, **said)


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
    assert usual_minutes(org.mentor.ports, org.cover(org.mentor).id) == 45


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
