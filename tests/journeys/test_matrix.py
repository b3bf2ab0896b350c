"""Role by space by noun by field: who may read and who may set, with apps that were patched to ask nobody.

The table is written from the design, not from `app.domain.roles`; every cell is tried on real phones and a real hub.
"""

from __future__ import annotations

from typing import Any

from app.domain.roles import MENTEE, PARTNER, WORKER
from app.records import Record, field_names, tables
from sync.entry import space_of
from tests.journeys.everybody import Everybody, a_value, patched_write, place_of
from tests.journeys.rights import READS, SETS, may
from tests.world import Phone

PLACES = ("public", "staff", "area", "notes", "case", "plan", "own", "restricted", "partner")


def test_the_table_speaks_of_every_noun() -> None:
    assert set(SETS) == set(tables())


def test_everybody_opens_the_spaces_of_her_role_and_no_other(everybody: Everybody) -> None:
    for role, phone in everybody.of.items():
        assert {place.kind for place in phone.store.places()} == READS[role], role
        held = {version.space for version in phone.store.journal.versions()}
        reach = {bytes.fromhex(place.space) for place in phone.store.places()}
        assert held <= reach, role
    notes, case = space_of(everybody.file, 0), space_of(everybody.file, 1)
    few = bytes.fromhex(everybody.of[WORKER].store.space("restricted"))
    for role, never in ((MENTEE, (notes, case, few)), (PARTNER, (notes, case, few, space_of(everybody.file, 2)))):
        received = everybody.of[role].wire.bytes_received()
        assert not [space for space in never if space in received], role


def test_who_may_set_what_where_on_every_phone(everybody: Everybody) -> None:
    """One row for each cell, said by an app that asks nobody; then all phones are asked what they show."""
    cells = [cell for role, phone in everybody.of.items() for cell in said_by(role, phone)]
    assert len(cells) > 1000
    for _ in range(3):
        for phone in everybody.of.values():
            phone.sync()

    wrong = []
    for role, where, name, field, row, value in cells:
        for reader, phone in everybody.of.items():
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


def shows(phone: Phone, noun: type[Record], row: str, field: str, value: Any) -> bool:
    """Whether that phone shows the value."""
    record = phone.store.get(noun, row)
    if record is None:
        return False
    found = getattr(record, field)
    return str(getattr(found, "value", found)) == str(value)
