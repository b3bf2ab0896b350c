"""Random histories of two people and their lines, crashes and taps, against an oracle: the last word in time stands."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from app.journeys.contacts import change_contact, log_contact, remove_contact
from app.records import Contact, field_names
from sync.errors import SyncError
from tests.world import Organisation, Phone

YEAR_MS = 365 * 86_400_000
FIELDS = ("name", "phone", "address", "language")


@dataclass
class Oracle:
    """What was said last, row by row and field by field; who removed which row while having seen what."""

    last: dict[tuple[str, str], str] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)


@pytest.mark.parametrize("seed", range(5))
def test_the_last_word_stands_on_every_phone(org: Organisation, seed: int) -> None:
    chance, oracle = random.Random(seed), Oracle()
    phones = [org.worker, org.coordinator]
    for step in range(60):
        org.world.later(seconds=chance.randrange(1, 90))
        phone = chance.choice(phones)
        act(chance, phone, oracle, step)
    for phone in phones:
        phone.mend()
        phone.wire.spoil = None
    org.world.sync_all(rounds=3)

    for phone in phones:
        assert phone.store.waiting().things == 0
        told = {c.id: c for c in phone.store.find(Contact)}
        assert set(told) == {row for row, _ in oracle.last}
        for (row, name), value in oracle.last.items():
            assert getattr(told[row], name) == value
    assert everything(phones[0]) == everything(phones[1])


@pytest.mark.parametrize("seed", range(3))
def test_phones_agree_about_removed_rows_and_rival_notes(org: Organisation, seed: int) -> None:
    chance = random.Random(1000 + seed)
    phones = [org.worker, org.coordinator]
    for step in range(50):
        org.world.later(seconds=chance.randrange(1, 90))
        phone = chance.choice(phones)
        there = phone.store.find(Contact)
        if there and chance.random() < 0.45:
            shown = chance.choice(there)
            saw = phone.store.seen(shown)
            if chance.random() < 0.25:
                remove_contact(phone.ports, shown=shown, saw=saw)
            else:
                settled = saw.settling() if chance.random() < 0.5 else saw
                change_contact(phone.ports, shown=shown, saw=settled, note=f"{phone.name} {step}")
        else:
            act(chance, phone, Oracle(), step)
    for phone in phones:
        phone.mend()
        phone.wire.spoil = None
    org.world.sync_all(rounds=3)
    assert everything(phones[0]) == everything(phones[1])


@pytest.mark.parametrize("years", [-3, 3])
def test_a_phone_whose_clock_is_years_off_reads_what_all_wrote(org: Organisation, years: int) -> None:
    org.worker.clock.bent_ms = years * YEAR_MS
    for phone in (org.worker, org.coordinator):
        log_contact(phone.ports, row=phone.ports.new_row(), name=phone.name)
    org.world.sync_all(rounds=3)
    org.worker.kill()
    org.worker.unlock()

    for phone in (org.worker, org.coordinator):
        assert {contact.name for contact in phone.store.find(Contact)} == {org.worker.name, org.coordinator.name}
    assert everything(org.worker) == everything(org.coordinator)


def act(chance: random.Random, phone: Phone, oracle: Oracle, step: int) -> None:
    what, there = chance.random(), phone.store.find(Contact, order_by=Contact.id)
    if what < 0.15 or not there:
        row = phone.ports.new_row()
        log_contact(phone.ports, row=row, name=f"n{step}")
        oracle.last[row, "name"] = f"n{step}"
    elif what < 0.6:
        shown, name = chance.choice(there), chance.choice(FIELDS)
        change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), **{name: f"{name} {step}"})
        oracle.last[shown.id, name] = f"{name} {step}"
    elif what < 0.7:
        phone.kill()
        phone.unlock()
    elif what < 0.75:
        phone.wire.off = not phone.wire.off
    elif what < 0.8:
        part = chance.choice([0.0, 0.5, 0.99, None])
        phone.wire.spoil = None if part is None else lambda _, answer: answer[: int(len(answer) * part)]
    else:
        try:
            phone.sync()
        except SyncError:
            phone.wire.spoil = None


def everything(phone: Phone) -> list[tuple[object, ...]]:
    """What a person can see, rivals and marks included."""
    return [
        (
            contact.id,
            *(getattr(contact, name) for name in field_names(Contact)),
            phone.store.came_back(contact),
            [(one.text, one.who) for one in phone.store.rivals(contact).get("note", [])],
        )
        for contact in phone.store.find(Contact, order_by=Contact.id)
    ]
