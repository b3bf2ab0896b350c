"""What reach says of people stays as it was when their lines are let go: in all, by channel, whichever goes first."""

from __future__ import annotations

import pytest
from sqlmodel import col

from app.journeys.contacts import remove_contact
from app.journeys.letting_go import let_go
from app.journeys.one_person import are_one, said_of
from app.journeys.reach import brought_by, people_reached
from app.journeys.rounds import count_tap
from app.journeys.spots import add_spot
from app.records import NOBODYS, Attempt, Contact, SamePerson
from tests.journeys.at_the_door import again, log
from tests.journeys.days import days_go_by
from tests.world import Organisation, Phone

Sums = dict[str, tuple[int, int, int | None]]


def reached(phone: Phone, space: str) -> tuple[int, Sums]:
    """How many people; by channel how often tried, spoken with, and the minutes."""
    ways = brought_by(phone.ports, space)
    return people_reached(phone.ports, space), {one.channel: (one.tried, one.spoken, one.minutes) for one in ways}


def all_gone(org: Organisation) -> None:
    org.world.later(days=120)
    while let_go(org.worker.ports) + let_go(org.coordinator.ports):
        org.world.sync_all()
    org.world.sync_all()
    assert org.worker.store.count(Contact) == org.coordinator.store.count(Contact) == 0


def test_each_try_stays_with_its_own_channel_and_minutes(org: Organisation) -> None:
    ports = org.worker.ports
    stairs = add_spot(ports, row=ports.new_row(), kind="stairwell", name="A", doors=12)
    count_tap(ports, spot=stairs, outcome="interested")
    of_a_round = log(org.worker, outcome="interested", spot=stairs.id)
    at_the_door = log(org.worker, outcome="talked", minutes=10)
    of_a_list = log(org.worker, outcome="", channel="event")
    for contact, outcome in ((of_a_round, "talked"), (at_the_door, "talked"), (of_a_list, "nobody_home")):
        again(org.worker, contact, "nobody_home", 5)
        again(org.worker, contact, outcome, 30)
    org.world.sync_all()
    before = reached(org.coordinator, of_a_round.space)
    assert before == (2, {"door": (2, 2, 10), "phone": (6, 0, 105)})
    all_gone(org)
    assert reached(org.worker, of_a_round.space) == reached(org.coordinator, of_a_round.space) == before


def test_of_somebody_with_several_lines_nothing_is_lost_and_nothing_counts_twice(org: Organisation) -> None:
    ports = org.worker.ports
    lines = [
        log(org.worker, outcome=outcome, channel=channel, minutes=minutes)
        for outcome, channel, minutes in (
            ("talked", "door", 40), ("interested", "street", 20), ("not_now", "street", 15), ("nobody_home", "event", 5)
        )
    ]  # fmt: skip
    for other in lines[1:]:
        are_one(ports, one=lines[0], other=other)
    org.world.sync_all()
    before = reached(org.worker, lines[0].space)
    assert before == (1, {"door": (1, 1, 40), "street": (2, 1, 35), "event": (1, 0, 5)})
    all_gone(org)
    assert reached(org.worker, lines[0].space) == reached(org.coordinator, lines[0].space) == before
    assert org.worker.store.count(SamePerson) == 0
    stay = org.worker.store.find(Attempt, col(Attempt.spot) == NOBODYS)
    assert {(one.contact, one.day, one.at) for one in stay} == {("", None, "")}


def test_while_another_line_of_hers_stands_she_is_counted_once(org: Organisation) -> None:
    first = log(org.worker, outcome="talked", minutes=10)
    org.world.later(days=30)
    other = log(org.worker, outcome="talked", minutes=20)
    third = log(org.worker, outcome="talked", channel="street")
    are_one(org.worker.ports, one=first, other=other)
    before = (2, {"door": (2, 1, 30), "street": (1, 1, None)})
    assert reached(org.worker, first.space) == before
    for days in (60, 1):
        days_go_by(org, days)
    assert org.worker.store.count(Contact) == 2
    assert reached(org.worker, first.space) == reached(org.coordinator, first.space) == before
    assert said_of(org.worker.ports, other) == []

    are_one(org.worker.ports, one=other, other=third)
    org.world.sync_all()
    before = (1, before[1])
    assert reached(org.worker, first.space) == reached(org.coordinator, first.space) == before
    all_gone(org)
    assert reached(org.worker, first.space) == reached(org.coordinator, first.space) == before


def test_two_phones_that_let_go_apart_of_one_line_of_hers_each_count_her_once(org: Organisation) -> None:
    one = log(org.worker, outcome="talked")
    other = log(org.coordinator, outcome="talked", channel="street")
    org.world.sync_all()
    are_one(org.worker.ports, one=one, other=other)
    org.world.sync_all()
    before = reached(org.worker, one.space)
    phones = (org.worker, org.coordinator)
    for phone in phones:
        phone.cut()
    org.world.later(days=91)
    assert [let_go(phone.ports) for phone in phones] == [1, 1]
    for phone in phones:
        phone.mend()
    org.world.sync_all(3)
    assert [phone.store.count(Contact) for phone in phones] == [0, 0]
    assert [reached(phone, one.space) for phone in phones] == [before, before]


