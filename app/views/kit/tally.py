"""A large button that counts: its words, and how often it was tapped."""

from __future__ import annotations

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import Tap
from app.views.kit.texts import narrow


def tally_button(
    words: str,
    count: str,
    on_tap: Tap,
    *,
    on_hold: Tap,
    key: str,
    icon: ft.IconData,
    beside: ft.Control | None = None,
) -> ft.Control:
    """One tap counts, holding takes back. `beside` = a small button of its own at the end, outside the large one."""
    face = ft.Column(
        [
            ft.Row(
                [
                    ft.Icon(icon, size=20, color=ft.Colors.PRIMARY),
                    ft.Text(words, size=16, weight=ft.FontWeight.W_600, expand=True, max_lines=3),
                ],
                spacing=8,
            ),
            ft.Text(count, size=34, weight=ft.FontWeight.W_600, color=ft.Colors.PRIMARY, style=_TIGHT),
        ],
        spacing=4,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    large = ft.Container(
        content=face,
        key=key,
        on_click=on_tap,
        on_long_press=on_hold,
        ink=True,
        border_radius=look.CORNER,
        padding=ft.Padding.symmetric(horizontal=12, vertical=16),
    )
    parts: list[ft.Control] = [ft.MergeSemantics(content=ft.Semantics(button=True, content=large))]
    if beside:
        corner = ft.Container(content=beside, bottom=4)
        if ft.context.page.rtl:
            corner.left = 4
        else:
            corner.right = 4
        parts.append(corner)
    return ft.Container(
        content=ft.Stack(parts, fit=ft.StackFit.PASS_THROUGH),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border_radius=look.CORNER,
        shadow=look.SHADOW,
        expand=True,
    )


_TIGHT = ft.TextStyle(height=1.1)


def side_by_side(cells: list[ft.Control]) -> ft.Control:
    """Two in a row, equally wide and high; one on a narrow phone, where words need the line."""
    across = 1 if narrow() else 2
    rows: list[ft.Control] = [
        ft.Row(
            cells[at : at + across], spacing=12, vertical_alignment=ft.CrossAxisAlignment.STRETCH, intrinsic_height=True
        )
        for at in range(0, len(cells), across)
    ]
    return ft.Column(rows, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
