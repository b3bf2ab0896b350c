"""What every shape of question is given, and how its tiles are marked once it is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import flet as ft

from app.exercises.deck import Deck
from app.exercises.question import Choice, Question
from app.views.kit import RIGHT, WAVED

Answer = tuple[str, ...]
Kept = TypeVar("Kept")


def use_kept(question: Question, empty: Kept) -> tuple[Kept, Callable[[Kept], None]]:
    """What is kept as long as this question stands: another in the same place begins with `empty`."""
    state: Any = ft.use_state((question, empty))
    (about, kept), keep = state
    return (kept if about is question else empty), lambda new: keep((question, new))


@dataclass(frozen=True)
class Asked:
    """A question on the screen. `given` = her answer, None until she has; `give` = to be called once, with it."""

    question: Question
    decks: Sequence[Deck]
    given: Answer | None
    give: Callable[[Answer], None]

    def mark(self, choice: Choice) -> str:
        """The right one, the one that was tapped for it, or nothing."""
        if self.given is None:
            return ""
        if choice.id in self.question.right:
            return RIGHT
        return WAVED if choice.id in self.given else ""
