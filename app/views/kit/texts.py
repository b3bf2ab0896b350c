"""How words stand on a screen: headings with their level, body, quiet lines, numbers that line up."""

from __future__ import annotations

import flet as ft

from app.views.kit.targets import hers, target

NARROW = 360
"""Pixels: on a phone less wide than this, large letters break long words."""
MARGINS = 88
"""Pixels: a screen's edges and a paper's, both sides."""
TIMES_USUAL = 2
"""Letters may stand so many times their height, by the phone's own settings, which nobody tells us."""
LEAST, MOST = 14, 22
"""Heights that a long word may be written in, and the most that a heading takes on a narrow phone."""


def narrow() -> bool:
    """Is this a phone with little room beside anything?"""
    width = ft.context.page.width or 0
    return 0 < width < NARROW


def fitted(text: str, size: float, *, beside: float = 0) -> float:
    """`size`, or on a narrow phone the one at which the longest word is not broken; `beside` = pixels beside it."""
    if not text.strip() or not narrow():
        return size
    return max(min(LEAST, size), min(size, _largest(text, beside)))


def crowded(text: str, *, beside: float) -> bool:
    """Would its longest word be broken there, however small it is written?"""
    return bool(text.strip()) and narrow() and _largest(text, beside) < LEAST


def tall(text: str, size: float, *, beside: float) -> bool:
    """Would it take three lines or more there?"""
    return narrow() and _pixels(text, size) > 2 * ((ft.context.page.width or NARROW) - beside)


def _pixels(text: str, size: float) -> float:
    """In pixels, about, where letters stand as large as a phone may make them."""
    return TIMES_USUAL * size * sum(map(_breadth, text))


def aside(control: ft.Control) -> float:
    """Pixels, about, that a button or a few words take beside a text."""
    if isinstance(control, ft.Text):
        return _pixels(control.value, control.size or 16)
    words = control.content if isinstance(control, (ft.Button, ft.TextButton)) else None
    return _pixels(words, 17) + 48 if isinstance(words, str) else target()


def _largest(text: str, beside: float) -> float:
    room = (ft.context.page.width or NARROW) - MARGINS - beside
    return room / max(_pixels(word, 1) for word in text.split())


def _breadth(sign: str) -> float:
    """In heights of the letters, about."""
    if "\u0400" <= sign <= "\u052f":  # Cyrillic
        return 0.64
    return 0.8 if "\u1200" <= sign <= "\u139f" else 0.56  # Ethiopic; all else


def heading(text: str, *, level: int = 1, size: int | None = None, beside: float = 0) -> ft.Control:
    """A heading that a screen reader can jump to; `beside` = pixels that something else takes in its line."""
    wanted = size or {1: 26, 2: 18}.get(level, 16)
    fits = fitted(text, min(wanted, MOST) if narrow() else wanted, beside=beside)
    return ft.Semantics(
        heading_level=level,
        header=True,
        content=ft.Text(text, size=fits, weight=ft.FontWeight.W_600, style=ft.TextStyle(height=_tight())),
    )


def _tight() -> float | None:
    """Lines of a heading stand close; what has marks above its letters keeps the room of the theme."""
    return None if ft.context.page.rtl else 1.25


def label(text: str) -> ft.Control:
    """The name of a section."""
    return ft.Semantics(
        heading_level=2,
        header=True,
        content=ft.Text(text, size=18 if hers() else 14, weight=ft.FontWeight.W_600, color=ft.Colors.PRIMARY),
    )


def body(
    text: str, *, lines: int | None = None, size: int | None = None, strong: bool = False, beside: float = 0
) -> ft.Text:
    """`beside` = pixels that something else takes in its line."""
    return ft.Text(
        text,
        size=fitted(text, size, beside=beside) if size else None,
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS if lines else ft.TextOverflow.CLIP,
        weight=ft.FontWeight.W_600 if strong else None,
        text_align=ft.TextAlign.START,
    )


def quiet(text: str, *, lines: int | None = None, size: int = 14) -> ft.Text:
    return ft.Text(
        text,
        size=fitted(text, size),
        color=ft.Colors.ON_SURFACE_VARIANT,
        max_lines=lines,
        overflow=ft.TextOverflow.ELLIPSIS if lines else ft.TextOverflow.CLIP,
        text_align=ft.TextAlign.START,
    )


def number(text: str, *, size: int = 16, strong: bool = True) -> ft.Text:
    """Digits that stand under each other, left to right in every language, and in one line."""
    return ft.Text(
        text,
        size=fitted(text.replace(" ", "-"), size),
        weight=ft.FontWeight.W_600 if strong else None,
        style=ft.TextStyle(letter_spacing=0.2),
    )
