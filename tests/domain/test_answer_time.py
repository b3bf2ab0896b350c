"""What is usual, and what tells a name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer_time import ENOUGH, tells_a_name, usual

WAITS = st.lists(st.integers(0, 10_000).map(lambda hours: timedelta(hours=hours)))


@given(WAITS)
def test_what_is_usual_has_half_of_the_answers_before_it_and_half_behind(waits: list[timedelta]) -> None:
    found = usual(waits)
    if len(waits) < ENOUGH:
        assert found is None
    else:
        assert found is not None
        assert sum(wait < found for wait in waits) <= len(waits) / 2
        assert sum(wait > found for wait in waits) <= len(waits) / 2


@pytest.mark.parametrize("text", ["Amina er ked af det", "hos amina.", "Fru HADDAD ringede", "أمينة لا تأتي"])
def test_a_part_of_a_name_is_seen_whatever_its_letters(text: str) -> None:
    assert tells_a_name(text, ["Amina Haddad", "أمينة"])


@pytest.mark.parametrize("text", ["", "hun er ked af det", "aminasyre", "Al er godt"])
def test_a_word_that_only_contains_a_name_is_none(text: str) -> None:
    assert not tells_a_name(text, ["Amina Al Haddad"])
