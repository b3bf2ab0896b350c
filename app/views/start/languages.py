"""The first screen of all: which language? No word on it but their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.views.languages import Languages


@ft.component
def FirstOfAll(on_choose: Callable[[str], Any]) -> ft.Control:
    mark = ft.Container(
        content=ft.Column(
            [
                ft.Image(src="/pictures/bridge.svg", width=72, height=72, exclude_from_semantics=True),
                ft.Text("Brobygger", size=26, weight=ft.FontWeight.W_600),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=8,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        alignment=ft.Alignment.CENTER,
    )
    return ft.Column([mark, Languages(on_choose)], spacing=16, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
