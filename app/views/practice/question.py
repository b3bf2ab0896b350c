"""A question on her screen: how it is done, what is heard and shown, what can be tapped, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.exercises.deck import Deck
from app.exercises.question import Kind, Question
from app.views.kit import body, card, quiet, stack, warm_button
from app.views.practice.after import After
from app.views.practice.demonstration import SHOWN, Demonstration
from app.views.practice.hear import Hear
from app.views.practice.pictures import deck_drawing
from app.views.practice.shape import Answer, Asked, use_kept
from app.views.practice.word_card import WordCard
from app.views.session import use_words


@ft.component
def Ask(
    question: Question,
    decks: Sequence[Deck],
    answered: Callable[[Answer], Any],
    onward: Callable[[], Any],
    *,
    first: bool = False,
    meets: bool = False,
) -> ft.Control:
    """`answered(ids)` is called once, with what she tapped, as soon as she has; `onward()` when she wants the next.

    `first` = she meets this kind for the first time, `meets` = the word, which no picture shows: its card comes before
    the question. `decks` = where its word and its wrong answers come from.
    Another question in the same place begins anew.
    """
    t = use_words()
    unanswered: Answer | None = None
    answer, keep = use_kept(question, unanswered)
    done: Any = ft.use_ref(None)  # a second tap may come before the screen is drawn again

    def give(ids: Answer) -> None:
        if answer is None and done.current is not question:
            done.current = question
            keep(ids)
            answered(ids)

    card_open, open_card = use_kept(question, empty=meets)
    asked = Asked(question, decks, answer, give)
    if card_open:
        on = warm_button(t("Go on"), onward, key="onward")
        if answer is None:
            on = warm_button(t("Go on"), lambda: open_card(False), key="to-question")
        return stack([WordCard(question.word, decks, lambda: open_card(False), aloud=answer is None), on], spacing=16)
    parts: list[ft.Control] = [Demonstration(question.kind)] if first and answer is None else []
    parts += [_prompt(asked), SHOWN[question.kind].shape(asked)]
    if answer is not None:
        parts.append(After(asked, lambda: open_card(True), onward))
    return ft.Container(content=stack(parts, spacing=16), key=f"ask-{question.kind}")


def _prompt(asked: Asked) -> ft.Control:
    """What is heard, and beside it what is seen."""
    question, t = asked.question, use_words()
    seen: list[ft.Control] = []
    if question.picture:
        seen.append(deck_drawing(asked.decks, question.picture, size=112))
    if question.card:
        seen.append(_card(question))
    if question.text:
        written = body(t.isolated(question.text), size=24, strong=True)
        written.text_align = ft.TextAlign.CENTER
        seen.append(card(written, padding=20) if question.kind == Kind.SIGN else written)
    if question.says and asked.given is None:
        seen.append(Hear(question.says, at_once=True, large=not question.text or question.kind == Kind.SAY_IT))
    return ft.Column(seen, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.CENTER)


def _card(question: Question) -> ft.Control:
    """What the invented person carries."""
    t = use_words()
    lines = [stack([quiet(name), body(t.isolated(value), size=20)], spacing=0) for name, value in question.card]
    return card(stack(lines), key="person-card")
