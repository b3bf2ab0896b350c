"""Pieces of the mentee's letter: large papers with a picture, and a place at the top where they can be heard."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import Tap, tappable
from app.views.kit.cards import card
from app.views.kit.drawings import drawing
from app.views.kit.space import at_top_end, start_side
from app.views.kit.targets import grown
from app.views.kit.texts import fitted, narrow

PICTURE = 72
ROOM = look.LETTER_TARGET + 8
STONE = 60
BESIDE, BUTTON = 52, 64
"""Pixels beside the words of a line with a picture, and of a button with one."""


def paper(
    lines: Sequence[ft.Control],
    *,
    picture: str = "",
    face: ft.Control | None = None,
    speaker: ft.Control | None = None,
    on_tap: Tap | None = None,
    key: str | None = None,
    warm: bool = False,
    size: int = PICTURE,
) -> ft.Control:
    """A large card: its picture (or another `face`) above its words, so that nothing clips with large letters.

    The speaker stands in its corner; tapped anywhere else, the card leads on.
    """
    drawn = face or drawing(picture, size=_size(size))
    aside = ft.Container(width=ROOM if speaker else 0, height=ROOM - 24)
    top = ft.Row([ft.Container(content=drawn, expand=True, alignment=start_side()), aside], spacing=0)
    inner = ft.Column([top, *lines], spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    color = ft.Colors.TERTIARY_CONTAINER if warm else None
    lower = card(inner, on_tap=on_tap, key=key, padding=20, radius=look.LETTER_CORNER, color=color)
    if speaker is None:
        return lower
    return ft.Stack([lower, at_top_end(speaker, inset=8)], fit=ft.StackFit.PASS_THROUGH)


def pictured(picture: str, said: ft.Control, *, size: int = 40) -> ft.Control:
    """One line of a paper: a small picture and its words, for which there is `BESIDE` less room on their line."""
    return ft.Row([drawing(picture, size=size), ft.Container(content=said, expand=True)], spacing=12)


def speaker_button(name: str, on_tap: Tap, *, speaking: bool, under: str = "", key: str) -> ft.Control:
    """Says it aloud, or stops; `under` names the language when it is not hers."""
    sign = ft.Icons.STOP_CIRCLE_OUTLINED if speaking else ft.Icons.VOLUME_UP
    face: list[ft.Control] = [ft.Icon(sign, size=32, color=ft.Colors.PRIMARY)]
    if under:
        face.append(ft.Text(under, size=10 if narrow() else 12, color=ft.Colors.PRIMARY))
    return tappable(_round(face), on_tap, key=key, name=name)


def no_voice(name: str, *, key: str) -> ft.Control:
    """A quiet sign where the speaker would be."""
    sign = ft.Icon(ft.Icons.VOLUME_OFF_OUTLINED, size=28, color=ft.Colors.ON_SURFACE_VARIANT)
    return ft.Semantics(label=name, container=True, content=ft.Container(content=_round([sign]), key=key))


def large_sign(icon: ft.IconData, name: str, on_tap: Tap, *, key: str) -> ft.Control:
    """A button of hers that is a sign alone, as wide as its place: the warm one calls, or speaks."""
    sign = ft.Container(
        content=ft.Icon(icon, size=32, color=ft.Colors.ON_TERTIARY),
        height=look.LETTER_TARGET,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        content=tappable(sign, on_tap, key=key, name=name),
        bgcolor=ft.Colors.TERTIARY,
        border_radius=look.LETTER_CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        expand=True,
    )


def stone(drawn: ft.Control, *, behind: bool, now: bool) -> ft.Control:
    """A stepping stone: the next one is warm and has a ring, one behind her a check mark, another lies quiet."""
    color = ft.Colors.TERTIARY_CONTAINER if now else ft.Colors.SURFACE_CONTAINER_HIGHEST
    ring = ft.Border.all(3, ft.Colors.TERTIARY) if now else ft.Border.all(1, ft.Colors.OUTLINE_VARIANT)
    lying = ft.Container(
        content=drawn,
        width=STONE,
        height=STONE,
        border_radius=STONE / 2,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if behind else color,
        border=ring,
        alignment=ft.Alignment.CENTER,
    )
    return _checked(lying) if behind else lying


def _round(face: Sequence[ft.Control]) -> ft.Control:
    column = ft.Column(
        list(face),
        spacing=0,
        tight=True,
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Container(content=column, width=look.LETTER_TARGET, height=look.LETTER_TARGET)


def answer_button(
    picture: str,
    words: str | ft.Control,
    on_tap: Tap,
    *,
    chosen: bool,
    key: str,
    face: ft.Control | None = None,
    size: float = 20,
    speaker: ft.Control | None = None,
) -> ft.Control:
    """One of a few answers, or one of many things to want: a picture and its words; the chosen one has a check mark.

    `face` = another picture than a drawing; `size` = of words that are a mere text. The speaker stands beside it, or
    on a narrow phone in its corner, for there the words need the whole line.
    """
    drawn = face or drawing(picture, size=_size(48))
    drawn = _checked(drawn) if chosen else drawn
    under = speaker is not None and narrow()
    weight = ft.FontWeight.W_600 if chosen else None
    said = (
        ft.Text(words, size=fitted(words, size, beside=0 if under else BUTTON), weight=weight)
        if isinstance(words, str)
        else words
    )
    if under:
        top = ft.Row([drawn, ft.Container(height=ROOM - 24, expand=True)], spacing=0)
        line: ft.Control = ft.Column([top, said], spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    else:
        line = ft.Row([drawn, ft.Container(content=said, expand=True)], spacing=16)
    button = ft.Semantics(
        selected=chosen,
        content=ft.Container(
            content=tappable(ft.Container(content=line, padding=12), on_tap, key=key),
            bgcolor=ft.Colors.PRIMARY_CONTAINER if chosen else ft.Colors.SURFACE_CONTAINER_LOWEST,
            border=ft.Border.all(2, ft.Colors.PRIMARY if chosen else ft.Colors.OUTLINE_VARIANT),
            border_radius=look.LETTER_CORNER,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
    )
    if speaker is None:
        return button
    if under:
        return ft.Stack([button, at_top_end(speaker, inset=4)], fit=ft.StackFit.PASS_THROUGH)
    return ft.Row([ft.Container(content=button, expand=True), speaker], spacing=8)


def _size(picture: int) -> int:
    """Beside words a phone with little room has none for a larger picture."""
    return picture if narrow() else grown(picture)


def _checked(drawn: ft.Control) -> ft.Control:
    """Upon its picture, so that the words keep their room."""
    sign = ft.Icon(ft.Icons.CHECK_CIRCLE, size=28, color=ft.Colors.PRIMARY)
    ground = ft.Container(content=sign, bgcolor=ft.Colors.PRIMARY_CONTAINER, border_radius=14)
    return ft.Stack([drawn, at_top_end(ground, inset=-8)], clip_behavior=ft.ClipBehavior.NONE)
