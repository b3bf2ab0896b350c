"""Telephone numbers on a screen: a tap opens the telephone with it."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from app.i18n import Words
from app.storage.fold import digits
from app.views.kit import row
from app.views.letter.near_words import call


def calls(t: Words, phone: str, name: str, *, may: Callable[[], bool] | None = None) -> list[ft.Control]:
    """A line for each number of `phone`; a list from an office brings two, with a stroke between.

    `may`: asked at the tap, where it is not always right to call.
    """

    def line(number: str) -> ft.Control:
        async def ring() -> None:
            if may is None or may():
                await call(number)

        said = t("Call %(name)s", name=name)
        icon = ft.Icon(ft.Icons.PHONE_OUTLINED, color=ft.Colors.PRIMARY)
        return row(t.isolated(number), under=said, leading=icon, on_tap=ring, key=f"call-{number}", arrow=True)

    return [line(number) for number in _parts(phone) if digits(number)]


def only_numbers(phone: str) -> bool:
    """Is all of it numbers to call, with no words beside them?"""
    return all(map(digits, _parts(phone)))


def _parts(phone: str) -> list[str]:
    return [part.strip() for part in phone.split("/")]
