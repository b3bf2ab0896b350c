"""Whom to go back to: what she said last holds for every line that is hers."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.go_back_to import go_back_to
from app.journeys.one_person import are_one, are_two
from app.records import Contact, SamePerson
from tests.journeys.at_the_door import log
from tests.world import Organisation, Phone


def met(phone: Phone, days_ago: int, outcome: str, **said: object) -> Contact:
    return log(phone, met_on=phone.ports.today() - timedelta(days=days_ago), outcome=outcome, **said)


def waits(phone: Phone) -> list[str]:
    due, _ = go_back_to(phone.ports, 9)
    return [one.contact.id for one in due]


def test_a_not_now_on_her_newer_line_holds_for_the_older_one_until_its_day(org: Organisation) -> None:
    old = met(org.worker, 10, "interested")
    new = met(org.worker, 0, "not_now", declined="family", followup_on=org.worker.ports.today() + timedelta(days=60))
    assert waits(org.worker) == [old.id]

    pair = are_one(org.worker.ports, one=old, other=new)
    org.world.sync_all()
    assert waits(org.worker) == waits(org.coordinator) == []
    org.world.later(days=60)
    assert waits(org.worker) == [new.id]

    are_two(org.worker.ports, shown=pair, saw=org.worker.store.seen(pair))
    assert waits(org.worker) == [old.id, new.id]


def test_through_a_third_line_it_holds_too_and_who_was_not_at_home_said_nothing(org: Organisation) -> None:
    old, other = met(org.worker, 20, "interested"), met(org.worker, 12, "interested")
    between = met(org.worker, 5, "nobody_home")
    are_one(org.worker.ports, one=old, other=between)
    assert waits(org.worker) == [old.id, other.id]
    are_one(org.worker.ports, one=between, other=other)
    assert waits(org.worker) == [other.id]


def test_who_came_in_with_a_list_and_was_met_since_is_not_asked_for_twice(org: Organisation) -> None:
    today = org.worker.ports.today()
    with org.worker.store.write() as tx:
        of_a_list = tx.add(Contact(id="a" * 32, space=org.worker.store.space("area"), name="A", followup_on=today))
    assert waits(org.worker) == [of_a_list.id]
    are_one(org.worker.ports, one=of_a_list, other=met(org.worker, 3, "talked"))
    assert waits(org.worker) == []


def test_those_beyond_the_page_are_counted_without_the_lines_left_out(org: Organisation) -> None:
    lines = [met(org.worker, 20 + number, "interested", name=f"{number}") for number in range(9)]
    for older in lines[6:]:
        are_one(org.worker.ports, one=lines[0], other=older)
    assert org.worker.store.count(SamePerson) == 3
    due, others = go_back_to(org.worker.ports, 4)
    assert ([one.contact.id for one in due], others) == ([one.id for one in lines[5:1:-1]], 2)
