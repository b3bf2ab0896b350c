"""What one sees of a sound: the calm bar of a microphone that listens."""

from __future__ import annotations

import flet as ft

from app.views.kit import theme as look


def level_bar(level: float, said: str, *, name: str, key: str = "level") -> ft.Control:
    """`level` 0 to 1; `said` = how long it lasts so far. A sign, a word and a bar that moves: never colour alone."""
    row = ft.Row(
        [
            ft.Icon(ft.Icons.MIC, size=28, color=ft.Colors.PRIMARY),
            ft.Text(name, size=18, expand=True),
            ft.Text(said, size=18, weight=ft.FontWeight.W_600),
        ],
        spacing=12,
    )
    bar = ft.ProgressBar(
        value=min(1.0, max(0.03, level)),
        bar_height=12,
        border_radius=6,
        color=ft.Colors.PRIMARY,
        bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST,
    )
    face = ft.Column([row, ft.Semantics(exclude_semantics=True, content=bar)], spacing=8)
    return ft.Container(
        content=face,
        key=key,
        padding=16,
        border_radius=look.CORNER,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
    )
