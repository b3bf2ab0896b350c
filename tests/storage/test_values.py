"""What arrives from outside is held only when its type is the field's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import Contact, Meeting, Record, field_names, tables
from app.storage.nouns import noun
from app.storage.values import to_wire

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**64), 2**64) | st.text() | st.binary() | st.floats(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def from_wire(table: type[Record], field: str, value: object) -> Any:
    known = noun(table.__name__.lower())
    assert known is not None
    return known.readers[field](value)


def reads(table: type[Record], field: str, value: object) -> bool:
    try:
        from_wire(table, field, value)
    except (ValueError, KeyError):
        return False
    return True


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        (Contact, "name", 7),
        (Contact, "name", None),
        (Contact, "name", b"bytes"),
        (Contact, "met_on", "tomorrow"),
        (Contact, "met_on", "2026-13-01"),
        (Contact, "met_on", "20260101"),
        (Contact, "met_on", 20260101),
        (Meeting, "minutes", True),
        (Meeting, "minutes", 2**63),
        (Meeting, "minutes", "60"),
        (Contact, "shoe_size", 43),
        (Contact, "id", "00"),
        (Contact, "space", "00"),
        (Contact, "__class__", "x"),
    ],
)
def test_a_wrong_type_or_an_unknown_field_waits(table: type[Record], field: str, value: object) -> None:
    assert not reads(table, field, value)


@given(st.sampled_from(sorted(tables())), st.data())
def test_whatever_a_stranger_sends_is_read_or_waits_and_never_crashes(name: str, data: st.DataObject) -> None:
    table = tables()[name]
    field = data.draw(st.sampled_from(field_names(table)) | st.text())
    value = data.draw(ANYTHING)
    if reads(table, field, value):
        assert to_wire(from_wire(table, field, value)) == value


def test_days_travel_as_text_and_come_back_as_days() -> None:
    assert to_wire(date(2026, 3, 1)) == "2026-03-01"
    assert from_wire(Contact, "met_on", "2026-03-01") == date(2026, 3, 1)
    assert from_wire(Contact, "met_on", None) is None
