"""A number of people is told from five on."""

from __future__ import annotations

import pytest

from app.domain.from_five import from_five


@pytest.mark.parametrize(("people", "told"), [("", None), ("abcd", None), ("aaabbbcccddd", None), ("abcdea", 5)])
def test_nobody_and_four_are_told_alike_and_five_by_their_number(people: str, told: int | None) -> None:
    assert from_five(people) == told
