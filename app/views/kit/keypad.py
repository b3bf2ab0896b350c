"""What one taps to open a lock: digits, as on a telephone in every language, or pictures that never change places."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import flet as ft

from app.domain.locks import LEAST, PICTURES, PIN
from app.views.kit import pictures
from app.views.kit.buttons import tappable
from app.views.kit.space import left_to_right
from app.views.session import use_words

MOST = 12
KEY, TILE = 68, 88


@ft.component
def Keypad(on_pin: Callable[[str], Any], *, busy: bool = False) -> ft.Control:
    """`on_pin(digits)` when she says she is done; give it another `key` to begin anew."""
    t = use_words()
    typed, set_typed = ft.use_state("")

    async def done() -> None:
        answer = on_pin(typed)
        if inspect.isawaitable(answer):
            await answer

    def press(digit: str) -> None:
        set_typed(lambda so_far: (so_far + digit)[:MOST])

    def digit(sign: str) -> ft.Control:
        face = ft.Semantics(exclude_semantics=True, content=ft.Text(sign, size=24, weight=ft.FontWeight.W_500))
        return _key(face, f"key-{sign}", sign, lambda: press(sign), off=busy)

    tick = ft.Icon(ft.Icons.CHECK, color=ft.Colors.ON_PRIMARY)
    short = len(typed) < LEAST[PIN]
    rows = [[digit(sign) for sign in line] for line in ("123", "456", "789")]
    erase = _erase(t("Erase"), lambda: set_typed(lambda so: so[:-1]), busy)
    rows.append([erase, digit("0"), _key(tick, "key-done", t("Done"), done, main=True, off=busy or short)])
    said = t.many("%(num)d digit", "%(num)d digits", len(typed))
    return _pad(_dots(len(typed), LEAST[PIN], said), rows, spacing=20)


@ft.component
def PicturePad(on_pictures: Callable[[str], Any], *, busy: bool = False) -> ft.Control:
    """`on_pictures(their names)` at the sixth: whoever does not read needs no key to say that she is done."""
    t = use_words()
    typed: Any = ft.use_ref(())  # quick taps come before anything is drawn again
    count, set_count = ft.use_state(0)

    def become(so_far: tuple[str, ...]) -> None:
        typed.current = so_far
        set_count(len(so_far))

    async def press(name: str) -> None:
        if busy or len(typed.current) == LEAST[PICTURES]:
            return
        become((*typed.current, name))
        if len(typed.current) == LEAST[PICTURES]:
            answer = on_pictures(" ".join(typed.current))
            if inspect.isawaitable(answer):
                await answer

    def tile(name: str) -> ft.Control:
        async def tapped() -> None:
            await press(name)

        face = ft.Container(
            content=pictures.picture(name, size=64),
            width=TILE,
            height=TILE,
            border_radius=20,
            bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
            alignment=ft.Alignment.CENTER,
            opacity=0.4 if busy else 1,
        )
        return tappable(face, tapped, key=f"tap-{name}", name=t(pictures.PICTURES[name]))

    names = list(pictures.PICTURES)
    rows = [[tile(name) for name in names[at : at + 3]] for at in range(0, len(names), 3)]
    rows.append([_erase(t("Erase"), lambda: become(typed.current[:-1]), busy)])
    said = t.many("%(num)d picture", "%(num)d pictures", count)
    return _pad(_dots(count, LEAST[PICTURES], said), rows, spacing=12)


def _key(
    face: ft.Control, hook: str, name: str, on_tap: Callable[[], Any], *, main: bool = False, off: bool = False
) -> ft.Control:
    inner = ft.Container(
        content=face,
        key=hook,
        width=KEY,
        height=KEY,
        border_radius=KEY / 2,
        bgcolor=ft.Colors.PRIMARY if main else ft.Colors.SURFACE_CONTAINER_LOWEST,
        alignment=ft.Alignment.CENTER,
        ink=True,
        opacity=0.4 if off else 1,
        on_click=None if off else on_tap,
    )
    return ft.MergeSemantics(content=ft.Semantics(button=True, label=name, content=inner))


def _erase(name: str, on_tap: Callable[[], Any], off: bool) -> ft.Control:  # noqa: FBT001
    return _key(ft.Icon(ft.Icons.BACKSPACE_OUTLINED), "key-erase", name, on_tap, off=off)


def _dots(full: int, least: int, said: str) -> ft.Control:
    dots: list[ft.Control] = [
        ft.Container(
            width=14, height=14, border_radius=7, bgcolor=ft.Colors.PRIMARY if at < full else ft.Colors.OUTLINE_VARIANT
        )
        for at in range(max(least, full))
    ]
    return ft.Semantics(
        label=said, content=ft.Row(left_to_right(dots), alignment=ft.MainAxisAlignment.CENTER, spacing=12)
    )


def _pad(dots: ft.Control, rows: list[list[ft.Control]], *, spacing: int) -> ft.Control:
    lines = [ft.Row(left_to_right(line), alignment=ft.MainAxisAlignment.CENTER, spacing=spacing) for line in rows]
    return ft.Column(
        [dots, ft.Container(height=8), *lines],
        spacing=min(spacing, 14),
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
