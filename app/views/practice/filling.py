"""A picture that fills up: faint at first, full from below; dots say the same where colours do not."""

from __future__ import annotations

import math

import flet as ft

from app.exercises.deck import Deck
from app.i18n import Words
from app.records import CanNow
from app.views.practice.pictures import deck_drawing

DOTS = 4
FULL, FAINT = "#FF000000", "#38000000"


def share_of(one: CanNow | None) -> float:
    """From none to one."""
    return (one.words or 0) / one.among if one and one.among else 0.0


def filling(t: Words, deck: Deck, picture: str, share: float, *, size: int = 88) -> ft.Control:
    """`share` of it is full, in quarters: nobody needs to count words."""
    quarters = min(DOTS, math.ceil(share * DOTS - 1e-9))
    edge = quarters / DOTS
    drawn = ft.ShaderMask(
        content=deck_drawing([deck], picture, size=size),
        blend_mode=ft.BlendMode.DST_IN,
        shader=ft.LinearGradient(
            begin=ft.Alignment.BOTTOM_CENTER,
            end=ft.Alignment.TOP_CENTER,
            colors=[FULL, FULL, FAINT, FAINT],
            stops=[0.0, edge, edge, 1.0],
        ),
    )
    dots = [
        ft.Container(
            width=12,
            height=12,
            border_radius=6,
            bgcolor=ft.Colors.PRIMARY if nth < quarters else None,
            border=ft.Border.all(2, ft.Colors.PRIMARY),
        )
        for nth in range(DOTS)
    ]
    # Words: how far a picture is filled: so many of its four quarters
    told = t("%(num)d of 4", num=quarters)
    face = ft.Row([drawn, ft.Row(list(dots), spacing=6)], spacing=16)
    return ft.Semantics(label=told, container=True, content=face)
