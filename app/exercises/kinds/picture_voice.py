"""See a picture, tap the voice that says it; no reading."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Item
from app.exercises.kinds.one_of import one_of
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:
    """None for a word that has no picture; the wrong voices have one each, so it was seen that this is another."""
    item = deck.item(word)
    if item is None or not item.picture:
        return None
    asked = Question(kind=Kind.PICTURE_VOICE, word=word, strand=Strand.UNDERSTAND, picture=item.picture)
    return one_of(asked, item, deck, others, chance, face=_sound, choice=_voice, most=most)


def _sound(item: Item) -> str:
    return item.da if item.picture else ""


def _voice(word: str, item: Item) -> Choice:
    return Choice(word, say=item.da)
