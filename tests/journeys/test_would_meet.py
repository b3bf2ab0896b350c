"""At an event each says privately whom she would like to meet: a pair is shown, one side alone to nobody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.would_meet import ALONE, over, pairs
from app.journeys.agreements import keep_agreement
from app.journeys.matching import end_match, matches_of, propose, proposed_for, say_wish
from app.journeys.mentors import change_mentor
from app.journeys.would_meet import both_said, forget_old, may_be_met, say_whom
from app.ports import Refusal
from app.records import Side, WouldMeet
from tests.journeys.groups_of_ours import another_file
from tests.journeys.mentors_of_ours import new_mentor
from tests.world import Organisation

TODAY = date(2026, 3, 2)
DAYS = st.one_of(st.none(), st.integers(0, 40).map(lambda days: TODAY - timedelta(days=days)))


def test_a_pair_is_there_once_both_said_yes_and_one_side_alone_is_nothing(org: Organisation) -> None:
    amina, lise, ole = org.cover(org.worker), new_mentor(org.worker), new_mentor(org.worker, "Ole")
    hodan, ports = another_file(org, "Hodan"), org.worker.ports
    say_whom(ports, side="she", who=amina.id, chosen={lise.id, ole.id})
    say_whom(ports, side="she", who=hodan.id, chosen={ole.id})
    assert both_said(ports) == []
    say_whom(ports, side="mentor", who=lise.id, chosen={amina.id, hodan.id})
    assert [(one.name, other.name) for one, other in both_said(ports)] == [("Amina", "Lise")]

    propose(ports, row=ports.new_row(), mentee=amina, mentor=lise)
    assert both_said(ports) == []
    assert len(matches_of(ports, amina)) == 1


def test_nobody_else_receives_what_one_said(org: Organisation) -> None:
    amina, lise = org.cover(org.worker), new_mentor(org.worker)
    org.world.sync_all()
    say_whom(org.worker.ports, side="she", who=amina.id, chosen={lise.id})
    org.world.sync_all()
    own = bytes.fromhex(org.worker.store.space("own"))
    assert {one.space for one in org.worker.store.find(WouldMeet)} == {own.hex()}
    for phone in (org.coordinator, org.mentor, org.mentee):
        assert phone.store.find(WouldMeet) == []
        assert own not in phone.wire.bytes_received()


def test_what_she_says_now_takes_the_place_of_what_she_said_before(org: Organisation) -> None:
    amina, lise, ole = org.cover(org.worker), new_mentor(org.worker), new_mentor(org.worker, "Ole")
    ports = org.worker.ports
    say_whom(ports, side="mentor", who=lise.id, chosen={amina.id})
    say_whom(ports, side="she", who=amina.id, chosen={lise.id})
    assert len(both_said(ports)) == 1
    say_whom(ports, side="she", who=amina.id, chosen={ole.id})
    assert both_said(ports) == []
    say_whom(ports, side="she", who=amina.id, chosen=set())
    assert [one.side for one in org.worker.store.find(WouldMeet)] == ["mentor"]


def test_one_side_alone_goes_after_two_days_and_a_pair_after_thirty(org: Organisation) -> None:
    amina, lise, ole = org.cover(org.worker), new_mentor(org.worker), new_mentor(org.worker, "Ole")
    ports = org.worker.ports
    say_whom(ports, side="she", who=amina.id, chosen={lise.id, ole.id})
    org.world.later(days=2)
    say_whom(ports, side="mentor", who=lise.id, chosen={amina.id})
    org.world.later(days=1)
    say_whom(ports, side="mentor", who=ole.id, chosen={amina.id})  # too late: her yes to Ole is gone
    assert [other.name for _, other in both_said(ports)] == ["Lise"]
    org.world.later(days=3)
    forget_old(ports)
    assert {(one.side, one.mentor) for one in org.worker.store.find(WouldMeet)} == {
        ("she", lise.id),
        ("mentor", lise.id),
    }
    org.world.later(days=28)
    forget_old(ports)
    assert org.worker.store.find(WouldMeet) == []


def test_only_mentors_who_are_ready_can_be_met(org: Organisation) -> None:
    new_mentor(org.worker, "Else", ready=False)
    ida = new_mentor(org.worker, "Ida")
    change_mentor(org.worker.ports, shown=ida, rests_until=org.worker.ports.today() + timedelta(days=9))
    new_mentor(org.worker)
    assert [one.name for one in may_be_met(org.worker.ports)] == ["Lise"]
    with pytest.raises(ValueError, match="offered"):
        say_whom(org.worker.ports, side="worker", who="0a" * 16, chosen=set())


def test_who_has_no_room_is_neither_met_nor_proposed_until_there_is_some(org: Organisation) -> None:
    ports, amina = org.worker.ports, org.cover(org.worker)
    full = new_mentor(org.worker, "Else", capacity=0)
    assert may_be_met(ports) == []
    with pytest.raises(Refusal, match="no room now"):
        propose(ports, row=ports.new_row(), mentee=amina, mentor=full)
    assert matches_of(ports, amina) == []

    change_mentor(ports, shown=full, capacity=1)
    assert [one.name for one in may_be_met(ports)] == ["Else"]


def test_whoever_agreed_on_something_with_one_mentee_is_taken_also_without_a_match(org: Organisation) -> None:
    ports, amina, hodan = org.worker.ports, org.cover(org.worker), another_file(org, "Hodan")
    maja = new_mentor(org.worker, "Maja", languages="so", person=org.mentor.ports.me.person.hex())
    say_wish(ports, mentee=hodan, languages="so")
    assert [one.mentor.id for one in proposed_for(ports, hodan)] == [maja.id]

    keep_agreement(ports, mentee=amina, mentor=maja.person, cadence="weekly", until=ports.today())
    assert proposed_for(ports, hodan) == []
    assert may_be_met(ports) == []
    with pytest.raises(Refusal, match="no room now"):
        propose(ports, row=ports.new_row(), mentee=hodan, mentor=maja)
    assert (
        propose(ports, row=ports.new_row(), mentee=amina, mentor=maja).mentor == maja.id
    )  # it is she who has the room

    end_match(ports, shown=matches_of(ports, amina)[0])
    org.world.later(days=1)
    assert [one.mentor.id for one in proposed_for(ports, hodan)] == [maja.id]


@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from("XY"), st.sampled_from(list(Side)), DAYS), max_size=8))
def test_no_pair_without_both_and_nothing_alone_is_kept(said: list[tuple[str, str, Side, date | None]]) -> None:
    rows = [
        WouldMeet(id=str(number), mentee=mentee, mentor=mentor, side=side.value, said_on=day)
        for number, (mentee, mentor, side, day) in enumerate(said)
    ]
    for mentee, mentor in pairs(rows, TODAY):
        assert {one.side for one in rows if (one.mentee, one.mentor) == (mentee, mentor) and one.said_on} == set(Side)
    gone = {one.id for one in over(rows, TODAY)}
    for one in rows:
        sides = {each.side for each in rows if (each.mentee, each.mentor) == (one.mentee, one.mentor) and each.said_on}
        if sides != set(Side):
            assert (one.id in gone) == (one.said_on is None or TODAY - one.said_on > ALONE)
