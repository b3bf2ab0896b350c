"""Another person's language on this phone: what is written or printed for her."""

from __future__ import annotations

import contextlib

import flet as ft

from app.i18n import Words, language_named
from app.journeys.language import fetch
from app.ports import Refusal
from app.views.session import use_ports


def use_her_language(code: str) -> Words:
    """Her words; Danish until they are fetched, and where they cannot be had."""
    ports = use_ports()
    _times, again = ft.use_state(0)

    async def begin() -> None:
        if Words(code).code != language_named(code).code:
            with contextlib.suppress(Refusal):
                await fetch(ports, code=code)
                again(lambda times: times + 1)

    ft.use_effect(begin, [code])
    return Words(code)
