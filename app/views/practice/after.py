"""After an answer: what was right is seen and heard, the card of the word lies one tap away, and one goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.exercises.question import Choice, Kind, almost, check
from app.views.kit import body, stack, tonal_button, warm_button
from app.views.practice.hear import Hear
from app.views.practice.shape import Asked
from app.views.practice.word_card import can_show
from app.views.session import use_words

RIGHT_IS_SAID = {Kind.SIGN, Kind.FIELD, Kind.DIALOGUE}
"""Kinds in which the answer is heard afterwards, and not the question once more."""


@ft.component
def After(asked: Asked, open_card: Callable[[], Any], onward: Callable[[], Any]) -> ft.Control:
    t, question = use_words(), asked.question
    lines: list[ft.Control] = []
    if question.right:
        knew = check(question, asked.given or ())
        heard = what_is_heard(asked)
        written = ft.Container(content=body(t.isolated(" · ".join(heard)), size=22, strong=True), expand=True)
        told = _told(knew=knew, nearly=almost(question, asked.given or ()))
        lines += [told, ft.Row([written, Hear(heard, at_once=not knew, written=True, key_="hear-right")])]
    if can_show(question.word, asked.decks):
        lines.append(
            # Words: opens the card of a Danish word: picture, sound, letters, an example, her language
            tonal_button(t("The word"), open_card, key="word", icon=ft.Icons.MENU_BOOK_OUTLINED)
        )
    lines.append(warm_button(t("Go on"), onward, key="onward"))
    return stack(lines)


def _told(*, knew: bool, nearly: bool) -> ft.Control:
    t = use_words()
    # Words: after a wrong answer in an exercise: calm, no blame; the right one is shown and said
    shown = t("It was this one.")
    # Words: after letters or words that were laid in order and nearly all lie right; the right order is shown
    near = t("Nearly. It goes like this.")
    text = body(t("That is right.") if knew else near if nearly else shown, size=20)
    sign = [ft.Icon(ft.Icons.CHECK_CIRCLE_OUTLINE, color=ft.Colors.PRIMARY)] if knew else []
    row = ft.Row([*sign, ft.Container(content=text, expand=True)], spacing=12, key="right" if knew else "shown")
    return ft.Semantics(live_region=True, content=row)


def what_is_heard(asked: Asked) -> list[str]:
    """What was asked, where it was heard; else what is right."""
    question = asked.question
    if question.says and question.kind not in RIGHT_IS_SAID:
        return list(question.says)
    return [said(choice) for choice in question.choices if choice.id in question.right]


def said(choice: Choice) -> str:
    """What is heard of a choice that is only read."""
    return choice.say or choice.text
