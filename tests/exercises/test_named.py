"""Whatever she practises has a name, on its card and on her mentor's screen."""

from __future__ import annotations

import pytest

from app.exercises.deck import Deck
from app.exercises.named import name_in, named
from tests.exercises.our_decks import shipped, small_deck


@pytest.mark.parametrize("deck", [*shipped(), small_deck()], ids=lambda deck: deck.id)
def test_every_part_of_every_deck_has_a_name_and_an_id_is_none(deck: Deck) -> None:
    names = {word: name_in({deck.id: deck}, word) for word in deck.parts}

    assert all(name and not name.startswith(f"{deck.id}.") for name in names.values())


def test_a_number_is_called_as_it_is_said_and_a_sign_as_it_is_written() -> None:
    deck = next(deck for deck in shipped() if deck.id == "shop")

    assert (named(deck.parts["shop.number.p13"]).name, named(deck.parts["shop.number.p13"]).written) == (
        "tretten kroner",
        "13 kr.",
    )
    assert named(deck.parts["shop.sign.push"]).name == "Skub"
    assert name_in({}, "shop.number.p13") == name_in({"shop": deck}, "shop.number.gone") == ""
