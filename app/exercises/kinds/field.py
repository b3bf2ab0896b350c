"""Fill one line of a form from an invented person's card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from app.exercises.deck import Deck, Field
from app.exercises.kinds.one_of import texts, with_choices
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """`text` = the label of the line."""
    line = deck.parts.get(word)
    if not isinstance(line, Field):
        return None
    right, wrong = texts(line.answer, line.others[: max(most, 2) - 1])
    asked = Question(kind=Kind.FIELD, word=word, strand=Strand.READ, says=(line.label,), text=line.label)
    return with_choices(replace(asked, card=tuple(line.card.items())), right, wrong, chance)
