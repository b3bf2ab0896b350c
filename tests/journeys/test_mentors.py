"""Mentors among the roles: what all who work here read, what other mentors never receive, and both saying yes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.first_meeting import meet_as_three
from app.journeys.matching import end_match, matches_of, propose, proposed_for, say_wish, says, wish_of
from app.journeys.mentors import (
    add_mentor,
    change_mentor,
    find_ready,
    mentors,
    tick,
)
from app.ports import Refusal
from app.records import Match, Mentor, MentorPath, Wish, field_names
from app.storage.errors import NotYours
from tests.journeys.mentors_of_ours import new_mentor, path
from tests.world import Organisation


def test_colleagues_read_what_she_brings_and_no_mentor_receives_how_she_was_found_fit(org: Organisation) -> None:
    new_mentor(org.coordinator, languages="so")
    org.world.sync_all()

    assert [one.languages for one in mentors(org.mentor.ports)] == ["so"]
    assert org.mentor.store.find(MentorPath) == []
    area = bytes.fromhex(org.coordinator.store.space("area"))
    assert area not in org.mentor.wire.bytes_received()
    assert len(org.worker.store.find(MentorPath)) == 1
    with pytest.raises(NotYours):
        change_mentor(org.mentor.ports, shown=mentors(org.mentor.ports)[0], name="Else")
    assert org.mentee.store.find(Mentor) == []


def test_a_screening_is_a_day_and_no_field_could_hold_a_certificate() -> None:
    text = {name for name in field_names(MentorPath) if "date" not in str(MentorPath.model_fields[name].annotation)}

    assert text == {"mentor", "ready_by"}


def test_ready_is_decided_by_a_named_person_after_talk_courses_and_undertaking(org: Organisation) -> None:
    mentor = new_mentor(org.worker, ready=False)
    for step in ("talk_on", "courses_on"):
        with pytest.raises(Refusal, match="First the talk"):
            find_ready(org.worker.ports, shown=path(org.worker, mentor.id))
        tick(org.worker.ports, shown=path(org.worker, mentor.id), step=step, yes=True)
    tick(org.worker.ports, shown=path(org.worker, mentor.id), step="undertaking_on", yes=True)
    find_ready(org.worker.ports, shown=path(org.worker, mentor.id))
    assert path(org.worker, mentor.id).ready_by == org.worker.ports.me.person.hex()

    tick(org.worker.ports, shown=path(org.worker, mentor.id), step="talk_on", yes=False)
    assert path(org.worker, mentor.id).ready_on is None


def test_two_who_tick_different_steps_without_a_connection_both_count(org: Organisation) -> None:
    mentor = new_mentor(org.coordinator, ready=False)
    org.world.sync_all()
    tick(org.coordinator.ports, shown=path(org.coordinator, mentor.id), step="talk_on", yes=True)
    tick(org.worker.ports, shown=path(org.worker, mentor.id), step="screened_on", yes=True)
    org.world.sync_all()

    for phone in (org.coordinator, org.worker):
        way = path(phone, mentor.id)
        assert way.talk_on == way.screened_on == phone.ports.today()


def test_a_mentor_needs_a_name_and_room_for_no_more_than_twenty(org: Organisation) -> None:
    with pytest.raises(Refusal, match="Write the name"):
        add_mentor(org.worker.ports, row=org.worker.ports.new_row(), name="  ")
    with pytest.raises(Refusal, match="up to twenty"):
        new_mentor(org.worker, capacity=21)


def test_from_a_wish_to_both_saying_yes(org: Organisation) -> None:
    ports, cover = org.coordinator.ports, org.cover(org.coordinator)
    lise = new_mentor(org.coordinator, languages="so da", days="4")
    new_mentor(org.coordinator, "Ole", languages="de")
    say_wish(ports, mentee=cover, languages="so", days="2 4")

    (proposal,) = proposed_for(ports, cover)
    assert proposal.shares == {"languages": ("so",), "days": ("4",)}
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    assert proposed_for(ports, cover) == []
    with pytest.raises(Refusal, match="proposed to her already"):
        propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    with pytest.raises(Refusal, match="First the three of you meet"):
        says(ports, shown=match, she="yes")

    meet_as_three(ports, shown=match, on=ports.today())
    (match,) = matches_of(ports, cover)
    says(ports, shown=match, she="yes", mentor="yes")
    org.world.sync_all()
    (agreed,) = org.worker.store.find(Match)
    assert (agreed.she_says, agreed.mentor_says) == ("yes", "yes")
    assert org.mentee.store.find(Match) == []
    assert org.mentee.store.find(Wish) == []

    end_match(ports, shown=matches_of(ports, cover)[0])
    assert matches_of(ports, cover)[0].ended_on == ports.today()


def test_each_may_say_no_before_any_meeting_and_she_is_not_proposed_the_same_again(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, languages="so")
    say_wish(ports, mentee=cover, languages="so")
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    meet_as_three(ports, shown=match, on=ports.today() + timedelta(days=2))

    says(ports, shown=matches_of(ports, cover)[0], mentor="no")

    assert proposed_for(ports, cover) == []
    assert wish_of(ports, cover).languages == "so"


def test_two_who_write_down_wishes_apart_write_one_wish(org: Organisation) -> None:
    say_wish(org.worker.ports, mentee=org.cover(org.worker), languages="so")
    say_wish(org.coordinator.ports, mentee=org.cover(org.coordinator), days="4")
    org.world.sync_all()

    (wish,) = org.mentor.store.find(Wish)
    assert (wish.languages, wish.days) == ("so", "4")
