"""Words that somebody here wrote, as decks: hers alone, and the organisation's. Other decks lend wrong answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from app.exercises.deck import Deck, Gloss, Item, Level
from app.exercises.word_tiles import names_in, word_tiles
from app.records import HouseWord, OwnWord

OWN, OURS = "own", "ours"
"""The deck of words that only she has, and that of the organisation."""

WRITTEN = frozenset({OWN, OURS})
LEVELS = (Level.L1, Level.L2, Level.L2)
Means = Mapping[str, Mapping[str, str]]
NOTHING: Means = {}
MOST_LETTERS = 10
"""A longer word is not laid from single letters."""


def whole_id(word: str) -> str:
    """Of a word that was chosen: the row of an own word alone names no deck."""
    return word if "." in word else f"{OWN}.{word}"


def our_id(word: HouseWord) -> str:
    """The whole id of a word of the organisation."""
    return f"{OURS}.{word.id}"


def row_of(word: str) -> str:
    """The row of a written word, from its whole id."""
    return word.rpartition(".")[2]


def own_deck(words: Iterable[OwnWord], language: str = "") -> Deck:
    """`language`: the one on her phone, for what a word means where nobody said in which it is explained."""
    return _deck(OWN, [_item(OWN, one, gloss=_meant(one, language), picture=one.picture) for one in words])


def means_in(word: OwnWord, language: str) -> str:
    """What it means in that language; "" where it is explained in another."""
    return word.means if word.language in {"", language} else ""


def our_deck(words: Iterable[HouseWord], drawings: Mapping[str, str], means: Means = NOTHING) -> Deck:
    """`drawings`: {name: SVG} of those that are on this phone; a word whose picture is not has none.

    `means`: {row of a word: {language: what it means}}.
    """
    named = [(one, drawing_of(one.picture)) for one in words]
    items = [
        _item(OURS, one, gloss=_glosses(means.get(one.id, {})), picture=name if name in drawings else "")
        for one, name in named
    ]
    return _deck(OURS, items, drawings)


def drawing_of(picture: str) -> str:
    """The drawing's own name, from "cleaning.mop": the deck whose pack it travels in, and its name."""
    return picture.partition(".")[2]


def tiles_of(text: str, names: Collection[str] = ()) -> tuple[str, ...]:
    """The words of a phrase, the letters of a word; none where these are too many, or one alone."""
    tiles = tuple(word_tiles(text, names) if " " in text else text)
    return tiles if 1 < len(tiles) <= MOST_LETTERS else ()


def _glosses(means: Mapping[str, str]) -> dict[str, Gloss]:
    return {language: Gloss(text) for language, text in means.items()}


def _meant(word: OwnWord, language: str) -> dict[str, Gloss]:
    code = word.language or language
    return {code: Gloss(word.means)} if code and word.means else {}


def _deck(name: str, items: Sequence[Item], drawings: Mapping[str, str] | None = None) -> Deck:
    names = names_in(item.da for item in items)
    laid = tuple(replace(item, tiles=tiles_of(item.bare, names)) for item in items)
    return Deck(deck=name, title={}, industry="", version=1, licence="", items=laid, drawings=drawings or {})


def _item(deck: str, word: OwnWord | HouseWord, *, picture: str, gloss: Mapping[str, Gloss] | None = None) -> Item:
    return Item(word.id, word.text, deck, LEVELS, gloss or {}, picture)
