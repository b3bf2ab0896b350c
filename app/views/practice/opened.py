"""What a sitting needs, opened once and kept until the phone is locked: folding her answers takes a moment."""

from __future__ import annotations

from typing import Any

import flet as ft

from app.i18n import Words
from app.journeys.practice import Practice, is_fresh, open_practice
from app.views.forms import use_doing
from app.views.kit import problem, waiting
from app.views.letter.page import her_screen
from app.views.session import use_ports, use_session


def use_practice() -> tuple[Practice | None, str]:
    """What she practises, None while it is being read, and why it cannot be."""
    ports, session = use_ports(), use_session()
    doing = use_doing()
    opened: tuple[Practice | None, Any] = ft.use_state(lambda: session.kept.practice)
    practice, show = opened

    async def begin() -> None:
        async def read() -> None:
            if session.kept.practice is None or not is_fresh(ports, session.kept.practice):
                session.kept.practice = await open_practice(ports, session.words.code)
            show(session.kept.practice)

        await doing.wait_for(read)

    ft.use_effect(begin, [])
    return practice, doing.trouble


def not_yet(t: Words, title: str, path: str, back: str, trouble: str) -> ft.View:
    """`title` is a marked text. The screen while it is being read, or when it cannot be."""
    # Words: while the exercises are being prepared
    wait = problem(trouble) if trouble else waiting(t("Your words are coming"))
    return her_screen(title, [wait], path=path, back=back)
