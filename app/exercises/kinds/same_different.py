"""Hear two words: are they the same?"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Pair
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST

SAME, DIFFERENT = "same", "different"


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """Two choices, so it trains the ear and is never counted; they always stand in one place."""
    pair = deck.parts.get(word)
    if not isinstance(pair, Pair):
        return None
    first, second = (chance.choice((pair.one, pair.other)) for _ in range(2))
    return Question(
        kind=Kind.SAME_DIFFERENT,
        word=word,
        strand=Strand.UNDERSTAND,
        says=(first, second),
        choices=(Choice(SAME, text="="), Choice(DIFFERENT, text="≠")),
        right=(SAME if first == second else DIFFERENT,),
        chance=1 / 2,
    )
