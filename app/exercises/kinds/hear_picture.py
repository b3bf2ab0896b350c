"""Hear a word, tap its picture."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Item
from app.exercises.kinds.one_of import one_of
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:
    """None for a word that has no picture."""
    item = deck.item(word)
    if item is None or not item.picture:
        return None
    asked = Question(kind=Kind.HEAR_PICTURE, word=word, strand=Strand.UNDERSTAND, says=(item.da,))
    return one_of(asked, item, deck, others, chance, face=_picture, choice=_shown, most=most)


def _picture(item: Item) -> str:
    return item.picture


def _shown(word: str, item: Item) -> Choice:
    return Choice(word, picture=item.picture, say=item.da)
