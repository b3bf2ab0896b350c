"""A contact that somebody took away leaves the disks, too, once nobody can write on it who had not heard of it."""

from __future__ import annotations

import pytest

from app.journeys.contacts import change_contact, remove_contact
from app.journeys.letting_go import let_go
from app.records import Contact
from tests.journeys.growing import SAID, log
from tests.world import Organisation, Phone


def words_of(phone: Phone, row: Contact) -> str:
    """All that any author's bytes still say of it."""
    heard = phone.store._voices.of((bytes.fromhex(row.space), bytes.fromhex(row.id)))
    return " ".join(str(word.value) for voice in heard.voices for word in voice.said.fields.values())


def days_go_by(org: Organisation, days: int) -> None:
    org.world.later(days=days)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        let_go(phone.ports)
    org.world.sync_all()


def take_away(phone: Phone, contact: Contact) -> None:
    shown = phone.store.get(Contact, contact.id)
    assert shown
    remove_contact(phone.ports, shown=shown, saw=phone.store.seen(shown))


@pytest.mark.parametrize("by_its_writer", [True, False])
def test_what_she_said_of_it_is_emptied_after_five_weeks(org: Organisation, by_its_writer: bool) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    take_away(org.worker if by_its_writer else org.coordinator, contact)
    days_go_by(org, 34)
    assert SAID["name"] in words_of(org.coordinator, contact)
    days_go_by(org, 1)
    for phone in (org.worker, org.coordinator):
        assert words_of(phone, contact)
        assert not [said for said in SAID.values() if said in words_of(phone, contact)]
        assert phone.store.find(Contact) == []


def test_of_two_who_wrote_of_it_one_goes_after_the_other_and_it_stays_away(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    shown = org.coordinator.store.get(Contact, contact.id)
    assert shown
    saw = org.coordinator.store.seen(shown)
    change_contact(org.coordinator.ports, shown=shown, saw=saw, address="Egeparken 13 QZX", note="longer note QZX")
    org.world.sync_all()
    take_away(org.worker, contact)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        phone.cut()
    org.world.later(days=35)
    for phone in (org.worker, org.coordinator):
        let_go(phone.ports)
        phone.mend()
    org.world.sync_all()
    assert "QZX" in words_of(org.worker, contact)
    days_go_by(org, 35)
    for phone in (org.worker, org.coordinator):
        assert "QZX" not in words_of(phone, contact)
        assert phone.store.find(Contact) == []


def test_what_somebody_wrote_on_is_there_whole(org: Organisation) -> None:
    contact = log(org.worker)
    org.world.sync_all()
    shown = org.coordinator.store.get(Contact, contact.id)
    assert shown
    saw = org.coordinator.store.seen(shown)
    org.coordinator.cut()
    take_away(org.worker, contact)
    org.worker.sync()
    org.world.later(days=30)
    change_contact(org.coordinator.ports, shown=shown, saw=saw, phone="20304051")
    org.coordinator.mend()
    days_go_by(org, 10)
    (there,) = org.worker.store.find(Contact)
    assert (there.name, there.phone) == (SAID["name"], "20304051")
