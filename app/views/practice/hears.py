"""What a deck says in several languages, as it is heard and read: hers first, and Danish."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.aloud import DANISH, Part
from app.exercises.deck import Deck, Gloss
from app.i18n import Words
from app.views.practice.word_card import REVIEWED, SAFETY


def in_deck_words(t: Words, said: Mapping[str, str]) -> list[Part]:
    """The parts that there are, to be heard."""
    return [(code, said[code]) for code in dict.fromkeys((t.code, DANISH)) if said.get(code)]


def both(deck: Deck, danish: str, gloss: Mapping[str, Gloss]) -> dict[str, str]:
    """A Danish text of a deck and its glosses, by language; what concerns safety only where somebody has read it."""
    told = {code: each for code, each in gloss.items() if deck.industry != SAFETY or deck.state_of(each) == REVIEWED}
    return {code: each.text for code, each in told.items()} | {DANISH: danish}


def in_hers(t: Words, said: Mapping[str, str]) -> str:
    """In her language, else in Danish."""
    return said.get(t.code) or t.isolated(said.get(DANISH, ""))
