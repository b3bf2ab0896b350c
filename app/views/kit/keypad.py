"""A keypad for a PIN: digits stand as on a telephone in every language, each a button of 64."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import flet as ft

from app.views.kit.space import left_to_right
from app.views.session import use_words

LEAST, MOST = 6, 12
KEY = 68
STEP_MS = 250


@ft.component
def Keypad(on_pin: Callable[[str], Any], *, busy: bool = False, least: int = LEAST) -> ft.Control:
    """`on_pin(digits)` when she says she is done; give it another `key` to begin anew."""
    t = use_words()
    typed, set_typed = ft.use_state("")

    async def done() -> None:
        answer = on_pin(typed)
        if inspect.isawaitable(answer):
            await answer

    def press(digit: str) -> None:
        set_typed(lambda so_far: (so_far + digit)[:MOST])

    def round_key(
        face: ft.Control, hook: str, name: str, on_tap: Callable[[], Any], *, main: bool = False, off: bool = False
    ) -> ft.Control:
        ground = ft.Colors.PRIMARY if main else ft.Colors.SURFACE_CONTAINER_LOWEST
        inner = ft.Container(
            content=face,
            key=hook,
            width=KEY,
            height=KEY,
            border_radius=KEY / 2,
            bgcolor=ground,
            alignment=ft.Alignment.CENTER,
            ink=True,
            opacity=0.4 if off else 1,
            on_click=None if off else on_tap,
        )
        return ft.MergeSemantics(content=ft.Semantics(button=True, label=name, content=inner))

    def digit(sign: str) -> ft.Control:
        face = ft.Semantics(exclude_semantics=True, content=ft.Text(sign, size=24, weight=ft.FontWeight.W_500))
        return round_key(face, f"key-{sign}", sign, lambda: press(sign), off=busy)

    rows = [[digit(sign) for sign in line] for line in ("123", "456", "789")]
    short = len(typed) < least
    rows.append(
        [
            round_key(
                ft.Icon(ft.Icons.BACKSPACE_OUTLINED),
                "key-erase",
                t("Erase"),
                lambda: set_typed(lambda so: so[:-1]),
                off=busy,
            ),
            digit("0"),
            round_key(
                ft.Icon(ft.Icons.CHECK, color=ft.Colors.ON_PRIMARY),
                "key-done",
                t("Done"),
                done,
                main=True,
                off=busy or short,
            ),
        ]
    )
    dots: list[ft.Control] = [
        ft.Container(
            width=14,
            height=14,
            border_radius=7,
            bgcolor=ft.Colors.PRIMARY if at < len(typed) else ft.Colors.OUTLINE_VARIANT,
        )
        for at in range(max(least, len(typed)))
    ]
    said = t.many("%(num)d digit", "%(num)d digits", len(typed))
    pad = [ft.Row(left_to_right(line), alignment=ft.MainAxisAlignment.CENTER, spacing=20) for line in rows]
    return ft.Column(
        [
            ft.Semantics(
                label=said, content=ft.Row(left_to_right(dots), alignment=ft.MainAxisAlignment.CENTER, spacing=12)
            ),
            ft.Container(height=8),
            *pad,
        ],
        spacing=14,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


async def wait_out(wait_ms: int, now: Callable[[], int], say: Callable[[int], Any]) -> None:
    """Says the seconds until the next PIN counts, by the phone's own clock: it may have slept meanwhile."""
    end = now() + wait_ms
    while (left := end - now()) > 0:
        say(-(-left // 1000))
        await asyncio.sleep(min(left, STEP_MS) / 1000)
    say(0)
