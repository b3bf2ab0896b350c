"""A room with things in it: tap one, or one and then where it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import flet as ft

from app.exercises.question import Choice
from app.views.kit import TAKEN, answer_tile, upon
from app.views.practice.pictures import across, deck_drawing
from app.views.practice.shape import Answer, Asked, use_kept
from app.views.session import use_words

THING, SMALL, ROOMY = 76, 64, 340
"""A thing, and on a narrow screen; in pixels, as is the width from which a screen is not narrow."""
FLOOR = 0.68
"""Where the wall ends."""


@ft.component
def Scene(asked: Asked) -> ft.Control:
    nothing: Answer = ()
    now, tap = use_kept(asked.question, nothing)
    wide = across()
    high = wide * 1.05
    thing = THING if wide >= ROOMY else SMALL

    def touch(id_: str) -> None:
        if asked.given is not None:
            return
        chosen = tuple(each for each in now if each != id_) if id_ in now else (*now, id_)
        tap(chosen)
        if len(chosen) == len(asked.question.right):
            asked.give(chosen)

    things = [
        upon(
            _thing(asked, choice, number, touch, taken=choice.id in now, size=thing),
            x=thing / 2 + (wide - thing) * choice.x / 100,
            y=thing / 2 + (high - thing) * choice.y / 100,
            size=thing,
        )
        for number, choice in enumerate(asked.question.choices, 1)
    ]
    floor = ft.Container(
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST, top=high * FLOOR, width=wide, height=high * (1 - FLOOR)
    )
    return ft.Row(
        [
            ft.Container(
                content=ft.Stack([floor, *things], width=wide, height=high),
                bgcolor=ft.Colors.SECONDARY_CONTAINER,
                border_radius=20,
                clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            )
        ],
        alignment=ft.MainAxisAlignment.CENTER,
    )


def _thing(
    asked: Asked, choice: Choice, number: int, touch: Callable[[str], None], *, taken: bool, size: int
) -> ft.Control:
    t = use_words()
    return answer_tile(
        deck_drawing(asked.decks, choice.picture, size=size - 20),
        partial(touch, choice.id),
        key=f"choice-{choice.id}",
        name=t("Picture %(num)d", num=number),
        mark=asked.mark(choice) or (TAKEN if taken else ""),
        width=size,
        height=size,
        padding=4,
    )
