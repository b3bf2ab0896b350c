"""Role by space by noun by field: who may read and who may set, with apps that were patched to ask nobody.

The table is written from the design, not from `app.domain.roles`; every cell is tried on real phones and a real hub.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, PARTNER, WORKER
from app.journeys.among_few import begin
from app.journeys.partners import begin_with, partners
from app.journeys.tending import keep_in_step
from app.records import Record, field_names, is_prose, tables
from app.storage.errors import NoSuchPlace
from app.storage.saw import Covered
from app.storage.values import Value
from app.storage.writing import Speech
from sync.log import space_of
from tests.world import Phone, World, run

READS = {
    WORKER: {"public", "staff", "area", "notes", "case", "plan", "own", "restricted"},
    COORDINATOR: {"public", "staff", "area", "case", "plan", "own", "restricted", "partner"},
    MENTOR: {"public", "staff", "notes", "case", "plan", "own"},
    MENTEE: {"public", "plan", "own"},
    PARTNER: {"public", "partner", "own"},
}
"""The matters of a few are the worker's and the coordinator's here; the mentor was not named."""

SETS: dict[str, dict[str, set[str]]] = {
    "contact": {"area": {WORKER, COORDINATOR}},
    "meeting": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentee": {"case": {WORKER, COORDINATOR, MENTOR}},
    "meetingnote": {"notes": {WORKER, MENTOR}},
    "appointment": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "step": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "released": {"plan": {WORKER, MENTOR}},
    "membercard": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "setting": {"own": {WORKER, COORDINATOR, MENTOR, MENTEE, PARTNER}},
    "sparring": {
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, COORDINATOR, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
    },
    "reply": {
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, COORDINATOR, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
    },
    "matter": {"restricted": {WORKER, COORDINATOR, MENTOR}},
    "consent": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "shared": {"partner": {WORKER, COORDINATOR}},
    "attachment": {
        "area": {WORKER, COORDINATOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
        "plan": {WORKER, COORDINATOR, MENTOR, MENTEE},
        "own": {WORKER, COORDINATOR, MENTOR, MENTEE},
    },
    "handed": {
        "area": {WORKER, COORDINATOR},
        "staff": {WORKER, COORDINATOR, MENTOR},
        "restricted": {WORKER, COORDINATOR, MENTOR},
        "notes": {WORKER, MENTOR},
        "case": {WORKER, COORDINATOR, MENTOR},
        "plan": {WORKER, COORDINATOR, MENTOR, MENTEE},
    },
}
"""{noun: {space: who may set its fields}}"""

ALSO = {("step", "text", MENTEE), ("step", "done_on", MENTEE), ("consent", "ended_on", MENTEE)}
NOT = {("handed", "done", MENTOR), ("handed", "done", MENTEE)}
PLACES = ("public", "staff", "area", "notes", "case", "plan", "own", "restricted", "partner")


def may(role: str, where: str, noun: str, field: str) -> bool:
    """The expectation for one cell."""
    if (noun, field, role) in NOT:
        return False
    allowed = role in SETS.get(noun, {}).get(where, set())
    return allowed or ((noun, field, role) in ALSO and where == "plan")


def a_value(noun: type[Record], field: str) -> Any:
    """Something that is not the default, as it goes over the wire."""
    annotation = str(noun.model_fields[field].annotation)
    if field == "state":
        return "held"
    if "date" in annotation:
        return "2026-02-03"
    if "bool" in annotation:
        return True
    if "int" in annotation:
        return 7
    return "2026-03-09T16:00" if field == "starts" else f"x-{field}"


@dataclass
class Everybody:
    """One phone of each role, and the mentee's file."""

    file: bytes
    of: dict[str, Phone]


