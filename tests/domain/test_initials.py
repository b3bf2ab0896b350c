"""What stands for a name on a sheet of paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.initials import initials

rows = st.integers(0, 20_000).map(lambda number: f"{number:032x}")  # among so few many end alike
sheets = st.dictionaries(rows, st.sampled_from(["Amina", "asha", "Fadumo", ""]), max_size=12)


def test_a_first_letter_and_three_digits_of_the_row_stand_for_a_name() -> None:
    names = {f"{number:032x}": name for number, name in ((1234, "Amina"), (5678, " asha"), (9, "ليلى"), (1, ""))}
    assert list(initials(names).values()) == ["A 432", "A 876", "ل 900", "? 100"]


def test_who_begins_alike_and_ends_alike_gets_more_digits() -> None:
    names = {f"{number:032x}": name for number, name in ((1234, "Amina"), (91234, "Asha"), (5234, "Fadumo"))}
    assert list(initials(names).values()) == ["A 43210", "A 43219", "F 432"]


@given(st.dictionaries(st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"), st.text(max_size=4)))
def test_no_two_on_one_sheet_are_alike(names: dict[str, str]) -> None:
    assert len(set(initials(names).values())) == len(names)


@given(sheets, st.sets(rows), st.sampled_from(["leave", "come"]))
def test_whoever_comes_or_leaves_no_mark_on_a_printed_sheet_names_somebody_else(
    there: dict[str, str], others: set[str], how: str
) -> None:
    fewer = {row: name for row, name in there.items() if row not in others}
    then, now = (there, fewer) if how == "leave" else (fewer, there)

    meant = {mark: row for row, mark in initials(then).items()}
    assert all(meant.get(mark, row) == row for row, mark in initials(now).items())
