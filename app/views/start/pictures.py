"""A picture to know one's own door by, on a phone that several people use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.i18n import N_
from app.views.kit import PICTURES, picture
from app.views.session import use_words
from app.views.start.asked import Asked

SIZE = 72
SOON = ft.Colors.SURFACE_CONTAINER_HIGHEST
"""Until a picture is there, which is round, too."""


@ft.component
def ChoosePicture(chosen: str, on_choose: Callable[[str], Any]) -> ft.Control:
    t = use_words()

    def one(name: str, words: str) -> ft.Control:
        inner = ft.Container(
            content=ft.Container(content=picture(name, size=SIZE), bgcolor=SOON, border_radius=SIZE / 2),
            key=f"picture-{name}",
            padding=6,
            border_radius=48,
            bgcolor=ft.Colors.PRIMARY if name == chosen else None,
            ink=True,
            on_click=lambda: on_choose(name),
        )
        return ft.MergeSemantics(
            content=ft.Semantics(button=True, label=t(words), selected=name == chosen, content=inner)
        )

    grid = ft.Row(
        [one(name, words) for name, words in PICTURES.items()],
        wrap=True,
        spacing=12,
        run_spacing=12,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return ft.Column(
        [
            Asked(N_("Choose a picture"), N_("By it you find your own door on this phone.")),
            grid,
        ],
        spacing=24,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
