"""A sitting on the screen: what is asked, and how it is answered."""

from __future__ import annotations

from flet.components.component import Component

from app.exercises.question import Question
from app.views.practice.question import Ask
from tests.screen import Screen


def asked(screen: Screen) -> Question | None:
    """The question that is before her."""
    found = [each for each in screen.walk() if isinstance(each, Component) and each.fn is Ask.__wrapped__]  # type: ignore[attr-defined]
    return found[0].args[0] if found else None


async def answer(screen: Screen, question: Question, *, right: bool = True, onward: bool = True) -> None:
    if screen.has("to-question"):
        await screen.tap("to-question")
    wrong = tuple(choice.id for choice in question.choices if choice.id not in question.right)[:1]
    for id_ in question.right if right or not wrong else wrong:
        await screen.begin_to_tap(f"choice-{id_}")
    for confirm in ("this-one", "look"):
        if screen.has(confirm):
            await screen.tap(confirm)
    if onward:
        await screen.tap("onward")
