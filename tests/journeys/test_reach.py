"""Honest numbers: four different counts by channel, a fraction or no denominator at all, referrals and offers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.contacted import tries
from app.domain.reach import Brought, Reach, of_everybody, reach
from app.journeys.attempts import tries_of, try_again
from app.journeys.growing import said_yes, takes_part
from app.journeys.house_rules import CALL_US, decide, decided
from app.journeys.letting_go import let_go
from app.journeys.offers import add_offer, change_offer, may_keep_offers, offers, remove_offer
from app.journeys.one_person import are_one
from app.journeys.reach import brought_by, estimate, estimates, people_reached, take_estimate_away
from app.journeys.referrals import follow_referral, refer, referrals_of
from app.journeys.rounds import count_tap, end_round
from app.journeys.spots import add_spot
from app.ports import Refusal
from app.records import EVERYBODY, Contact, Estimate, altered
from tests.journeys.at_the_door import log
from tests.world import Organisation, Phone


def joins(phone: Phone, contact: Contact) -> None:
    saw = phone.store.seen(contact)
    person = said_yes(phone.ports, shown=contact, saw=saw, name="Amal", explained="shared")
    takes_part(phone.ports, shown=person, saw=phone.store.seen(person))


def test_what_a_talk_took_counts_for_its_channel_and_stays_when_she_is_let_go(org: Organisation) -> None:
    ports = org.worker.ports
    stairs = add_spot(ports, row=ports.new_row(), kind="stairwell", name="A", doors=12)
    met = log(org.worker, outcome="interested", channel="street", minutes=15)
    joins(org.worker, met)
    alone = log(org.worker, outcome="nobody_home", name="alone", channel="phone", minutes=5)
    seen = org.worker.store.seen(alone)
    again = {"shown": alone, "saw": seen, "outcome": "talked", "channel": "phone"}
    try_again(ports, row=ports.new_row(), minutes=30, **again)  # type: ignore[arg-type]
    log(org.worker, outcome="interested", spot=stairs.id)
    with pytest.raises(Refusal):
        try_again(ports, row=ports.new_row(), minutes=12 * 60 + 1, **again)  # type: ignore[arg-type]
    with pytest.raises(Refusal):
        log(org.worker, minutes=-1)
    org.world.sync_all()

    def took(phone: Phone) -> dict[str, int | None]:
        return {line.channel: line.minutes for line in brought_by(phone.ports, met.space)}

    assert took(org.coordinator) == {"street": 15, "phone": 35, "door": None}
    assert next(line for line in brought_by(ports, met.space) if line.channel == "street").minutes_each == 15
    org.world.later(days=200)
    while let_go(ports):
        pass
    org.world.sync_all()
    assert org.worker.store.get(Contact, alone.id) is None
    assert took(org.coordinator)["phone"] == 35


def test_each_channel_says_what_it_took_and_brought_and_nobody_is_counted_twice(org: Organisation) -> None:
    ports = org.worker.ports
    stairs = add_spot(ports, row=ports.new_row(), kind="stairwell", name="A", doors=12)
    for outcome in ("nobody_home", "nobody_home", "talked", "interested"):
        count_tap(ports, spot=stairs, outcome=outcome)
    end_round(ports, row=ports.new_row(), spot=stairs, minutes=60)
    end_round(org.coordinator.ports, row=org.coordinator.ports.new_row(), spot=stairs, minutes=30)
    one = log(org.worker, outcome="interested", spot=stairs.id)
    other = log(org.worker, outcome="interested", name="The same, met outdoors", channel="street")
    are_one(ports, one=one, other=other)
    alone = log(org.worker, outcome="nobody_home", name="alone")
    try_again(
        ports, row=ports.new_row(), shown=alone, saw=org.worker.store.seen(alone), outcome="talked", channel="phone"
    )
    joins(org.worker, one)
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        told = {line.channel: line for line in brought_by(phone.ports, one.space)}
        assert set(told) == {"door", "street", "phone"}
        assert told["door"] == Brought("door", tried=5, spoken=3, begun=1, joined=1, minutes=90)
        assert told["street"] == Brought("street", tried=1, spoken=1, begun=1, joined=0)
        assert told["phone"].tried == 1
        assert (told["door"].minutes_each, told["door"].spoken_each) == (90, 3)
        assert (told["street"].minutes_each, told["street"].spoken_each) == (None, None)
        assert people_reached(phone.ports, one.space) == 2


def test_who_came_in_with_a_list_was_not_tried_yet_and_counts_where_she_takes_part(org: Organisation) -> None:
    ports = org.worker.ports
    of_a_list = log(org.worker, channel="street")
    alone = log(org.worker, channel="street", outcome="nobody_home")
    saw = org.worker.store.seen(alone)
    try_again(ports, row=ports.new_row(), shown=alone, saw=saw, outcome="talked", channel="street")
    (told,) = brought_by(ports, alone.space)
    assert told.tried == sum(tries(one, len(tries_of(ports, one))) for one in (of_a_list, alone)) == 2

    friend = log(org.worker, channel="friend")
    assert [line.channel for line in brought_by(ports, alone.space)] == ["street"]
    joins(org.worker, friend)
    (brought,) = [line for line in brought_by(ports, alone.space) if line.channel == "friend"]
    assert (brought.tried, brought.joined) == (0, 1)


def test_reach_is_a_fraction_or_has_no_denominator() -> None:
    sound = Estimate(whom=EVERYBODY, number=210, method="register", counted_on=None, source="the municipality")
    assert reach(37, None) == Reach(37, None)
    assert reach(37, sound) == Reach(37, None)
    sound.counted_on = sound.counted_on or date(2026, 1, 5)
    assert reach(37, sound) == Reach(37, 210)
    assert reach(211, sound) == Reach(211, None)
    for missing in ("whom", "method", "source", "number"):
        assert reach(1, altered(sound, **{missing: None})).of is None, missing


def test_an_estimate_says_how_when_and_from_where_and_an_older_one_stays(org: Organisation) -> None:
    ports, today = org.worker.ports, org.worker.ports.today()
    said = dict(space=org.worker.store.space("area"), whom="Women at home", number=210, method="register")
    said |= dict(counted_on=today, source="Municipality")
    first = estimate(ports, row=ports.new_row(), **said)  # type: ignore[arg-type]
    estimate(ports, row=ports.new_row(), **said | {"counted_on": today - timedelta(days=400)})  # type: ignore[arg-type]
    org.world.sync_all()
    assert estimates(org.coordinator.ports, first.space)[0].id == first.id
    assert of_everybody(estimates(ports, first.space)) is None
    older = said | {"whom": EVERYBODY, "counted_on": today - timedelta(days=800)}
    of_all = estimate(ports, row=ports.new_row(), **older)  # type: ignore[arg-type]
    assert of_everybody(estimates(ports, first.space)) == of_all
    wrong = ({"whom": ""}, {"number": 0}, {"method": "x"}, {"source": ""}, {"counted_on": today + timedelta(days=1)})
    for each in wrong:
        with pytest.raises(Refusal):
            estimate(ports, row=ports.new_row(), **said | each)  # type: ignore[arg-type]
    take_estimate_away(ports, shown=first, saw=org.worker.store.seen(first))
    assert len(estimates(ports, first.space)) == 2


def test_a_referral_is_followed_until_one_knows_what_came_of_it(org: Organisation) -> None:
    contact = log(org.worker, outcome="talked")
    ports = org.worker.ports
    sent = refer(ports, row=ports.new_row(), contact=contact, direction="out", whom="Language school", along=True)
    org.world.sync_all()
    (there,) = referrals_of(org.coordinator.ports, contact)
    assert (there.whom, there.along, there.first_seen_on, there.came) == ("Language school", True, None, "")
    org.world.later(days=8)
    saw, today = org.coordinator.store.seen(there), org.coordinator.ports.today()
    follow_referral(org.coordinator.ports, shown=there, saw=saw, first_seen_on=today, came="began")
    org.world.sync_all()
    (known,) = referrals_of(ports, contact)
    assert (known.first_seen_on, known.came) == (today, "began")
    with pytest.raises(Refusal):
        follow_referral(ports, shown=sent, saw=org.worker.store.seen(sent), first_seen_on=today + timedelta(days=1))
    for way, whom in (("in", " "), ("x", "x")):
        with pytest.raises(Refusal):
            refer(ports, row=ports.new_row(), contact=contact, direction=way, whom=whom)


def test_offers_are_for_all_and_kept_by_those_who_work_outdoors(org: Organisation) -> None:
    ports = org.worker.ports
    offer = add_offer(ports, row=ports.new_row(), name="Sewing room", topic="people", times="Tuesdays at ten")
    org.world.sync_all()
    for phone in (org.coordinator, org.mentor, org.mentee):
        assert [one.name for one in offers(phone.ports, limit=9)] == ["Sewing room"]
    assert offers(ports, topic="work", limit=9) == []
    assert may_keep_offers(org.coordinator.ports)
    assert not may_keep_offers(org.mentor.ports)
    org.world.later(days=30)
    saw = org.worker.store.seen(offer)
    assert change_offer(ports, shown=offer, saw=saw, name="Sewing room").checked_on == ports.today()
    remove_offer(ports, shown=offer, saw=org.worker.store.seen(offer))
    assert offers(ports, limit=9) == []
    with pytest.raises(Refusal):
        add_offer(ports, row=ports.new_row(), name=" ")


def test_what_stands_on_the_card_is_decided_once_for_everybody(org: Organisation) -> None:
    decide(org.coordinator.ports, CALL_US, " 12 34  50 99 ")
    org.world.sync_all()
    assert decided(org.mentor.ports, CALL_US) == "12 34 50 99"
