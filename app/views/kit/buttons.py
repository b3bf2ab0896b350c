"""Buttons, each with a name that a screen reader says and a target of 48; on the mentee's face of 64."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.views.kit import theme as look
from app.views.kit.targets import hers, target
from app.views.kit.texts import fitted

Tap = Callable[[], Any]


def keep_button(
    text: str,
    on_tap: Tap,
    *,
    key: str = "keep",
    busy: bool = False,
    wide: bool = True,
    icon: ft.IconData | None = None,
) -> ft.Control:
    """The one main action of a screen."""
    return ft.FilledButton(
        content=text,
        icon=icon,
        key=key,
        on_click=_tap(on_tap),
        disabled=busy,
        width=float("inf") if wide else None,
        style=_style(
            18, more=2 if wide else 0, text_style=ft.TextStyle(size=17, weight=ft.FontWeight.W_600, height=1.4)
        ),
    )


def quiet_button(text: str, on_tap: Tap, *, key: str | None = None, icon: ft.IconData | None = None) -> ft.Control:
    """Something one may also do."""
    return ft.TextButton(content=text, icon=icon, key=key, on_click=_tap(on_tap), style=_style(16))


def tonal_button(
    text: str,
    on_tap: Tap,
    *,
    key: str | None = None,
    icon: ft.IconData | None = None,
    onward: ft.IconData | None = None,
    busy: bool = False,
) -> ft.Control:
    """A second action of equal weight, hers as large as what she reads; `onward` = an arrow behind the words."""
    letters = ft.TextStyle(size=fitted(text, 18, beside=_AROUND), weight=ft.FontWeight.W_600) if hers() else None
    ahead = ft.Row([ft.Text(text), ft.Icon(onward, size=20)], spacing=8, tight=True) if onward else text
    return ft.FilledTonalButton(
        content=ahead,
        icon=icon,
        key=key,
        on_click=_tap(on_tap),
        disabled=busy,
        style=_style(18, text_style=letters),
    )


def warm_button(text: str, on_tap: Tap, *, key: str | None = None, icon: ft.IconData | None = None) -> ft.Control:
    """The mentee's main action: apricot, large, and higher when her letters are."""
    words = ft.Text(
        text,
        size=fitted(text, 20, beside=_AROUND),
        weight=ft.FontWeight.W_600,
        color=ft.Colors.ON_TERTIARY,
        text_align=ft.TextAlign.CENTER,
    )
    face: list[ft.Control] = [ft.Icon(icon, size=28, color=ft.Colors.ON_TERTIARY)] if icon else []
    face.append(ft.Container(content=words, expand=True, padding=ft.Padding.symmetric(vertical=18)))
    inner = ft.Container(content=ft.Row(face, spacing=8), padding=ft.Padding.symmetric(horizontal=16))
    return ft.Container(
        content=tappable(inner, on_tap, key=key),
        bgcolor=ft.Colors.TERTIARY,
        border_radius=look.LETTER_CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def icon_button(icon: ft.IconData, name: str, on_tap: Tap, *, key: str | None = None) -> ft.Control:
    """An icon that says its name: Flet's own has none (the tooltip lies on another node)."""
    return ft.MergeSemantics(
        content=ft.IconButton(
            icon=icon, tooltip=name, key=key, on_click=_tap(on_tap), width=target(), height=target(), icon_size=24
        )
    )


def floating_button(icon: ft.IconData, name: str, on_tap: Tap, *, key: str = "floating") -> ft.FloatingActionButton:
    """The one floating button of a screen; its name is written on it."""
    return ft.FloatingActionButton(
        icon=icon,
        content=name,
        key=key,
        on_click=_tap(on_tap),
        bgcolor=ft.Colors.PRIMARY,
        foreground_color=ft.Colors.ON_PRIMARY,
        shape=look.corners(16),
        elevation=2,
    )


def tappable(
    content: ft.Control,
    on_tap: Tap,
    *,
    key: str | None = None,
    name: str | None = None,
    padding: ft.PaddingValue | None = None,
) -> ft.Control:
    """Makes one button of a whole piece; its name is what is written in it, or `name`."""
    face = ft.Semantics(exclude_semantics=True, content=content) if name else content
    inner = ft.Container(
        content=face, key=key, on_click=_tap(on_tap), ink=True, border_radius=look.CORNER, padding=padding
    )
    return ft.MergeSemantics(content=ft.Semantics(button=True, label=name, content=inner))


_AROUND = 52
"""Pixels beside the words of a warm button: its icon, and its own edges."""


def _style(beside: int, *, more: int = 0, text_style: ft.TextStyle | None = None) -> ft.ButtonStyle:
    """As high as a target around one line of words, and higher with a second: a height given would cut that one."""
    above = {look.TARGET: 13, look.LETTER_TARGET: 21}[target()] + more
    return ft.ButtonStyle(
        shape=look.corners(),
        padding=ft.Padding.symmetric(horizontal=beside, vertical=above),
        text_style=text_style,
    )


def _tap(on_tap: Tap) -> Any:
    """Flet takes handlers with no argument; a name for the type checker."""
    return on_tap
