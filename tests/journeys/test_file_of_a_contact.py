"""A file that was opened from somebody's line: whoever shares the file is led to it, the area learns nothing of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.journeys.go_back_to import go_back_to
from app.journeys.growing import files_of_contact
from app.journeys.one_person import are_one
from app.journeys.open_file import open_file
from app.journeys.reach import brought_by, people_reached
from app.ports import Refusal
from app.records import Contact, Mentee
from tests.journeys.growing import log, there, yes
from tests.world import Organisation, Phone, run


def opened(phone: Phone, contact: Contact) -> Mentee:
    shown = there(phone, contact)
    row = phone.ports.new_row()
    run(open_file(phone.ports, row=row, name="Amal", contact=shown, saw=phone.store.seen(shown) if shown else None))
    file = phone.store.get(Mentee, row)
    assert file
    return file


def line(org: Organisation, **said: object) -> Contact:
    today = org.worker.ports.today()
    contact = log(org.worker, outcome="interested", channel="door", met_on=today - timedelta(days=9), **said)
    yes(org.worker, contact)
    return contact


def test_her_line_leads_who_shares_the_file_to_it_and_says_nothing_to_a_colleague_who_does_not(
    org: Organisation,
) -> None:
    colleague = org.world.bring_in(org.coordinator, "Bo", "worker")
    contact = line(org)
    file = opened(org.worker, contact)
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        shown = there(phone, contact)
        assert shown
        assert files_of_contact(phone.ports, shown) == [file]
    shown = there(colleague, contact)
    assert shown
    assert files_of_contact(colleague.ports, shown) == []
    assert bytes.fromhex(file.space) not in colleague.wire.bytes_received()
    assert file.id not in repr(shown)


def test_nobody_goes_back_to_her_by_that_line_once_she_has_a_file(org: Organisation) -> None:
    contact = line(org, followup_on=org.worker.ports.today())
    org.world.sync_all()
    assert [one.contact.id for one in go_back_to(org.coordinator.ports, 9)[0]] == [contact.id]

    opened(org.worker, contact)
    org.world.sync_all()

    for phone in (org.worker, org.coordinator):
        assert go_back_to(phone.ports, 9) == ([], 0)
    org.world.later(days=30)
    assert go_back_to(org.worker.ports, 9) == ([], 0)


def test_she_is_counted_once_as_taking_part_and_stays_one_person_reached(org: Organisation) -> None:
    contact = line(org)
    before = people_reached(org.worker.ports, contact.space)
    opened(org.worker, contact)
    opened(org.worker, contact)

    assert people_reached(org.worker.ports, contact.space) == before
    (door,) = [each for each in brought_by(org.worker.ports, contact.space) if each.channel == "door"]
    assert (door.begun, door.joined) == (1, 1)
    shown = there(org.worker, contact)
    assert shown
    assert shown.joined_on == org.worker.ports.today()


def test_her_other_line_leads_to_the_file_too(org: Organisation) -> None:
    contact, other = line(org), log(org.worker, name="Grøn dør")
    file = opened(org.worker, contact)
    assert files_of_contact(org.worker.ports, other) == []
    are_one(org.worker.ports, one=contact, other=other)
    assert files_of_contact(org.worker.ports, other) == [file]


def test_no_file_is_opened_from_the_line_of_who_never_said_yes(org: Organisation) -> None:
    contact = log(org.worker)
    with pytest.raises(Refusal):
        opened(org.worker, contact)
    assert [one.name for one in org.worker.store.find(Mentee)] == ["Amina"]


def test_a_line_that_a_colleague_took_away_meanwhile_stops_no_file(org: Organisation) -> None:
    contact = line(org)
    shown, saw = there(org.worker, contact), org.worker.store.seen(contact)
    with org.worker.store.write() as tx:
        tx.remove(contact, saw)
    row = org.worker.ports.new_row()
    run(open_file(org.worker.ports, row=row, name="Amal", contact=shown, saw=saw))
    assert org.worker.store.get(Mentee, row)
    assert there(org.worker, contact) is None
