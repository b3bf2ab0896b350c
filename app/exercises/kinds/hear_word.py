"""Hear a word, tap it as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Item, Level
from app.exercises.kinds.one_of import level_of, one_of
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:
    """Whole words are read from L2 on."""
    item = deck.item(word)
    if item is None or level_of(item, Strand.READ) < Level.L2:
        return None
    asked = Question(kind=Kind.HEAR_WORD, word=word, strand=Strand.READ, says=(item.da,))
    return one_of(asked, item, deck, others, chance, face=_written, choice=_text, most=most)


def _written(item: Item) -> str:
    return item.da


def _text(word: str, item: Item) -> Choice:
    return Choice(word, text=item.da, say=item.da)
