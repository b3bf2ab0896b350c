"""The language, each by its own name; no flags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.i18n import LANGUAGES
from app.views.kit import card
from app.views.kit.theme import CORNER, LETTER_CORNER


@ft.component
def Languages(on_choose: Callable[[str], Any]) -> ft.Control:
    def door(code: str, name: str) -> ft.Control:
        async def choose() -> None:
            await on_choose(code)

        face = ft.Container(
            content=ft.Text(name, size=22, weight=ft.FontWeight.W_600), height=56, alignment=ft.Alignment.CENTER
        )
        return card(face, on_tap=choose, key=f"language-{code}", radius=LETTER_CORNER, padding=CORNER)

    mark = ft.Container(
        content=ft.Column(
            [
                ft.Image(src="/pictures/bridge.svg", width=96, height=96, exclude_from_semantics=True),
                ft.Text("Brobygger", size=28, weight=ft.FontWeight.W_600),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=12,
        ),
        padding=ft.Padding.symmetric(vertical=40),
        alignment=ft.Alignment.CENTER,
    )
    return ft.Column(
        [mark, *(door(each.code, each.own_name) for each in LANGUAGES)],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
