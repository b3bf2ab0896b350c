"""Do it in life, with a mentor or a colleague; never checked, never planned."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Mission
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """Done, or not yet: she says so herself."""
    mission = deck.parts.get(word)
    if not isinstance(mission, Mission):
        return None
    return Question(
        kind=Kind.MISSION,
        word=word,
        strand=Strand.PRODUCE,
        says=(mission.da,),
        picture=mission.picture,
        text=mission.da,
    )
