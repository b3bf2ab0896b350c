"""See a sign or a label, tap what it means."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Sign
from app.exercises.kinds.one_of import texts, with_choices
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """The sign is read, not heard; what it may mean can be heard."""
    sign = deck.parts.get(word)
    if not isinstance(sign, Sign):
        return None
    right, wrong = texts(sign.means, sign.not_[: max(most, 2) - 1], aloud=True)
    asked = Question(kind=Kind.SIGN, word=word, strand=Strand.READ, picture=sign.picture, text=sign.text)
    return with_choices(asked, right, wrong, chance)
