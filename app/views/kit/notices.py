"""What the app has to say: a problem (and what is safe), an offer, a wait."""

from __future__ import annotations

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import Tap, quiet_button
from app.views.kit.texts import quiet

PROBLEM = "problem"
"""The `data` of what came of a tap: where a screen has a foot, it stands there, beside what was tapped (screen.py)."""


def problem(text: str, *, key: str = PROBLEM) -> ft.Control:
    """Why something was not done. Read aloud when it appears. Nothing at all when `text` is empty."""
    shown = _strip(text, ft.Icons.INFO_OUTLINE, ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER, key)
    if key == PROBLEM:  # by another name it is a fact about the page, and stands where the page says
        shown.data = PROBLEM
    return shown


def good_news(text: str, *, key: str = "news", speaker: ft.Control | None = None) -> ft.Control:
    """`speaker` on her face, where it is to be heard."""
    return _strip(
        text, ft.Icons.CHECK_CIRCLE_OUTLINE, ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER, key, speaker
    )


def _strip(
    text: str, icon: ft.IconData, ground: str, ink: str, key: str, speaker: ft.Control | None = None
) -> ft.Control:
    words = ft.Text(text, key=key, color=ink, size=18 if speaker else 15, expand=True)
    return ft.Semantics(
        live_region=True,
        visible=bool(text),
        content=ft.Container(
            content=ft.Row([ft.Icon(icon, color=ink), words, *([speaker] if speaker else [])], spacing=12),
            bgcolor=ground,
            border_radius=look.CORNER,
            padding=12,
        ),
    )


def offer(text: str, action: str, on_tap: Tap, *, key: str = "offer") -> ft.Control:
    """Something new that waits for a yes."""
    return ft.Container(
        content=ft.Row(
            [
                ft.Icon(ft.Icons.AUTO_AWESOME_OUTLINED, color=ft.Colors.ON_SECONDARY_CONTAINER),
                ft.Text(text, size=15, expand=True, color=ft.Colors.ON_SECONDARY_CONTAINER),
                quiet_button(action, on_tap, key=key),
            ],
            spacing=12,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=look.CORNER,
        padding=ft.Padding.symmetric(horizontal=12, vertical=4),
    )


def waiting(text: str, *, key: str = "waiting") -> ft.Control:
    """For every wait a person could notice."""
    return ft.Container(
        content=ft.Column(
            [ft.ProgressRing(width=32, height=32, stroke_width=3, semantics_label=text), quiet(text)],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=16,
        ),
        key=key,
        padding=48,
        alignment=ft.Alignment.CENTER,
    )
