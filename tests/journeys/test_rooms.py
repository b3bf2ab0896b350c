"""Rum uden referat: a day, a group, minutes, a head count. Nothing else is kept, nothing else is sent."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from typing import get_args

import pytest

from app.journeys.cohorts import new_cohort
from app.journeys.rooms import keep_room, rooms
from app.ports import Refusal
from app.records import Cohort, Room, field_names
from app.storage.nouns import noun
from sync.entry import space_of
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone

ALL_THERE_IS = {"held_on", "cohort", "minutes", "heads"}


def a_cohort(phone: Phone) -> Cohort:
    return new_cohort(phone.ports, row=phone.ports.new_row(), name="Tirsdagskvinderne")


def test_the_noun_has_no_field_that_could_hold_a_sentence() -> None:
    assert set(field_names(Room)) == ALL_THERE_IS
    kinds = {name: Room.model_fields[name].annotation for name in ALL_THERE_IS}
    assert {name for name, kind in kinds.items() if kind is str} == {"cohort"}  # the id of a row, see below
    assert all(kind is str or set(get_args(kind)) <= {date, int, type(None)} for kind in kinds.values())
    known = noun("room")
    assert known
    assert known.prose == frozenset()


def test_the_journey_takes_nothing_else_and_the_group_is_the_id_of_a_row(org: Organisation) -> None:
    assert set(inspect.signature(keep_room).parameters) == {"ports", "row"} | ALL_THERE_IS
    ports, cohort = org.mentor.ports, a_cohort(org.mentor)
    kept = keep_room(ports, row=ports.new_row(), cohort=cohort, held_on=ports.today(), minutes=90, heads=8)
    assert kept.cohort == cohort.id
    assert bytes.fromhex(kept.cohort)


def test_nothing_else_leaves_the_phone_and_nothing_else_arrives(org: Organisation) -> None:
    """What waits to be sent, what the hub holds and what others open: one row of these four fields."""
    mentor = org.mentor
    cohort = a_cohort(mentor)
    org.world.sync_all()
    before = len(mentor.wire.sent)
    row = mentor.ports.new_row()
    keep_room(mentor.ports, row=row, cohort=cohort, held_on=mentor.ports.today(), minutes=90, heads=8)
    (waits,) = mentor.store.unsent()
    assert (waits.table, waits.row, set(waits.fields)) == ("room", row, ALL_THERE_IS)

    org.world.sync_all()
    assert len(mentor.wire.sent) > before
    staff = bytes.fromhex(mentor.store.space("staff"))
    assert staff == space_of(bytes.fromhex(next(each.circle for each in mentor.store.places("staff"))), 0)
    for phone in (mentor, org.worker, org.coordinator):
        (voice,) = phone.store._voices.of((staff, bytes.fromhex(row))).voices
        assert set(voice.said.fields) == ALL_THERE_IS
        values = {name: word.value for name, word in voice.said.fields.items()}
        assert values == {"held_on": "2026-03-02", "cohort": cohort.id, "minutes": 90, "heads": 8}
    assert org.mentee.store.find(Room) == []
    assert staff not in org.mentee.wire.bytes_received()


def test_two_phones_that_tell_of_two_afternoons_add_up(org: Organisation) -> None:
    cohort = a_cohort(org.mentor)
    org.world.sync_all()
    for phone in (org.mentor, org.worker):
        phone.cut()
        ports = phone.ports
        keep_room(ports, row=ports.new_row(), cohort=cohort, held_on=ports.today(), minutes=60, heads=5)
        phone.mend()
    org.world.sync_all()
    assert sum(one.heads or 0 for one in rooms(org.coordinator.ports, 50)) == 10


def test_what_cannot_be_is_refused(org: Organisation) -> None:
    ports, cohort = org.mentor.ports, a_cohort(org.mentor)
    today = ports.today()
    with pytest.raises(Refusal):
        new_cohort(ports, row=ports.new_row(), name="  ")
    for group, day, minutes, heads in (
        (None, today, 60, 5),
        (cohort, today + timedelta(days=1), 60, 5),
        (cohort, today, -1, 5),
        (cohort, today, 60, 5000),
    ):
        with pytest.raises(Refusal):
            keep_room(ports, row=ports.new_row(), cohort=group, held_on=day, minutes=minutes, heads=heads)
    assert org.mentor.store.find(Room) == []


def test_the_form_has_nothing_to_write_in(org: Organisation) -> None:
    a_cohort(org.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/rooms")
        await screen.tap("new")
        assert not [each for each in screen.walk() if type(each).__name__ == "TextField"]
        await screen.tap("heads-more")
        await screen.double_tap("keep")
        assert screen.sees("Tirsdagskvinderne")
        assert screen.sees("9 people")

    show(org.mentor, walk)
    assert len(org.mentor.store.find(Room)) == 1
