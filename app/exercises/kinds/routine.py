"""Lay the pictures of a routine in the order in which it is done."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial
from random import Random

from app.exercises.deck import Deck, Routine
from app.exercises.kinds.in_order import in_order
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """All its steps, three to five."""
    routine = deck.parts.get(word)
    if not isinstance(routine, Routine):
        return None
    steps = [Choice(f"{number}", picture=step.picture, say=step.da) for number, step in enumerate(routine.steps)]
    asked = Question(kind=Kind.ROUTINE, word=word, strand=Strand.UNDERSTAND, says=(routine.da,), text=routine.da)
    return in_order(asked, steps, chance, ways=factorial(len(steps)))
