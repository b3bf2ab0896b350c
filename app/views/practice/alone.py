"""What nobody checks: a word to be said aloud, a mission to be done in life."""

from __future__ import annotations

import flet as ft

from app.exercises.question import Kind
from app.views.kit import quiet_button, stack, warm_button
from app.views.practice.compare import Compare
from app.views.practice.shape import Asked
from app.views.session import use_words

DONE = "done"


@ft.component
def Alone(asked: Asked) -> ft.Control:
    t = use_words()
    if asked.given is not None:
        return ft.Container()
    if asked.question.kind == Kind.MISSION:
        return stack(
            [
                # Words: she did it with her mentor or a colleague: a mission in everyday life
                warm_button(t("We did it"), lambda: asked.give((DONE,)), key="did-it", icon=ft.Icons.CHECK),
                quiet_button(t("Not yet"), lambda: asked.give(()), key="not-yet"),
            ]
        )
    # Words: she has said the word aloud, by herself
    said = warm_button(t("I said it"), lambda: asked.give((DONE,)), key="said-it", icon=ft.Icons.CHECK)
    return stack([Compare(asked.question.word), said], spacing=24)
