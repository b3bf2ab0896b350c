"""A dozen friendly pictures to know oneself by; the plain page shows the same files (assets/pictures)."""

from __future__ import annotations

import flet as ft

from app.i18n import N_

PICTURES = {
    "boat": N_("a boat"),
    "bridge": N_("a bridge"),
    "tree": N_("a tree"),
    "sun": N_("the sun"),
    "teapot": N_("a teapot"),
    "lamp": N_("a lamp"),
    "bicycle": N_("a bicycle"),
    "house": N_("a house"),
    "bird": N_("a bird"),
    "flower": N_("a flower"),
    "kite": N_("a kite"),
    "cup": N_("a cup"),
}


def picture(name: str, *, size: int = 48) -> ft.Control:
    """That picture; somebody without one is a quiet round figure. Decoration: its name is said beside it."""
    if name in PICTURES:
        return ft.Image(src=f"/pictures/{name}.svg", width=size, height=size, exclude_from_semantics=True)
    return ft.Container(
        content=ft.Icon(ft.Icons.PERSON_OUTLINED, size=size * 0.55, color=ft.Colors.ON_SECONDARY_CONTAINER),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )


def face(photo: bytes, name: str, *, size: int = 48) -> ft.Control:
    """Somebody's photo, round; the picture of that `name` where there is none."""
    drawn = picture(name, size=size)
    if not photo:
        return drawn
    shown = ft.Image(
        src=photo,
        width=size,
        height=size,
        fit=ft.BoxFit.COVER,
        gapless_playback=True,
        exclude_from_semantics=True,
        error_content=drawn,
    )
    return ft.Container(content=shown, border_radius=size / 2, clip_behavior=ft.ClipBehavior.ANTI_ALIAS)