def late_try(org: Organisation, contact: Contact, outcome: str) -> None:
    """The coordinator goes there once more, and her phone comes back to the hub only after the line went."""
    org.world.sync_all()
    org.coordinator.cut()
    org.world.later(days=3)
    again(org.coordinator, contact, outcome, 25)


def comes_back(org: Organisation) -> None:
    org.coordinator.mend()
    for _ in range(3):
        org.world.sync_all()
        for phone in (org.worker, org.coordinator):
            let_go(phone.ports)
    org.world.sync_all()


def test_a_try_that_arrives_after_she_was_let_go_stays_counted(org: Organisation) -> None:
    contact = log(org.worker, outcome="talked", minutes=10)
    of_a_list = log(org.worker, outcome="", channel="event")
    for each in (contact, of_a_list):
        late_try(org, each, "nobody_home")
    before = reached(org.coordinator, contact.space)
    assert before == (1, {"door": (1, 1, 10), "phone": (2, 0, 50)})
    org.world.later(days=90)
    assert let_go(org.worker.ports) == 2
    comes_back(org)
    assert org.worker.store.count(Contact) == org.coordinator.store.count(Contact) == 0
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before
    assert org.worker.store.count(Attempt, col(Attempt.contact) != "") == 0


def test_a_try_that_arrives_after_her_line_was_taken_away_stays_counted(org: Organisation) -> None:
    contact = log(org.worker, outcome="talked", minutes=10)
    again(org.worker, contact, "nobody_home", 5)
    late_try(org, contact, "nobody_home")
    shown = org.worker.store.get(Contact, contact.id)
    assert shown
    remove_contact(org.worker.ports, shown=shown, saw=org.worker.store.seen(shown))
    comes_back(org)
    assert [phone.store.count(Contact) for phone in (org.worker, org.coordinator)] == [0, 0]
    for phone in (org.worker, org.coordinator):
        assert reached(phone, contact.space) == (0, {"phone": (1, 0, 25)})


def talks_after_she_was_let_go(org: Organisation, *lines: Contact) -> tuple[int, Sums]:
    """The coordinator, offline, does not know that the worker let these lines go; what reach says before and after."""
    org.world.sync_all()
    org.coordinator.cut()
    org.world.later(days=3)
    for contact in lines:
        again(org.coordinator, contact, "talked", 25)
    before = reached(org.coordinator, lines[0].space)
    org.world.later(days=88)
    assert let_go(org.worker.ports) >= len(lines)
    comes_back(org)
    assert {one.id for one in org.worker.store.find(Contact)} == {one.id for one in lines}
    return before


@pytest.mark.parametrize("outcome", ["talked", "nobody_home"])
def test_who_was_talked_with_offline_after_she_was_let_go_is_one_person(org: Organisation, outcome: str) -> None:
    contact = log(org.worker, outcome=outcome, minutes=10)
    before = talks_after_she_was_let_go(org, contact)
    assert before == (1, {"door": (1, 1, 10), "phone": (1, 0, 25)})
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before
    all_gone(org)
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before


@pytest.mark.parametrize("outcome", ["talked", "nobody_home"])
def test_so_is_who_wants_to_hear_more_on_the_day_after(org: Organisation, outcome: str) -> None:
    contact = log(org.worker, outcome=outcome, minutes=10)
    org.world.sync_all()
    org.coordinator.cut()
    org.world.later(days=91)
    assert let_go(org.worker.ports) == 1
    org.world.later(days=1)
    again(org.coordinator, contact, "interested", 25)
    before = reached(org.coordinator, contact.space)
    assert before == (1, {"door": (1, 1, 10), "phone": (1, 0, 25)})
    comes_back(org)
    assert org.worker.store.count(Contact) == 1
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before
    all_gone(org)
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before


def test_so_is_who_was_met_on_a_round(org: Organisation) -> None:
    ports = org.worker.ports
    stairs = add_spot(ports, row=ports.new_row(), kind="stairwell", name="A", doors=12)
    count_tap(ports, spot=stairs, outcome="interested")
    contact = log(org.worker, outcome="interested", spot=stairs.id)
    before = talks_after_she_was_let_go(org, contact)
    assert before == (1, {"door": (1, 1, None), "phone": (1, 0, 25)})
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before
    all_gone(org)
    assert reached(org.worker, contact.space) == reached(org.coordinator, contact.space) == before


def test_so_is_who_has_two_lines_of_which_one_came_back_or_both(org: Organisation) -> None:
    one = log(org.worker, outcome="talked", minutes=10)
    other = log(org.worker, outcome="talked", channel="street", minutes=20)
    are_one(org.worker.ports, one=one, other=other)
    before = talks_after_she_was_let_go(org, one, other)
    assert before == (1, {"door": (1, 1, 10), "street": (1, 1, 20), "phone": (2, 0, 50)})
    assert reached(org.worker, one.space) == reached(org.coordinator, one.space) == before
    all_gone(org)
    assert reached(org.worker, one.space) == reached(org.coordinator, one.space) == before
