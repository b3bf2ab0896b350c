"""A contact who never said yes goes after her days, and no copy of her line that was handed in keeps or brings her."""

from __future__ import annotations

import pytest

from app.journeys.contacts import log_contact, remove_contact
from app.journeys.growing import said_yes
from app.journeys.handed import leave, take_over, waiting
from app.journeys.letting_go import let_go
from app.journeys.not_taken import hand_in, not_taken
from app.ports import Refusal
from app.records import Contact, Handed
from tests.demoting import demote_while_writing
from tests.world import Organisation, Phone

NAME = "Kanariefugl QZX"


@pytest.fixture
def handed(org: Organisation) -> Handed:
    """Sofie wrote of somebody just while she was made a mentor in the area, and handed it in."""

    def writes() -> None:
        log_contact(org.worker.ports, row=org.worker.ports.new_row(), name=NAME)

    demote_while_writing(org.coordinator, org.worker, writes)
    org.world.sync_all()
    (one,) = not_taken(org.worker.ports)
    hand_in(org.worker.ports, one)
    org.world.sync_all()
    (found,) = waiting(org.coordinator.ports)
    return found


def days_go_by(org: Organisation, days: int, *phones: Phone) -> None:
    org.world.later(days=days)
    org.world.sync_all()
    for phone in phones or (org.worker, org.coordinator):
        let_go(phone.ports)
    org.world.sync_all()


def words_of(phone: Phone, row: Handed) -> str:
    """All that any author's bytes still say of it."""
    heard = phone.store._voices.of((bytes.fromhex(row.space), bytes.fromhex(row.id)))
    return " ".join(str(word.value) for voice in heard.voices for word in voice.said.fields.values())


@pytest.mark.parametrize("looked_at", [False, True])
def test_a_copy_goes_on_the_day_its_line_would_and_its_words_leave_every_phone(
    org: Organisation, handed: Handed, looked_at: bool
) -> None:
    if looked_at:
        leave(org.coordinator.ports, handed)
    days_go_by(org, 89)
    assert NAME in words_of(org.coordinator, handed)

    days_go_by(org, 1)

    for phone in (org.worker, org.coordinator):
        assert phone.store.find(Handed) == []
        assert words_of(phone, handed)
        assert NAME not in words_of(phone, handed)


def test_where_its_writer_is_off_a_stewards_phone_lets_it_go_a_fortnight_later(
    org: Organisation, handed: Handed
) -> None:
    org.worker.cut()
    days_go_by(org, 103, org.coordinator)
    assert org.coordinator.store.count(Handed) == 1
    days_go_by(org, 1, org.coordinator)
    assert org.coordinator.store.count(Handed) == 0


def test_what_was_written_of_somebody_who_said_yes_stays_until_it_is_looked_at(
    org: Organisation, handed: Handed
) -> None:
    ports = org.coordinator.ports
    contact = log_contact(ports, row=handed.row, space=handed.origin, name="Ali")
    said_yes(ports, shown=contact, saw=ports.store.seen(contact), name="Ali", explained="danish")
    days_go_by(org, 200)
    assert [one.id for one in waiting(ports)] == [handed.id]


def test_taking_a_copy_over_does_not_bring_back_who_has_gone(org: Organisation, handed: Handed) -> None:
    ports = org.coordinator.ports
    contact = log_contact(ports, row=handed.row, space=handed.origin, name="Ali")
    remove_contact(ports, shown=contact, saw=ports.store.seen(contact))
    org.world.sync_all()

    with pytest.raises(Refusal, match="has gone from the list"):
        take_over(ports, handed)

    assert ports.store.find(Contact) == []
    leave(ports, handed)
    assert waiting(ports) == []


def test_what_nobody_else_ever_saw_may_be_taken_over(org: Organisation, handed: Handed) -> None:
    take_over(org.coordinator.ports, handed)
    assert [one.name for one in org.coordinator.store.find(Contact)] == [NAME]
