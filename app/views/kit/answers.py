"""What can be tapped in an exercise: tiles with a picture, a word or a voice, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import Tap, tappable
from app.views.kit.space import at_top_end, left_to_right

TAKEN, RIGHT, WAVED = "taken", "right", "waved"
"""A tile is tapped; it is the right one; it was tapped and is not. Shape and sign say so, not colour alone."""

_EDGE = {
    TAKEN: (3, ft.Colors.PRIMARY, ft.Colors.PRIMARY_CONTAINER, 1.0),
    RIGHT: (3, ft.Colors.PRIMARY, ft.Colors.PRIMARY_CONTAINER, 1.0),
    WAVED: (1, ft.Colors.OUTLINE_VARIANT, None, 0.45),
}


def answer_tile(
    content: ft.Control,
    on_tap: Tap,
    *,
    key: str,
    name: str,
    mark: str = "",
    width: float | None = None,
    height: float | None = None,
    padding: int = 12,
) -> ft.Control:
    """A tile, at least 64 high; `name` is what a screen reader says."""
    line, color, ground, seen = _EDGE.get(mark, (2, ft.Colors.OUTLINE_VARIANT, None, 1.0))
    if not (width or height):  # a line, as high as its words need
        strut = ft.Container(width=0, height=look.LETTER_TARGET - 2 * padding)
        content = ft.Row([strut, ft.Container(content=content, expand=True)], spacing=0)
    inner = ft.Container(content=content, padding=padding, alignment=ft.Alignment.CENTER if width else None)
    tile = ft.Semantics(
        selected=mark in {TAKEN, RIGHT},
        content=ft.Container(
            content=tappable(inner, on_tap, key=key, name=name),
            bgcolor=ground or ft.Colors.SURFACE_CONTAINER_LOWEST,
            border=ft.Border.all(line, color),
            border_radius=look.LETTER_CORNER,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
            opacity=seen,
            width=width,
            height=(height or look.LETTER_TARGET) if width else height,
        ),
    )
    if mark != RIGHT:
        return tile
    check = ft.Icon(ft.Icons.CHECK_CIRCLE, size=28, color=ft.Colors.PRIMARY)
    return ft.Stack([tile, at_top_end(check, inset=6)])


def big_speaker(
    name: str, on_tap: Tap, *, speaking: bool, key: str, sign: ft.IconData = ft.Icons.VOLUME_UP
) -> ft.Control:
    """The one thing to do first: listen; or, by another sign, to speak."""
    sign = ft.Icons.STOP_CIRCLE_OUTLINED if speaking else sign
    face = ft.Container(
        content=ft.Icon(sign, size=44, color=ft.Colors.ON_PRIMARY),
        width=88,
        height=88,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        content=tappable(face, on_tap, key=key, name=name),
        bgcolor=ft.Colors.PRIMARY,
        border_radius=44,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        width=88,
        height=88,
    )


def in_lines(tiles: Sequence[tuple[ft.Control, float]], *, across: float, gap: int = 8) -> ft.Control:
    """(tile, its width) beside one another and then below, from left to right in every language: Danish is laid so."""
    lines: list[list[ft.Control]] = [[]]
    free = across
    for tile, width in tiles:
        if lines[-1] and width > free:
            lines.append([])
            free = across
        lines[-1].append(tile)
        free -= width + gap
    rows = [
        ft.Row(left_to_right(line), spacing=gap, alignment=ft.MainAxisAlignment.CENTER, tight=True) for line in lines
    ]
    return ft.Column(list(rows), spacing=gap, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
