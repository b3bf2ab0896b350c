"""What stands for a name on a sheet of paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.initials import initials


def test_who_begins_with_the_same_letter_gets_a_number() -> None:
    assert initials(["Amina", "fadumo", " asha", "", "ليلى"]) == ["A", "F", "A 2", "?", "ل"]


@given(st.lists(st.text(max_size=4), max_size=20))
def test_no_two_on_one_sheet_are_alike(names: list[str]) -> None:
    assert len(set(initials(names))) == len(names)
