"""Lay all of them in order: what sentences and routines share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from app.exercises.question import FEWEST, Choice, Question


def in_order(question: Question, right: Sequence[Choice], chance: Random, *, ways: int) -> Question:
    """`right` = the choices as they should lie; they are shown in another order. `ways` = orders there are."""
    choices = list(right)
    while [each.seen for each in choices] == [each.seen for each in right]:
        chance.shuffle(choices)
    return replace(
        question,
        choices=tuple(choices),
        right=tuple(choice.id for choice in right),
        scheduled=ways >= FEWEST,
        chance=1 / ways,
    )
