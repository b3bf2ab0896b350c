"""Four pictures with dots, to be compared with those on another phone: in the same places in every language."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.i18n import Words
from app.views.kit import theme as look
from app.views.kit.pictures import PICTURES, picture
from app.views.kit.space import left_to_right

SIDE, DOT = 132, 12


def signs(four: Sequence[tuple[str, int]], *, t: Words, key: str = "signs") -> ft.Control:
    """`four` = (name of a picture, number of dots) of each; two beside two."""
    drawn = [_sign(name, dots, t, f"{key}-{at}") for at, (name, dots) in enumerate(four)]
    rows: list[ft.Control] = [
        ft.Row(left_to_right(drawn[at : at + 2]), alignment=ft.MainAxisAlignment.CENTER, spacing=12)
        for at in range(0, len(drawn), 2)
    ]
    return ft.Column(rows, key=key, spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _sign(name: str, dots: int, t: Words, key: str) -> ft.Control:
    # Words: one of four pictures to compare, as a screen reader says it: "a boat, 3 dots"
    said = t.many("%(picture)s, %(num)d dot", "%(picture)s, %(num)d dots", dots, picture=t(PICTURES.get(name, "")))
    upper = dots if dots <= 3 else -(-dots // 2)
    face = ft.Column(
        [picture(name, size=72), _dots(upper), _dots(dots - upper)],
        spacing=6,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    card = ft.Container(
        content=face,
        key=key,
        width=SIDE,
        height=SIDE,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border_radius=look.CORNER,
        shadow=look.SHADOW,
    )
    return ft.Semantics(label=said, image=True, exclude_semantics=True, content=card)


def _dots(number: int) -> ft.Control:
    """As on a die, but in rows: to be counted at a glance, in grey too."""
    dot = [
        ft.Container(width=DOT, height=DOT, border_radius=DOT / 2, bgcolor=ft.Colors.ON_SURFACE) for _ in range(number)
    ]
    return ft.Row(list(dot), alignment=ft.MainAxisAlignment.CENTER, spacing=6, height=DOT)
