"""Pieces of paper on the ground: card, section, row, empty state."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import Tap, tappable
from app.views.kit.lasting import LIST, lasting
from app.views.kit.space import onward
from app.views.kit.targets import hers, target
from app.views.kit.texts import aside, body, crowded, fitted, label, narrow, quiet


def card(
    content: ft.Control,
    *,
    on_tap: Tap | None = None,
    key: str | None = None,
    padding: int = 16,
    radius: int = look.CORNER,
    color: str | None = None,
) -> ft.Control:
    """White on warm white, one shadow, no line."""
    inner = ft.Container(content=content, padding=padding)
    return ft.Container(
        content=tappable(inner, on_tap, key=key) if on_tap else inner,
        key=None if on_tap else key,
        bgcolor=color or ft.Colors.SURFACE_CONTAINER_LOWEST,
        border_radius=radius,
        shadow=look.SHADOW,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def section(name: str, controls: Sequence[ft.Control], *, action: ft.Control | None = None) -> ft.Control:
    """A named group, 24 above the next."""
    head: ft.Control = label(name)
    if action:  # on one line where both have room
        head = ft.Row(
            [head, action],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=8,
            run_spacing=0,
        )
    return ft.Column([head, *lasting(controls)], spacing=look.GRID, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def row(
    title: str,
    *,
    under: str = "",
    leading: ft.Control | None = None,
    trailing: ft.Control | None = None,
    on_tap: Tap | None = None,
    key: str | None = None,
    arrow: bool = False,
    under_lines: int = 2,
    size: int | None = None,
) -> ft.Control:
    """One line of a list, 68 high, or higher for large letters; `under` is quiet, and cut after `under_lines`.

    On a narrow phone it has twice as many, and `trailing` stands below where it would break the words.
    """
    sign = _LEADING if leading else 0
    beside = sign + (aside(trailing) if trailing else 0)
    below = trailing if trailing and crowded(title, beside=beside) else None
    fits = int(fitted(title, size or 16, beside=sign if below else beside))
    texts: list[ft.Control] = [body(title, lines=6 if narrow() else 3, size=fits, strong=True)]
    if under:
        texts.append(quiet(under, lines=under_lines * 2 if narrow() else under_lines))
    if below:
        texts.append(below)
    said: ft.Control = ft.Column(texts, spacing=2, expand=True, alignment=ft.MainAxisAlignment.CENTER)
    if not (under or leading) or target() > look.TARGET:
        said = ft.Row([ft.Container(width=0, height=44), said], spacing=0, expand=True)
    parts: list[ft.Control] = [leading, said] if leading else [said]
    if trailing and not below:
        parts.append(trailing)
    elif arrow:
        parts.append(ft.Icon(onward(), color=ft.Colors.ON_SURFACE_VARIANT, size=20))
    line = ft.Row(parts, spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    if on_tap:
        return tappable(line, on_tap, key=key, padding=_LINE)
    return ft.Container(content=line, key=key, padding=_LINE)


_LEADING = 36
"""Pixels of a sign before the words, and the gap after it."""
_LINE = ft.Padding.symmetric(horizontal=look.EDGE, vertical=12)


def stack(controls: Sequence[ft.Control], *, spacing: int = 12) -> ft.Control:
    """Things that belong together, under each other, each as wide as the screen."""
    return ft.Column(lasting(controls), spacing=spacing, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def sheet(lines: Sequence[ft.Control], *, key: str | None = None) -> ft.Control:
    """Rows on one piece of paper; `key` where another one without a heading may come above it."""
    paper = card(stack(lines, spacing=0), padding=0, key=key)
    paper.data = LIST
    return paper


def empty_state(
    icon: ft.IconData, text: str, hint: str = "", action: ft.Control | None = None, *, key: str = "empty"
) -> ft.Control:
    """A kind word where a list has nothing yet; `hint` says what to do next, `action` does or says it."""
    parts: list[ft.Control] = [
        ft.Container(
            content=ft.Icon(icon, size=36, color=ft.Colors.PRIMARY),
            width=72,
            height=72,
            border_radius=36,
            bgcolor=ft.Colors.SECONDARY_CONTAINER,
            alignment=ft.Alignment.CENTER,
        ),
        ft.Text(text, size=22 if hers() else 17, weight=ft.FontWeight.W_600, text_align=ft.TextAlign.CENTER),
    ]
    if hint:
        size = 18 if hers() else 15
        parts.append(ft.Text(hint, color=ft.Colors.ON_SURFACE_VARIANT, size=size, text_align=ft.TextAlign.CENTER))
    if action:
        parts.append(action)
    column = ft.Column(parts, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Container(content=column, key=key, padding=32, alignment=ft.Alignment.CENTER)


_FACT = 38
"""Pixels beside the words of a fact."""


def fact(icon: ft.IconData, name: str, value: str, *, key: str | None = None) -> ft.Control:
    """One thing that is known: its name, quietly, and what it is."""
    known = ft.Text(value, key=key, size=fitted(value, 20 if hers() else 16, beside=_FACT))
    return ft.MergeSemantics(
        content=ft.Row(
            [
                ft.Icon(icon, size=22, color=ft.Colors.ON_SURFACE_VARIANT),
                ft.Column([quiet(name, size=16 if hers() else 13), known], spacing=0, expand=True),
            ],
            spacing=16,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
