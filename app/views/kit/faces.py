"""A few faces to tap: a shape, a word and a ring each, so that none of them hangs on colour or letters alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import tappable
from app.views.kit.drawings import drawing


def faces(
    options: Sequence[tuple[str, str, ft.IconData | str]],
    value: str,
    on_face: Callable[[str], Any],
    *,
    label: str,
    key: str,
    large: bool = False,
) -> ft.Control:
    """(value, words, an icon or a drawing's name) of each; a tap says it, another tap says it differently.

    `large`: on her own phone.
    """

    def one(face: str, words: str, sign: ft.IconData | str) -> ft.Control:
        yes = face == value
        weight = ft.FontWeight.W_600 if yes else None
        said = ft.Column(
            [
                drawing(sign, size=64) if isinstance(sign, str) else ft.Icon(sign, size=32, color=ft.Colors.PRIMARY),
                ft.Text(words, size=18 if large else 14, weight=weight, text_align=ft.TextAlign.CENTER),
            ],
            spacing=2,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        ring = ft.Container(
            content=ft.Semantics(selected=yes, content=said),
            alignment=ft.Alignment.CENTER,
            padding=ft.Padding.symmetric(vertical=12 if large else 6, horizontal=2),
            border_radius=look.CORNER,
            border=ft.Border.all(2, ft.Colors.PRIMARY if yes else ft.Colors.OUTLINE_VARIANT),
            bgcolor=ft.Colors.PRIMARY_CONTAINER if yes else ft.Colors.SURFACE_CONTAINER_LOWEST,
        )
        return ft.Container(content=tappable(ring, lambda: on_face(face), key=f"{key}-{face}", padding=0), expand=True)

    return ft.Semantics(
        container=True,
        label=label,
        content=ft.Row(
            [one(*each) for each in options],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
            intrinsic_height=True,
        ),
    )
