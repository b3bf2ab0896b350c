"""What two talked over stays with those who read notes; what goes along to an office is hers."""

from __future__ import annotations

import pytest

from app.journeys.conversations import conversation_of, keep_conversation, last_success
from app.journeys.errands import errand_of, keep_errand
from app.journeys.meetings import log_meeting, plan_meeting, remove_meeting
from app.journeys.settle import settle_text
from app.ports import Refusal
from app.records import Conversation, Errand, Meeting
from tests.world import Organisation

CANARY = "kanariefuglen tog bussen alene"


def held(org: Organisation, day: int, succeeded: str = "") -> Meeting:
    ports = org.mentor.ports
    on = ports.today().replace(day=day)
    return log_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), held_on=on, succeeded=succeeded)


def test_last_times_success_is_the_latest_one_told_and_not_that_of_the_meeting_itself(org: Organisation) -> None:
    org.world.later(days=20)
    held(org, 3, "bought a ticket")
    late = held(org, 10, "took the bus alone\nand smiled")
    held(org, 17)
    mentee, ports = org.cover(org.mentor).id, org.mentor.ports
    assert last_success(ports, mentee) == "took the bus alone"
    assert last_success(ports, mentee, late.id) == "bought a ticket"
    org.world.sync_all()
    assert last_success(org.worker.ports, mentee) == "took the bus alone"
    assert last_success(org.coordinator.ports, mentee) == ""


def test_neither_the_coordinator_nor_she_ever_receives_a_word_of_the_conversation(org: Organisation) -> None:
    meeting = held(org, 2)
    keep_conversation(org.mentor.ports, meeting=meeting, succeeded=CANARY, hope=CANARY)
    org.world.sync_all()
    assert conversation_of(org.worker.ports, meeting)
    for phone in (org.coordinator, org.mentee):
        assert phone.store.find(Conversation) == []
    for place in (org.world.hub_disk(), org.coordinator.disk(), org.mentee.disk(), org.mentor.wire.bytes_sent()):
        assert CANARY.encode() not in place


def test_two_who_wrote_of_one_conversation_without_a_network_have_both_texts_until_one_settles_it(
    org: Organisation,
) -> None:
    meeting = held(org, 2)
    org.world.sync_all()
    keep_conversation(org.mentor.ports, meeting=meeting, succeeded="she asked herself", hope="a job")
    keep_conversation(org.worker.ports, meeting=meeting, succeeded="she spoke Danish")
    org.world.sync_all()
    kept = conversation_of(org.mentor.ports, meeting)
    assert kept
    assert kept.hope == "a job"
    texts = [rival.text for rival in org.mentor.store.rivals(kept)["succeeded"]]
    assert sorted(texts) == ["she asked herself", "she spoke Danish"]
    both = "\n".join(texts)
    settle_text(org.mentor.ports, shown=kept, saw=org.mentor.store.seen(kept), field="succeeded", text=both)
    org.world.sync_all()
    there = conversation_of(org.worker.ports, meeting)
    assert there
    assert there.succeeded == both


def test_what_goes_along_to_an_office_is_on_her_own_phone_and_goes_with_its_meeting(org: Organisation) -> None:
    ports = org.mentor.ports
    plan = plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts="2026-03-09T10:00")
    errand = keep_errand(ports, meeting=plan, office="doctor", bring="the yellow card", ask="when again?")
    saw = org.mentor.store.seen(errand)
    keep_errand(ports, meeting=plan, shown=errand, saw=saw, office="doctor", bring=errand.bring, agreed="in May")
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Errand)
    assert (hers.office, hers.bring, hers.agreed) == ("doctor", "the yellow card", "in May")
    assert org.mentor.store.waiting().things == 0

    remove_meeting(ports, shown=plan, saw=org.mentor.store.seen(plan))
    org.world.sync_all()
    assert org.mentee.store.find(Errand) == []
    assert errand_of(ports, plan) is None


def test_a_cpr_number_is_refused_in_both(org: Organisation) -> None:
    meeting = held(org, 2)
    with pytest.raises(Refusal):
        keep_conversation(org.mentor.ports, meeting=meeting, harder="010180-1234")
    with pytest.raises(Refusal):
        keep_errand(org.mentor.ports, meeting=meeting, bring="010180-1234")
    assert org.mentor.store.find(Conversation) == []
    assert org.mentor.store.find(Errand) == []


def test_a_meeting_with_all_that_goes_with_it_is_one_thing_on_the_badge(org: Organisation) -> None:
    org.mentor.cut()
    meeting = held(org, 2, "she laughed")
    keep_errand(org.mentor.ports, meeting=meeting, office="school")
    assert org.mentor.store.waiting().things == 1
