"""Hear a number, a time, a price, a phone number or a shift; tap it as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Number
from app.exercises.kinds.one_of import texts, with_choices
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """The wrong ones are those of the deck: what is easily heard for it."""
    number = deck.parts.get(word)
    if not isinstance(number, Number):
        return None
    right, wrong = texts(number.value, number.others[: max(most, 2) - 1])
    asked = Question(kind=Kind.NUMBER, word=word, strand=Strand.UNDERSTAND, says=(number.say,))
    return with_choices(asked, right, wrong, chance)
