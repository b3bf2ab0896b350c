"""Tracks that rest, files that are handed over, files that end: off-line on several phones, and the right words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col

from app.domain.caseload import FileNow
from app.journeys.caseload import case_load, files_of, look_through, standing_still
from app.journeys.ending import come_back, end, ending_of, plan_ending
from app.journeys.handover import (
    deputies_after,
    end_overlap,
    hand_over,
    hand_overs_of,
    may_take_back,
    not_handed_over,
    overlap_from,
    overlaps_over,
    say_followed,
    set_contact,
    take_over_file,
    waiting_hand_overs,
)
from app.journeys.tracks import begin_track, end_track, go_on, step_back, tracks_of
from app.ports import Ports, Refusal
from app.records import Ending, HandOver, Track
from tests.world import Organisation, Phone


def me(phone: Phone) -> str:
    return phone.ports.me.person.hex()


def file(ports: Ports) -> FileNow:
    load = case_load(ports)
    (now,) = files_of(ports, [*load.going, *load.ended])
    return now


def track(phone: Phone, org: Organisation, kind: str) -> Track:
    return begin_track(phone.ports, row=phone.ports.new_row(), mentee=org.cover(phone), kind=kind)


def test_one_track_rests_while_the_others_go_on_and_all_resting_is_said(org: Organisation) -> None:
    ports = org.worker.ports
    danish, work = track(org.worker, org, "danish"), track(org.worker, org, "work")
    later = ports.today() + timedelta(days=28)

    step_back(ports, shown=work, why="rest", look_again_on=later)
    assert file(ports).all_rest is False

    step_back(ports, shown=danish, why="her_wish", look_again_on=later)
    assert file(ports).all_rest is True
    assert ending_of(ports, org.cover(org.worker)) is None  # to step back is no end

    go_on(ports, shown=tracks_of(ports, org.cover(org.worker))[0])
    assert file(ports).all_rest is False


def test_a_track_does_not_rest_without_a_reason_and_a_day_to_look_again(org: Organisation) -> None:
    ports, work = org.worker.ports, track(org.worker, org, "work")

    with pytest.raises(Refusal, match="why it rests"):
        step_back(ports, shown=work, why="", look_again_on=ports.today() + timedelta(days=7))
    for day in (None, ports.today()):
        with pytest.raises(Refusal, match="a day to look again"):
            step_back(ports, shown=work, why="rest", look_again_on=day)
    assert tracks_of(ports, org.cover(org.worker))[0].rests_since is None


def test_two_phones_work_on_tracks_without_a_connection_and_both_hold(org: Organisation) -> None:
    work = track(org.worker, org, "work")
    org.world.sync_all()
    step_back(org.worker.ports, shown=work, why="rest", look_again_on=org.worker.ports.today() + timedelta(days=14))
    track(org.mentor, org, "danish")
    org.world.sync_all()

    for phone in (org.coordinator, org.worker, org.mentor):
        assert [(one.kind, one.rests_for) for one in phone.store.find(Track, order_by=col(Track.kind))] == [
            ("danish", ""),
            ("work", "rest"),
        ]
    assert org.mentee.store.find(Track) == []
    end_track(org.mentor.ports, shown=org.mentor.store.find(Track)[0])
    assert len(tracks_of(org.mentor.ports, org.cover(org.mentor))) == 1


def handed(org: Organisation, **said: object) -> HandOver:
    ports = org.worker.ports
    today = ports.today()
    told = {"taker": me(org.mentor), "begins_on": today, "until": overlap_from(today), **said}
    return hand_over(ports, row=ports.new_row(), mentee=org.cover(org.worker), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize("taken", [False, True])
def test_of_a_file_that_has_ended_no_hand_over_waits(org: Organisation, *, taken: bool) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy="")
    over = handed(org, recommends="slower")
    org.world.sync_all()
    if taken:
        take_over_file(org.mentor.ports, shown=over)
    org.world.later(days=20)
    org.world.sync_all()
    ports, cover = org.coordinator.ports, org.cover(org.coordinator)
    said = {"ended_by": "she", "reason": "reached"}
    until = ports.today() + timedelta(days=30)
    end(ports, row=ports.new_row(), mentee=cover, ended_on=ports.today(), care_until=until, **said)
    org.world.sync_all()
    waits = [waiting_hand_overs(org.mentor.ports), overlaps_over(org.mentor.ports)]
    assert [len(each) for each in waits] == ([0, 1] if taken else [1, 0])  # somebody asks after her, and who is open
    assert waiting_hand_overs(ports) == []

    org.world.later(days=31)
    assert waiting_hand_overs(org.mentor.ports) == overlaps_over(org.mentor.ports) == []
    shown = ending_of(ports, cover)
    assert shown
    come_back(ports, shown=shown)
    org.world.sync_all()
    waits = [waiting_hand_overs(org.mentor.ports), overlaps_over(org.mentor.ports)]
    assert [len(each) for each in waits] == ([0, 1] if taken else [1, 0])


def test_a_file_is_handed_over_with_time_for_both_and_then_asked_after(org: Organisation) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy="")
    handed(org, recommends="slower", she_knows=True)
    org.world.sync_all()

    (waiting,) = waiting_hand_overs(org.mentor.ports)
    assert waiting_hand_overs(org.coordinator.ports) == []
    take_over_file(org.mentor.ports, shown=waiting)
    org.world.sync_all()
    cover = org.cover(org.coordinator)
    assert (cover.contact_person, cover.deputy) == (me(org.mentor), me(org.worker))
    assert waiting_hand_overs(org.mentor.ports) == []

    org.world.later(days=15)
    (asked,) = waiting_hand_overs(org.coordinator.ports)
    say_followed(org.coordinator.ports, shown=asked, followed="partly")
    assert waiting_hand_overs(org.coordinator.ports) == []
    assert [one.followed for one in hand_overs_of(org.coordinator.ports, cover)] == ["partly"]


def test_an_old_offer_does_not_take_the_file_from_who_has_it_since(org: Organisation) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy="")
    wrong, right = handed(org), handed(org, taker=me(org.coordinator))
    twice = handed(org, taker=me(org.coordinator))
    org.world.sync_all()
    assert [one.id for one in waiting_hand_overs(org.mentor.ports)] == [wrong.id]
    take_over_file(org.coordinator.ports, shown=right)
    org.world.sync_all()

    for phone, old in ((org.mentor, wrong), (org.coordinator, twice)):
        assert waiting_hand_overs(phone.ports) == []
        with pytest.raises(Refusal, match="The file is with"):
            take_over_file(phone.ports, shown=old)
    org.world.sync_all()
    cover = org.cover(org.worker)
    assert (cover.contact_person, cover.deputy) == (me(org.coordinator), me(org.worker))


def test_an_offer_is_taken_back_by_who_made_it_or_has_the_file_unless_it_was_taken_meanwhile(
    org: Organisation,
) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy="")
    over = handed(org)
    org.world.sync_all()
    assert [may_take_back(phone.ports, over) for phone in (org.worker, org.coordinator, org.mentor)] == [
        True,
        False,
        False,
    ]
    not_handed_over(org.worker.ports, shown=over, saw=org.worker.store.seen(over))
    org.world.sync_all()
    assert waiting_hand_overs(org.mentor.ports) == []
    assert org.coordinator.store.find(HandOver) == []

    org.world.sync_all()
    ports, today = org.coordinator.ports, org.coordinator.ports.today()
    said = {"taker": me(org.mentor), "begins_on": today, "until": today}
    over = hand_over(ports, row=ports.new_row(), mentee=org.cover(org.coordinator), **said)  # type: ignore[arg-type]
    org.world.sync_all()
    assert [may_take_back(phone.ports, over) for phone in (org.worker, org.coordinator, org.mentor)] == [
        True,
        True,
        False,
    ]
    org.mentor.cut()
    (there,) = waiting_hand_overs(org.mentor.ports)
    take_over_file(org.mentor.ports, shown=there)
    not_handed_over(org.worker.ports, shown=over, saw=org.worker.store.seen(over))
    org.mentor.mend()
    org.world.sync_all()
    assert org.cover(org.worker).contact_person == me(org.mentor)
    (taken,) = hand_overs_of(org.worker.ports, org.cover(org.worker))
    assert not may_take_back(org.worker.ports, taken)


def test_the_time_with_both_ends_and_the_old_deputy_comes_back(org: Organisation) -> None:
    set_contact(
        org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy=me(org.coordinator)
    )
    handed(org)
    org.world.sync_all()
    (waiting,) = waiting_hand_overs(org.mentor.ports)
    take_over_file(org.mentor.ports, shown=waiting)
    org.world.later(days=14)
    assert overlaps_over(org.mentor.ports) == []
    org.world.later(days=1)
    (over,) = overlaps_over(org.mentor.ports)
    assert overlaps_over(org.worker.ports) == []
    assert deputies_after(over) == [me(org.coordinator), me(org.worker), ""]
    with pytest.raises(ValueError, match="did not offer"):
        end_overlap(org.mentor.ports, shown=over, deputy=me(org.mentor))
    end_overlap(org.mentor.ports, shown=over, deputy=me(org.coordinator))
    assert overlaps_over(org.mentor.ports) == []
    org.world.sync_all()
    cover = org.cover(org.worker)
    assert (cover.contact_person, cover.deputy) == (me(org.mentor), me(org.coordinator))


def test_who_gave_the_file_may_stay_the_deputy_and_is_not_asked_again(org: Organisation) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy=me(org.mentor))
    handed(org)
    org.world.sync_all()
    (waiting,) = waiting_hand_overs(org.mentor.ports)
    take_over_file(org.mentor.ports, shown=waiting)
    org.world.later(days=15)
    (over,) = overlaps_over(org.mentor.ports)
    assert deputies_after(over) == [me(org.worker), ""]  # the deputy of then has the file now
    end_overlap(org.mentor.ports, shown=over, deputy=me(org.worker))
    assert (overlaps_over(org.mentor.ports), org.cover(org.mentor).deputy) == ([], me(org.worker))


def test_another_deputy_chosen_meanwhile_ends_it_too(org: Organisation) -> None:
    set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy="")
    handed(org)
    org.world.sync_all()
    (waiting,) = waiting_hand_overs(org.mentor.ports)
    take_over_file(org.mentor.ports, shown=waiting)
    cover = org.cover(org.mentor)
    set_contact(org.mentor.ports, shown=cover, contact_person=me(org.mentor), deputy=me(org.coordinator))
    org.world.later(days=15)
    assert overlaps_over(org.mentor.ports) == []


def test_a_file_goes_only_to_somebody_who_has_it_and_not_to_herself(org: Organisation) -> None:
    today = org.worker.ports.today()
    for said, why in (
        ({"taker": me(org.mentee)}, "must be somebody who has this file"),
        ({"taker": me(org.worker)}, "with this person already"),
        ({"until": today - timedelta(days=1)}, "ends before it begins"),
    ):
        with pytest.raises(Refusal, match=why):
            handed(org, **said)
    with pytest.raises(Refusal, match="somebody else"):
        set_contact(org.worker.ports, shown=org.cover(org.worker), contact_person=me(org.worker), deputy=me(org.worker))
    assert org.worker.store.find(HandOver) == []


def ended(phone: Phone, org: Organisation, **said: object) -> Ending:
    ports = phone.ports
    told = {
        "ended_on": ports.today(),
        "ended_by": "municipality",
        "reason": "stopped_early",
        "care_until": None,
        **said,
    }
    return end(ports, row=ports.new_row(), mentee=org.cover(phone), **told)  # type: ignore[arg-type]


def test_an_end_by_an_authority_says_whose_word_it_was_and_she_may_come_back(org: Organisation) -> None:
    ports, cover = org.coordinator.ports, org.cover(org.coordinator)
    plan_ending(ports, row=ports.new_row(), mentee=cover, planned_on=ports.today() + timedelta(days=90))
    assert file(ports).over is False

    ended(org.coordinator, org, care_until=ports.today() + timedelta(days=182))
    now = file(ports)
    assert now.ending
    assert (now.over, now.still, now.ending.ended_by) == (True, False, "municipality")
    assert now.care_until == ports.today() + timedelta(days=182)
    assert standing_still(ports) == 0

    come_back(ports, shown=now.ending)
    assert file(ports).over is False
    assert [one.reason for one in ports.store.find(Ending)] == ["stopped_early"]


def test_two_phones_that_ended_it_apart_are_one_end_and_one_way_back(org: Organisation) -> None:
    for phone, by in ((org.coordinator, "municipality"), (org.worker, "she")):
        ended(phone, org, ended_by=by)
    org.world.sync_all()
    there = ending_of(org.worker.ports, org.cover(org.worker))
    assert there
    come_back(org.worker.ports, shown=there)
    org.world.sync_all()

    for phone in (org.coordinator, org.worker, org.mentor):
        assert file(phone.ports).over is False
        assert {one.ended_by for one in phone.store.find(Ending)} == {"municipality", "she"}


def test_an_end_has_a_word_a_reason_and_a_day_that_has_come(org: Organisation) -> None:
    today = org.worker.ports.today()
    for said, why in (
        ({"ended_by": ""}, "whose word"),
        ({"reason": ""}, "what it ended for"),
        ({"ended_on": today + timedelta(days=1)}, "Plan it instead"),
        ({"care_until": today - timedelta(days=1)}, "ends before it begins"),
    ):
        with pytest.raises(Refusal, match=why):
            ended(org.worker, org, **said)
    assert org.worker.store.find(Ending) == []


def test_after_care_has_an_end_and_an_ended_file_is_not_looked_through(org: Organisation) -> None:
    ports = org.worker.ports
    ended(org.worker, org, care_until=ports.today() + timedelta(days=10))
    assert case_load(ports).unseen == []

    org.world.later(days=11)
    assert file(ports).care_until is None
    look_through(ports, row=ports.new_row(), mentee=org.cover(org.worker), met="yes")
    assert file(ports).over
