"""Choosing with one tap: one of a few, a number of minutes, one picture."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import flet as ft

from app.views.kit import theme as look
from app.views.kit.buttons import icon_button
from app.views.kit.cards import sheet
from app.views.kit.targets import hers, target
from app.views.kit.texts import number, quiet


def choice(
    label: str,
    options: Sequence[tuple[str, str]],
    value: str,
    on_choose: Callable[[str], Any],
    *,
    key: str,
    may_be_none: bool = True,
) -> ft.Control:
    """One of a few, all of them in sight: (value, words). Tapping the chosen one again takes it back if it may be none.

    The chosen one has a check mark as well as a colour.
    """

    def chip(option: str, words: str) -> ft.Control:
        chosen = option == value
        after = "" if chosen and may_be_none else option
        return _chip(f"{key}-{option}", words, lambda: on_choose(after), chosen=chosen)

    return _chips(label, [chip(*each) for each in options])


def some(
    label: str, options: Sequence[tuple[str, str]], chosen: Collection[str], on_tap: Callable[[str], Any], *, key: str
) -> ft.Control:
    """None, one or more of a few, all of them in sight: (value, words).

    `on_tap` hears which one was tapped, and adds or takes it away from what stands then: a second quick tap comes
    before this is drawn again.
    """

    def chip(option: str, words: str) -> ft.Control:
        return _chip(f"{key}-{option}", words, lambda: on_tap(option), chosen=option in chosen)

    return _chips(label, [chip(*each) for each in options])


def _chip(key: str, words: str, on_tap: Callable[[], Any], *, chosen: bool) -> ft.Control:
    said = ft.Text(
        words, size=18 if hers() else 15, weight=ft.FontWeight.W_600 if chosen else None, max_lines=MOST_LINES
    )
    return ft.Chip(
        label=ft.Container(content=_checked(said) if chosen else said, padding=ft.Padding.symmetric(horizontal=20)),
        label_padding=0,
        key=key,
        selected=chosen,
        show_checkmark=False,
        selected_color=ft.Colors.PRIMARY_CONTAINER,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border_side=ft.BorderSide(1, ft.Colors.PRIMARY if chosen else ft.Colors.OUTLINE_VARIANT),
        shape=look.corners(24),
        padding=ft.Padding.symmetric(vertical=_AROUND[target()]),
        on_select=on_tap,
    )


def _checked(said: ft.Text) -> ft.Control:
    """Flutter forgets its own mark, and a chip's own edges, when it counts the lines: the second one faded away."""
    said.expand, said.expand_loose = True, True
    return ft.Row([ft.Icon(ft.Icons.CHECK, size=20, color=ft.Colors.ON_PRIMARY_CONTAINER), said], spacing=8, tight=True)


MOST_LINES = 4
"""Of the words of a chip: Flutter's own one line fades where the phone is narrow and the letters are large."""

_AROUND = {look.TARGET: 13, look.LETTER_TARGET: 22}
"""Above and below the words of a chip: on some devices Flutter adds what is missing to 48, on others it does not."""


def _chips(label: str, chips: Sequence[ft.Control]) -> ft.Control:
    """Named for a screen reader, and for the eye where there is a name."""
    row = ft.Row(list(chips), wrap=True, spacing=8, run_spacing=4)
    return ft.Semantics(
        container=True, label=label, content=ft.Column([_unsaid(label), row] if label else [row], spacing=6)
    )


def several(
    options: Sequence[tuple[str, str]], chosen: Collection[str], on_choose: Callable[[str, bool], Any], *, key: str
) -> ft.Control:
    """Any number of them, a line each: (value, words)."""

    def line(option: str, words: str) -> ft.Control:
        taken = option in chosen
        box = ft.Checkbox(
            value=taken, key=f"{key}-{option}", on_change=lambda event: on_choose(option, bool(event.data))
        )
        return _beside(box, words, lambda: on_choose(option, not taken))

    return sheet([line(*each) for each in options])


def switch(words: str, on: bool, on_switch: Callable[[bool], Any], *, key: str) -> ft.Control:  # noqa: FBT001
    """One thing that is on or off."""
    sign = ft.Switch(value=on, key=key, on_change=lambda event: on_switch(bool(event.data)))
    return _beside(sign, words, lambda: on_switch(not on))


def _beside(sign: ft.Control, words: str, on_tap: Callable[[], Any]) -> ft.Control:
    """Flet's own label takes no second line, and a height given to the sign stretches sign and label."""
    said = ft.Container(
        content=ft.Text(words, size=20 if hers() else None),
        expand=True,
        padding=ft.Padding.symmetric(vertical=_AROUND[target()]),
        on_click=on_tap,
    )
    return ft.MergeSemantics(
        content=ft.Container(content=ft.Row([sign, said], spacing=4), padding=ft.Padding.symmetric(horizontal=8))
    )


def _unsaid(label: str) -> ft.Control:
    """For the eye: the group around it says it already."""
    return ft.Semantics(exclude_semantics=True, content=quiet(label, size=18 if hers() else 14))


def stepper(
    value: int,
    on_change: Callable[[int], Any],
    *,
    words: str,
    less: str,
    more: str,
    step: int = 5,
    least: int = 0,
    most: int = 24 * 60,
    key: str = "stepper",
) -> ft.Control:
    """−  55 min  +: `words` says the value, `less` and `more` name the two buttons."""
    middle = ft.Container(content=number(words, size=20), width=160, alignment=ft.Alignment.CENTER)
    return ft.Container(
        content=ft.Row(
            [
                icon_button(ft.Icons.REMOVE, less, lambda: on_change(max(least, value - step)), key=f"{key}-less"),
                middle,
                icon_button(ft.Icons.ADD, more, lambda: on_change(min(most, value + step)), key=f"{key}-more"),
            ],
            alignment=ft.MainAxisAlignment.CENTER,
            spacing=8,
        ),
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=look.CORNER,
        padding=4,
    )
