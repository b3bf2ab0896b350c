"""Hear a colleague, tap the reply that fits; each can be heard."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Dialogue
from app.exercises.kinds.one_of import texts, with_choices
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """One turn: what is said to her, and what she could say."""
    turn = deck.parts.get(word)
    if not isinstance(turn, Dialogue):
        return None
    right, wrong = texts(turn.right, turn.wrong[: max(most, 2) - 1], aloud=True)
    asked = Question(kind=Kind.DIALOGUE, word=word, strand=Strand.UNDERSTAND, says=(turn.hear,), text=turn.hear)
    return with_choices(asked, right, wrong, chance)
