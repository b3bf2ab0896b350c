"""Hear a word, say it, hear oneself beside it; nobody judges, and it stays on the phone."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """Every word can be said."""
    item = deck.item(word)
    if item is None:
        return None
    return Question(
        kind=Kind.SAY_IT, word=word, strand=Strand.PRODUCE, says=(item.da,), picture=item.picture, text=item.da
    )
