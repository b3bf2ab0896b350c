"""Start and end. The only place that knows left from right: Flet's paddings do not turn with the language."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft


def inset(*, start: float = 0, end: float = 0, top: float = 0, bottom: float = 0) -> ft.Padding:
    """A padding in the direction of the page."""
    left, right = (end, start) if ft.context.page.rtl else (start, end)
    return ft.Padding(left=left, top=top, right=right, bottom=bottom)


def left_to_right(controls: Sequence[ft.Control]) -> list[ft.Control]:
    """For a row that runs from left to right in every language: digits of a keypad, dots of a PIN."""
    return list(reversed(controls)) if ft.context.page.rtl else list(controls)


def start_side() -> ft.Alignment:
    """Where a line begins."""
    return ft.Alignment.CENTER_RIGHT if ft.context.page.rtl else ft.Alignment.CENTER_LEFT


def onward() -> ft.IconData:
    """The small arrow that says "there is more"; Flutter turns it with the direction of the page."""
    return ft.Icons.CHEVRON_RIGHT


def upon(control: ft.Control, *, x: float, y: float, size: float) -> ft.Control:
    """In a `Stack` that is a picture, which turns with no language: `size` wide and high, its middle at x, y."""
    return ft.Container(content=control, left=x - size / 2, top=y - size / 2, width=size, height=size)


def at_top_end(control: ft.Control, *, inset: float = 0) -> ft.Control:
    """In the corner of a `Stack` where a line of the first row ends."""
    if ft.context.page.rtl:
        return ft.Container(content=control, top=inset, left=inset)
    return ft.Container(content=control, top=inset, right=inset)
