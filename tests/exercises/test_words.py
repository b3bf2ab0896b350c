"""In which order a deck is met: with pictures first, and of all else a little from the beginning."""

from __future__ import annotations

import pytest

from app.exercises.deck import Deck, Dialogue, Item, Mission, Number, Pair, Routine, Scene, Sign
from app.exercises.words import one_of_each, words_of
from tests.exercises.our_decks import shipped

SOON = 40
"""Words: of a deck at three a day, some two weeks."""


@pytest.mark.parametrize("deck", shipped(), ids=lambda deck: deck.id)
def test_every_kind_of_thing_is_met_in_the_first_weeks_and_pairs_take_no_place(deck: Deck) -> None:
    order = [deck.parts[word.id] for word in words_of(deck)]
    assert len(order) == sum(not isinstance(part, Mission) for part in deck.parts.values())
    assert isinstance(order[0], Item)
    for sort in (Dialogue, Number, Routine, Scene, Sign):
        if any(isinstance(part, sort) for part in order):
            assert any(isinstance(part, sort) for part in order[:SOON]), sort
    pairs = [isinstance(part, Pair) for part in order]
    assert pairs == sorted(pairs)


def test_one_of_each_in_turn_until_none_is_left() -> None:
    assert one_of_each([["a", "b", "c"], [], ["d"]]) == ["a", "d", "b", "c"]
