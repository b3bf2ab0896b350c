"""The first screen of all: which language? No word on it but their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.app_names import app_icon
from app.views.languages import Languages
from app.views.session import use_session


@ft.component
def FirstOfAll(on_choose: Callable[[str], Any]) -> ft.Control:
    session = use_session()
    app, icon = session.called, app_icon(session.ports.platform.recall("called"))
    mark = ft.Container(
        content=ft.Column(
            [
                ft.Image(src=icon, width=72, height=72, exclude_from_semantics=True),
                ft.Text(app, size=26, weight=ft.FontWeight.W_600),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=8,
        ),
        padding=ft.Padding.symmetric(vertical=8),
        alignment=ft.Alignment.CENTER,
    )
    return ft.Column([mark, Languages(on_choose)], spacing=16, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
