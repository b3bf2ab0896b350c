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
from sync.entry import space_of
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
    "sameperson": {"area": {WORKER, COORDINATOR}},
    "houserule": {"public": {COORDINATOR}, "area": {COORDINATOR}},
    "houseword": {"public": {COORDINATOR}},
    "housemeaning": {"public": {COORDINATOR}},
    "referral": {"area": {WORKER, COORDINATOR}},
    "estimate": {"area": {WORKER, COORDINATOR}},
    "offer": {"public": {WORKER, COORDINATOR}},
    "spot": {"area": {WORKER, COORDINATOR}},
    "attempt": {"area": {WORKER, COORDINATOR}},
    "round": {"area": {WORKER, COORDINATOR}},
    "quietdoor": {"area": {WORKER, COORDINATOR}},
    "meeting": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentee": {"case": {WORKER, COORDINATOR, MENTOR}},
    "meetingnote": {"notes": {WORKER, MENTOR}},
    "conversation": {"notes": {WORKER, MENTOR}},
    "errand": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "appointment": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "step": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "stepanswer": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "goal": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "near": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "agreement": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "released": {"plan": {WORKER, MENTOR}},
    "membercard": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "cohort": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "room": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "groupsession": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "guest": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "seat": {"case": {WORKER, COORDINATOR, MENTOR}},
    "attendance": {"case": {WORKER, COORDINATOR, MENTOR}},
    "askedafter": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentormeeting": {"staff": {WORKER, COORDINATOR}},
    "slottaken": {"staff": {WORKER, COORDINATOR, MENTOR}},
    "setting": {"own": {WORKER, COORDINATOR, MENTOR, MENTEE, PARTNER}},
    "suggestion": {"staff": {WORKER, COORDINATOR, MENTOR}},
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
    "consent": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "passed": {"plan": {WORKER, COORDINATOR}},
    "notright": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "letter": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "strength": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "shared": {"partner": {WORKER, COORDINATOR}},
    "task": {"case": {WORKER, COORDINATOR, MENTOR}},
    "look": {"case": {WORKER, COORDINATOR, MENTOR}},
    "track": {"case": {WORKER, COORDINATOR, MENTOR}},
    "handover": {"case": {WORKER, COORDINATOR, MENTOR}},
    "ending": {"case": {WORKER, COORDINATOR, MENTOR}},
    "mentor": {"staff": {WORKER, COORDINATOR}},
    "mentorpath": {"area": {WORKER, COORDINATOR}},
    "wish": {"case": {WORKER, COORDINATOR, MENTOR}},
    "match": {"case": {WORKER, COORDINATOR}},
    "wouldmeet": {"own": {WORKER, COORDINATOR}},
    "company": {"area": {WORKER, COORDINATOR}},
    "requirement": {"area": {WORKER, COORDINATOR}},
    "placement": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "rung": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "pulse": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "companypulse": {"case": {WORKER, COORDINATOR, MENTOR}},
    "debrief": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "review": {"own": {MENTEE}},
    "chosenword": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "ownword": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "workpicture": {"plan": {WORKER, COORDINATOR, MENTOR}},
    "cannow": {"plan": {MENTEE}},
    "practisetogether": {"plan": {MENTEE}},
    "missiontold": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "voicemessage": {"plan": {WORKER, COORDINATOR, MENTOR, MENTEE}},
    "studioright": {"public": {WORKER, COORDINATOR}},
    "recorded": {"public": {WORKER, COORDINATOR, MENTOR}},
    "attachment": {
        "public": {WORKER, COORDINATOR, MENTOR, MENTEE},
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

ALSO = {("step", "text", MENTEE), ("step", "done_on", MENTEE)}
ALSO |= {("mentor", field, MENTOR) for field in ("languages", "trades", "interests", "days", "parts", "areas")}
ALSO |= {("mentor", "capacity", MENTOR), ("mentor", "rests_until", MENTOR)}
ALSO |= {("stepanswer", field, MENTEE) for field in ("step", "says", "said_on", "nth")}
ALSO |= {("goal", field, MENTEE) for field in ("kind", "text", "chosen_on", "left_on")}
ALSO |= {("letter", field, MENTEE) for field in ("sent_on", "talk_on", "done_on")}
ALSO |= {("notright", field, MENTEE) for field in ("noun", "row", "said_on")}
NOT = {("handed", "done", MENTOR), ("handed", "done", MENTEE)}
PLACES = ("public", "staff", "area", "notes", "case", "plan", "own", "restricted", "partner")


def may(role: str, where: str, noun: str, field: str) -> bool:
    """The expectation for one cell."""
    if (noun, field, role) in NOT:
        return False
    allowed = role in SETS.get(noun, {}).get(where, set())
    return allowed or ((noun, field, role) in ALSO and where in SETS[noun])


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
