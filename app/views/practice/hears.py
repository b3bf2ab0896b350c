"""What a deck says in several languages, as it is heard and read: hers first, and Danish."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aloud import DANISH, Part
from app.exercises.deck import CanDo, Deck, Item, Mission
from app.i18n import Words


def in_deck_words(t: Words, said: Mapping[str, str]) -> list[Part]:
    """The parts that there are, to be heard."""
    return [(code, said[code]) for code in dict.fromkeys((t.code, DANISH)) if said.get(code)]


def both(deck: Deck, part: Item | CanDo | Mission) -> dict[str, str]:
    """A Danish text of a deck and what it means, by language."""
    return deck.told(part) | {DANISH: part.da}


def in_hers(t: Words, said: Mapping[str, str]) -> str:
    """In her language, else in Danish."""
    return said.get(t.code) or t.isolated(said.get(DANISH, ""))