@pytest.fixture(scope="module")
def org() -> Any:
    with World(seed=9) as world:
        org = world.organisation()
        run(
            begin(
                org.coordinator.ports,
                row=org.coordinator.ports.new_row(),
                name="Few",
                text="Words",
                persons=[org.worker.ports.me.person],
            )
        )
        run(begin_with(org.coordinator.ports, name="Egeby"))
        circle = bytes.fromhex(partners(org.coordinator.ports)[0].circle)
        guest = world.bring_in(org.coordinator, "Guest", PARTNER, circle)
        world.sync_all()
        for phone in world.phones.values():
            run(keep_in_step(phone.ports))
            run(keep_in_step(phone.ports))
        of = {WORKER: org.worker, COORDINATOR: org.coordinator, MENTOR: org.mentor, MENTEE: org.mentee, PARTNER: guest}
        yield Everybody(org.file, of)


def place_of(phone: Phone, where: str) -> str | None:
    try:
        return phone.store.space(where)
    except NoSuchPlace:
        return None


def test_the_table_speaks_of_every_noun() -> None:
    assert set(SETS) == set(tables())


def test_everybody_opens_the_spaces_of_her_role_and_no_other(org: Everybody) -> None:
    for role, phone in org.of.items():
        assert {place.kind for place in phone.store.places()} == READS[role], role
        held = {version.space for version in phone.store.journal.versions()}
        reach = {bytes.fromhex(place.space) for place in phone.store.places()}
        assert held <= reach, role
    notes, case = space_of(org.file, 0), space_of(org.file, 1)
    few = bytes.fromhex(org.of[WORKER].store.space("restricted"))
    for role, never in ((MENTEE, (notes, case, few)), (PARTNER, (notes, case, few, space_of(org.file, 2)))):
        received = org.of[role].wire.bytes_received()
        assert not [space for space in never if space in received], role


def test_who_may_set_what_where_on_every_phone(org: Everybody) -> None:
    """One row for each cell, said by an app that asks nobody; then all phones are asked what they show."""
    cells = [cell for role, phone in org.of.items() for cell in said_by(role, phone)]
    assert len(cells) > 1000
    for _ in range(3):
        for phone in org.of.values():
            phone.sync()

    wrong = []
    for role, where, name, field, row, value in cells:
        for reader, phone in org.of.items():
            if where not in READS[reader] or (where == "own" and reader != role):
                continue
            shown = shows(phone, tables()[name], row, field, value)
            if shown != may(role, where, name, field):
                wrong.append((role, where, name, field, "seen by", reader, shown))
    assert wrong == []


def said_by(role: str, phone: Phone) -> list[tuple[str, str, str, str, str, Any]]:
    """(role, space, noun, field, row, value) of all that this phone said, wherever it holds a key."""
    cells = []
    for where in PLACES:
        space = place_of(phone, where)
        for name, noun in tables().items() if space else ():
            for field in field_names(noun):
                row, value = phone.ports.new_row(), a_value(noun, field)
                if patched_write(phone, str(space), row, name, noun, field, value):
                    cells.append((role, where, name, field, row, value))
    return cells


def patched_write(phone: Phone, space: str, row: str, table: str, noun: type[Record], field: str, value: Any) -> bool:
    """Seals and keeps a field without asking whether its author may; False when she is no author there at all."""
    author = phone.store.members.mine(bytes.fromhex(space))
    if author is None:
        return False
    covered: Covered | None = {} if is_prose(noun, field) else None
    words: dict[str, tuple[Value, Covered | None]] = {field: (value, covered)}
    voices = phone.store._voices
    key = bytes.fromhex(space), bytes.fromhex(row)
    voices.keep({key: Speech(table, author, words)}, phone.store._rows.floor)
    phone.store._rows.put(voices.of_many([key]))
    return True


def shows(phone: Phone, noun: type[Record], row: str, field: str, value: Any) -> bool:
    """Whether that phone shows the value."""
    record = phone.store.get(noun, row)
    if record is None:
        return False
    found = getattr(record, field)
    return str(getattr(found, "value", found)) == str(value)
