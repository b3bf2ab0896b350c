"""A profile is copied, or put back from a copy, and both write: nothing is lost, and all agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from app.journeys.closing import shut_out
from app.journeys.contacts import change_contact, log_contact
from app.journeys.copied import goes_on_alone
from app.journeys.people import people
from app.journeys.tending import is_out
from app.records import Contact
from sync.errors import SyncError
from tests.histories.line import unanswered
from tests.histories.swift import SwiftPhone, SwiftWorld
from tests.leaving import told
from tests.world import Organisation, Phone


@pytest.fixture
def world() -> Iterator[SwiftWorld]:
    with SwiftWorld(seed=8) as world:
        yield world


def contact(phone: Phone) -> Contact:
    (one,) = phone.store.find(Contact)
    return one


def write(on: Phone, **fields: str) -> None:
    shown = contact(on)
    change_contact(on.ports, shown=shown, saw=on.store.seen(shown), **fields)


def texts(phone: Phone) -> set[str]:
    shown = contact(phone)
    return {one.text for one in phone.store.rivals(shown).get("note", [])} or {shown.note}


@pytest.fixture
def sofie(org: Organisation, world: SwiftWorld) -> SwiftPhone:
    """Sofie has a contact that the hub knows."""
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Fatima", note="first")
    org.world.sync_all()
    return world.phone("Sofie")


@pytest.mark.parametrize("first", [0, 1])
def test_both_write_and_nothing_is_lost(org: Organisation, sofie: SwiftPhone, first: int) -> None:
    copy = sofie.copied("copy")
    org.world.later(minutes=1)
    write(sofie, phone="11111111", note="from the one")
    write(copy, address="Torvet 1", note="from the other")
    log_contact(copy.ports, row=copy.ports.new_row(), name="Omar")

    both = [sofie, copy]
    both[first].sync()
    both[1 - first].sync()
    org.world.sync_all(rounds=3)

    for phone in (sofie, copy, org.coordinator):
        (fatima,) = phone.store.find(Contact, Contact.name == "Fatima")
        assert (fatima.phone, fatima.address) == ("11111111", "Torvet 1"), phone.name
        shown = {one.text for one in phone.store.rivals(fatima)["note"]}
        assert shown == {"from the one", "from the other"}, phone.name
        assert phone.store.count(Contact) == 2
        assert phone.store.waiting().things == 0
        assert not phone.sync().holding_back
    assert goes_on_alone(both[1 - first].ports)
    assert not goes_on_alone(both[first].ports)
    assert len({sofie.ports.keyring.device, copy.ports.keyring.device}) == 2


def test_three_copies_go_on_as_three_phones(org: Organisation, sofie: SwiftPhone) -> None:
    copies = [sofie, sofie.copied("copy"), sofie.copied("copy of it")]
    for number, copy in enumerate(copies):
        org.world.later(minutes=1)
        write(copy, note=f"text {number}")
        log_contact(copy.ports, row=copy.ports.new_row(), name=f"new {number}")
    for copy in copies:
        copy.sync()
    org.world.sync_all(rounds=4)

    readers: list[Phone] = [*copies, org.coordinator]
    for phone in readers:
        (fatima,) = phone.store.find(Contact, Contact.name == "Fatima")
        assert {one.text for one in phone.store.rivals(fatima)["note"]} == {"text 0", "text 1", "text 2"}, phone.name
        assert {one.name for one in phone.store.find(Contact)} == {"Fatima", "new 0", "new 1", "new 2"}, phone.name
        assert not phone.sync().holding_back
    assert len({one.ports.keyring.device for one in copies}) == 3
    (known,) = [one for one in people(org.coordinator.ports) if one.person == sofie.ports.me.person]
    assert {device for device, _ in known.devices} == {one.ports.keyring.device for one in copies}


def test_a_profile_put_back_from_an_older_copy_goes_on_alone(org: Organisation, sofie: SwiftPhone) -> None:
    copy = sofie.copied("copy")
    write(sofie, note="written after the copy was made", address="Torvet 1")
    sofie.sync()
    org.world.phones.pop("Sofie")  # her phone is gone, the copy is all she has
    org.world.later(hours=1)
    write(copy, note="written on the copy")

    copy.sync()
    org.world.sync_all()

    for phone in (copy, org.coordinator):
        assert texts(phone) == {"written after the copy was made", "written on the copy"}
        assert contact(phone).address == "Torvet 1"
        assert phone.store.waiting().things == 0


def test_what_was_typed_before_the_copy_is_said_once(org: Organisation, sofie: SwiftPhone) -> None:
    write(sofie, note="typed, not sent")
    copy = sofie.copied("copy")
    sofie.sync()
    log_contact(copy.ports, row=copy.ports.new_row(), name="Omar")

    copy.sync()
    org.world.sync_all(rounds=3)

    for phone in (sofie, copy, org.coordinator):
        (fatima,) = phone.store.find(Contact, Contact.name == "Fatima")
        assert phone.store.rivals(fatima) == {}, phone.name
        assert fatima.note == "typed, not sent"
        assert phone.store.count(Contact) == 2
        assert phone.store.waiting().things == 0


@pytest.mark.parametrize("lost", range(9))
def test_a_copy_may_be_cut_off_anywhere(org: Organisation, sofie: SwiftPhone, lost: int) -> None:
    copy = sofie.copied("copy")
    write(sofie, note="from the one")
    sofie.sync()
    write(copy, note="from the other", address="Torvet 1")
    left = lost

    def lose(path: str, ask: Callable[[], bytes]) -> bytes:
        nonlocal left
        left -= 1
        return unanswered(path, ask) if left < 0 else ask()

    copy.fate = lose
    with suppress(SyncError):
        copy.sync()
    copy.kill()
    copy.unlock()
    copy.fate = None
    org.world.sync_all(rounds=3)

    for phone in (sofie, copy, org.coordinator):
        assert texts(phone) == {"from the one", "from the other"}, phone.name
        assert contact(phone).address == "Torvet 1"
        assert phone.store.waiting().things == 0
        assert not phone.sync().holding_back
    assert goes_on_alone(copy.ports)


def test_a_copy_learns_the_keys_that_come_after(org: Organisation, sofie: SwiftPhone) -> None:
    """Also in the circles where nobody but she makes them: her own, and the innermost of her file."""
    copy = sofie.copied("copy")
    write(sofie, note="from the one")
    sofie.sync()
    copy.sync()
    org.world.sync_all()
    before = told(org.coordinator, circle := area(org)).epoch

    org.world.run(shut_out(org.coordinator.ports, org.mentor.ports.me.person))
    org.world.run(shut_out(org.coordinator.ports, sofie.ports.me.person, sofie.ports.keyring.device))
    org.world.phones.pop("Sofie")
    org.world.sync_all(rounds=4)
    write(copy, note="under the new key")
    org.world.sync_all()

    assert told(org.coordinator, circle).epoch > before
    assert "under the new key" in texts(org.coordinator)
    assert copy.ports.keyring.circles[circle].epoch == told(copy, circle).epoch
    for held in copy.ports.keyring.circles.values():
        assert held.epoch == told(copy, held.circle).epoch, held.kind
    assert not is_out(copy.ports)


def area(org: Organisation) -> bytes:
    return bytes.fromhex(org.coordinator.store.places("area")[0].circle)
