"""A tally grows into a nickname and a nickname into a person; who never said yes is not kept for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col

from app.domain.expiring import expires_on
from app.domain.one_person import each_once
from app.journeys.attempts import try_again
from app.journeys.contacts import change_contact, remove_contact
from app.journeys.growing import takes_part, took_it_back
from app.journeys.house_rules import keep_days, may_decide, set_keep_days
from app.journeys.letting_go import about_to_go, let_go
from app.journeys.one_person import also_written_as, are_one, are_two, might_be, said_of
from app.journeys.reach import brought_by, people_reached
from app.journeys.referrals import refer
from app.journeys.rounds import count_tap, leave_alone
from app.journeys.spots import add_spot
from app.ports import Refusal
from app.records import NOBODYS, Attempt, Contact, QuietDoor, Referral, SamePerson, field_names
from app.storage.errors import NotYours
from tests.journeys.days import days_go_by
from tests.journeys.growing import SAID, log, there, yes
from tests.world import Organisation, Phone


def test_a_tally_becomes_a_nickname_and_a_nickname_a_person_who_takes_part(org: Organisation) -> None:
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="Stair A", doors=12)
    count_tap(ports, spot=spot, outcome="interested")
    assert {name for name in field_names(Attempt) if "name" in name or "phone" in name} == set()

    contact = log(org.worker, name="Green door", spot=spot.id)
    with pytest.raises(Refusal):
        takes_part(ports, shown=contact, saw=ports.store.seen(contact))
    person = yes(org.worker, contact)
    taking_part = takes_part(ports, shown=person, saw=ports.store.seen(person))
    org.world.sync_all()

    seen = there(org.coordinator, contact)
    assert seen
    assert (seen.name, seen.consented_on, seen.joined_on) == ("Amal", ports.today(), taking_part.joined_on)


def test_a_child_never_asks_for_a_yes(org: Organisation) -> None:
    contact = log(org.worker, spoken="child")
    for explained in ("child", "", "x"):
        with pytest.raises(Refusal):
            yes(org.worker, contact, explained)
    with pytest.raises(Refusal):
        yes(org.worker, contact, name=" ")
    kept = there(org.worker, contact)
    assert kept
    assert kept.consented_on is None
    for explained in ("shared", "interpreter", "by_phone", "family"):
        assert yes(org.worker, contact, explained).explained == explained


def test_who_never_said_yes_is_let_go_after_ninety_days_and_her_words_leave_every_disk(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    assert days_go_by(org, 89) == 0
    assert there(org.coordinator, contact)
    assert days_go_by(org, 1) == 1

    for phone in (org.worker, org.coordinator):
        assert there(phone, contact) is None
        heard = phone.store._voices.of((bytes.fromhex(contact.space), bytes.fromhex(contact.id)))
        told = [word.value for voice in heard.voices for word in voice.said.fields.values()]
        assert told
        assert not set(SAID.values()) & set(told)
    assert days_go_by(org, 1) == 0


def test_a_colleagues_phone_lets_it_go_a_fortnight_later_when_the_writers_is_off(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    org.worker.cut()
    org.world.later(days=103)
    org.coordinator.sync()
    assert let_go(org.coordinator.ports) == 0
    org.world.later(days=1)
    org.coordinator.sync()
    assert let_go(org.coordinator.ports) == 1
    assert there(org.coordinator, contact) is None


def test_two_who_wrote_of_her_let_go_in_the_same_hour_and_she_does_not_come_back(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    shown = there(org.coordinator, contact)
    assert shown
    with org.coordinator.store.write() as tx:
        tx.change(shown, phone="99")
    org.world.sync_all()
    days_go_by(org, 90)
    days_go_by(org, 1)
    assert there(org.worker, contact) is there(org.coordinator, contact) is None


def test_what_hangs_on_her_goes_with_her_and_its_words_leave_every_disk(org: Organisation) -> None:
    contact = log(org.worker)
    ports, row = org.worker.ports, org.worker.ports.new_row
    spot = add_spot(ports, row=row(), kind="stairwell", name="Stair A", doors=12)
    count_tap(ports, spot=spot, outcome="talked")
    sent = refer(ports, row=row(), contact=contact, direction="out", whom="Huset QZX")
    org.world.sync_all()
    hers = refer(org.coordinator.ports, row=row(), contact=contact, direction="out", whom="Klinik QZX")
    shown = there(org.coordinator, contact)
    assert shown
    saw = org.coordinator.store.seen(shown)
    try_again(org.coordinator.ports, row=row(), shown=shown, saw=saw, outcome="nobody_home")
    org.world.sync_all()
    assert org.worker.store.count(Attempt) == org.worker.store.count(Referral) == 2
    days_go_by(org, 90)
    days_go_by(org, 1)

    for phone in (org.worker, org.coordinator):
        assert there(phone, contact) is None
        assert phone.store.count(Referral) == 0
        assert {one.spot for one in phone.store.find(Attempt)} == {spot.id, NOBODYS}  # a bare tap is nobody's
        for gone in (sent, hers):
            heard = phone.store._voices.of((bytes.fromhex(gone.space), bytes.fromhex(gone.id)))
            told = {str(word.value) for voice in heard.voices for word in voice.said.fields.values()}
            assert told
            assert not any("QZX" in each for each in told)


def test_talks_with_who_was_let_go_still_count_and_say_nothing_of_her(org: Organisation) -> None:
    contact = log(org.worker, channel="door")
    log(org.worker, channel="street", outcome="nobody_home")
    one, other = log(org.worker, channel="event"), log(org.worker, channel="event")
    are_one(org.worker.ports, one=one, other=other)
    spot = add_spot(org.worker.ports, row=org.worker.ports.new_row(), kind="stairwell", name="Stair A", doors=12)
    count_tap(org.worker.ports, spot=spot, outcome="talked")
    log(org.worker, spot=spot.id, channel="door")
    log(org.worker, channel="phone", outcome="")
    org.world.sync_all()

    def counted(phone: Phone) -> tuple[int, dict[str, tuple[int, int]]]:
        ways = brought_by(phone.ports, contact.space)
        return people_reached(phone.ports, contact.space), {way.channel: (way.tried, way.spoken) for way in ways}

    assert counted(org.worker) == (3, {"door": (2, 2), "street": (1, 0), "event": (2, 1)})
    days_go_by(org, 90)
    days_go_by(org, 15)

    for phone in (org.worker, org.coordinator):
        assert phone.store.count(Contact) == 0
        assert counted(phone) == (3, {"door": (2, 2), "street": (1, 0), "event": (2, 1)})
        stay = phone.store.find(Attempt, col(Attempt.spot) == NOBODYS)
        assert {(row.contact, row.day, row.at) for row in stay} == {("", None, "")}


def test_who_has_another_line_is_counted_by_that_one_while_it_stands(org: Organisation) -> None:
    one = log(org.worker)
    org.world.later(days=30)
    other = log(org.worker)
    are_one(org.worker.ports, one=one, other=other)
    org.world.sync_all()
    for days in (60, 1, 30, 1):
        days_go_by(org, days)
        assert people_reached(org.worker.ports, one.space) == 1
    assert org.worker.store.count(Contact) == 0


def test_two_phones_that_let_go_of_her_apart_count_her_once(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    org.worker.cut()
    org.coordinator.cut()
    org.world.later(days=104)
    assert let_go(org.worker.ports) == let_go(org.coordinator.ports) == 1
    org.worker.mend()
    org.coordinator.mend()
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        assert people_reached(phone.ports, contact.space) == 1


def test_a_line_taken_away_by_hand_takes_what_hangs_on_it_a_colleagues_a_fortnight_later(org: Organisation) -> None:
    contact, row = log(org.worker), org.worker.ports.new_row
    org.world.sync_all()
    refer(org.worker.ports, row=row(), contact=contact, direction="out", whom="A")
    refer(org.coordinator.ports, row=row(), contact=contact, direction="in", whom="B")
    org.world.sync_all()
    org.coordinator.cut()
    shown = there(org.worker, contact)
    assert shown
    remove_contact(org.worker.ports, shown=shown, saw=org.worker.store.seen(shown))
    assert [(one.whom, one.contact) for one in org.worker.store.find(Referral)] == [("B", "")]

    org.world.later(days=13)
    let_go(org.worker.ports)
    assert [one.whom for one in org.worker.store.find(Referral)] == ["B"]
    org.world.later(days=1)
    let_go(org.worker.ports)
    assert org.worker.store.find(Referral) == []


def test_the_app_says_so_beforehand_and_a_yes_or_a_talk_keeps_her(org: Organisation) -> None:
    asked, met, agreed, gone = (log(org.worker, name=name) for name in ("asked", "met", "agreed", "gone"))
    today = org.worker.ports.today()
    far = log(org.worker, name="a day agreed", followup_on=today + timedelta(days=120))
    assert expires_on(far, 90) == today + timedelta(days=134)
    org.world.later(days=75)
    assert about_to_go(org.worker.ports) == []
    org.world.later(days=1)
    assert len(about_to_go(org.worker.ports)) == 4
    assert {day for _, day in about_to_go(org.worker.ports)} == {today + timedelta(days=90)}

    yes(org.worker, asked)
    yes(org.worker, agreed)
    shown = there(org.worker, met)
    assert shown
    with org.worker.store.write() as tx:
        tx.change(shown, met_on=org.worker.ports.today())
    assert [one.id for one, _ in about_to_go(org.worker.ports)] == [gone.id]
    days_go_by(org, 20)
    assert {one.id for one in org.worker.store.find(Contact)} == {asked.id, met.id, agreed.id, far.id}


def test_a_yes_taken_back_makes_the_line_go_away_again(org: Organisation) -> None:
    contact = yes(org.worker, log(org.worker))
    assert expires_on(contact, 90) is None
    back = took_it_back(org.worker.ports, shown=contact, saw=org.worker.store.seen(contact))
    assert expires_on(back, 90) == org.worker.ports.today() + timedelta(days=90)


def test_the_organisation_chooses_how_long_and_only_a_coordinator_may(org: Organisation) -> None:
    assert keep_days(org.worker.ports) == 90
    assert may_decide(org.coordinator.ports)
    assert not may_decide(org.worker.ports)
    for days in (13, 366):
        with pytest.raises(Refusal):
            set_keep_days(org.coordinator.ports, days)
    with pytest.raises(NotYours):
        set_keep_days(org.worker.ports, 30)
    set_keep_days(org.coordinator.ports, 30)
    org.world.sync_all()
    assert keep_days(org.worker.ports) == keep_days(org.mentor.ports) == 30

    contact = log(org.worker)
    days_go_by(org, 30)
    assert there(org.worker, contact) is None


def test_a_phone_whose_clock_is_a_year_ahead_empties_nobodys_list(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    org.worker.clock.bent_ms = 365 * 24 * 3600 * 1000
    org.worker.sync()
    assert let_go(org.worker.ports) == 0
    assert there(org.worker, contact)


def test_a_door_left_alone_is_forgotten_when_its_day_has_passed(org: Organisation) -> None:
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="Stair A")
    leave_alone(ports, row=ports.new_row(), spot=spot, door="2. tv", until=ports.today())
    days_go_by(org, 1)
    assert org.coordinator.store.find(QuietDoor) == org.worker.store.find(QuietDoor) == []


def test_two_lines_become_one_person_and_two_again_and_both_stay(org: Organisation) -> None:
    green, red = log(org.worker, name="Green door"), log(org.worker, name="Red bicycle", phone="")
    org.world.sync_all()
    assert [one.id for one in might_be(org.coordinator.ports, green, matching="", limit=9)] == [red.id]
    assert [one.id for one in might_be(org.coordinator.ports, green, matching="bicycle", limit=9)] == [red.id]
    for phone in (org.worker, org.coordinator):
        phone.cut()
        are_one(phone.ports, one=green, other=red)
        phone.mend()
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert len(phone.store.find(SamePerson)) == 1
        assert [one.id for one in also_written_as(phone.ports, green)] == [red.id]
        assert len(each_once(phone.store.find(Contact), phone.store.find(SamePerson))) == 1
    (pair,) = said_of(org.coordinator.ports, red)
    are_two(org.coordinator.ports, shown=pair, saw=org.coordinator.store.seen(pair))
    org.world.sync_all()
    assert also_written_as(org.worker.ports, green) == []
    assert len(each_once(org.worker.store.find(Contact), org.worker.store.find(SamePerson))) == 2


def test_three_lines_are_one_person_through_the_second(org: Organisation) -> None:
    one, two, three, four = (log(org.worker, name=name) for name in ("a", "b", "c", "d"))
    are_one(org.worker.ports, one=one, other=two)
    are_one(org.worker.ports, one=three, other=two)
    assert {each.id for each in also_written_as(org.worker.ports, one)} == {two.id, three.id}
    people = each_once(org.worker.store.find(Contact), org.worker.store.find(SamePerson))
    assert sorted(len(lines) for lines in people) == [1, 3]
    assert also_written_as(org.worker.ports, four) == []
    with pytest.raises(Refusal):
        are_one(org.worker.ports, one=one, other=one)


def test_what_was_old_when_it_was_written_is_said_a_fortnight_before_it_goes(org: Organisation) -> None:
    ports = org.worker.ports
    today = ports.today()
    old = log(org.worker, met_on=today - timedelta(days=300))
    org.world.sync_all()
    assert about_to_go(ports) == [(there(org.worker, old), today + timedelta(days=14))]
    assert days_go_by(org, 13) == 0
    assert days_go_by(org, 1) == 1

    moved = log(org.worker)
    shown = there(org.worker, moved)
    assert shown
    change_contact(ports, shown=shown, saw=ports.store.seen(shown), met_on=today - timedelta(days=300))
    assert days_go_by(org, 13) == 0
    assert days_go_by(org, 1) == 1


def test_a_line_of_which_nobody_knows_the_day_gets_one_and_goes_like_the_others(org: Organisation) -> None:
    with org.worker.store.write() as tx:
        tx.add(Contact(id="5" * 32, space=org.worker.store.space("area"), name="of an older app"))
    org.world.sync_all()
    day = org.worker.ports.today()
    assert days_go_by(org, 1) == 0
    shown = org.coordinator.store.get(Contact, "5" * 32)
    assert shown
    assert shown.written_on == day + timedelta(days=1)
    assert days_go_by(org, 89) == 0
    assert [one.id for one, _ in about_to_go(org.coordinator.ports)] == [shown.id]
    assert days_go_by(org, 1) == 1


def test_a_smaller_number_of_days_is_said_a_fortnight_before_anybody_goes(org: Organisation) -> None:
    contact = log(org.worker)
    assert days_go_by(org, 60) == 0
    set_keep_days(org.coordinator.ports, 30)
    org.world.sync_all()
    assert [one.id for one, _ in about_to_go(org.worker.ports)] == [contact.id]
    assert days_go_by(org, 13) == 0
    assert days_go_by(org, 1) == 1
