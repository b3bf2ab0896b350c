"""Words that somebody here wrote, as a deck of their own: they are asked beside the words of the other decks."""

from __future__ import annotations

from collections.abc import Iterable

from app.exercises.deck import Deck, Gloss, Item, Level
from app.records import OwnWord

OWN = "own"
"""The deck of words that only she has."""

LEVELS = (Level.L1, Level.L2, Level.L2)
MOST_LETTERS = 10
"""A longer word is not laid from single letters."""


def whole_id(word: str) -> str:
    """Of a word that was chosen: the row of an own word alone names no deck."""
    return word if "." in word else f"{OWN}.{word}"


def row_of(word: str) -> str:
    """The row of an own word, from its whole id."""
    return word.removeprefix(f"{OWN}.")


def own_deck(words: Iterable[OwnWord], language: str = "") -> Deck:
    """`language`: the one in which it was written what they mean."""
    items = tuple(
        _item(OWN, one.id, one.text, one.picture, {language: Gloss(one.means)} if language and one.means else {})
        for one in words
    )
    return Deck(deck=OWN, title={}, industry="", version=1, licence="", items=items)


def _item(deck: str, row: str, text: str, picture: str, gloss: dict[str, Gloss]) -> Item:
    bare = Item(row, text, deck, LEVELS).bare
    return Item(row, text, deck, LEVELS, gloss, picture, tiles_of(bare))


def tiles_of(text: str) -> tuple[str, ...]:
    """The words of a phrase, the letters of a word; none where these are too many, or one alone."""
    tiles = tuple(text.split() if " " in text else text)
    return tiles if 1 < len(tiles) <= MOST_LETTERS else ()
