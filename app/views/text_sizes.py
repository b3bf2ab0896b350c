"""How large shall the letters be: three sizes, each as large as all text becomes by a tap on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from app.domain.text_sizes import TEXT_SIZES, times_usual
from app.views.aloud import Speaker, in_both
from app.views.kit import answer_button, stack
from app.views.letter.dial import marked
from app.views.session import use_session

ICON = 40


@ft.component
def TextSizes(on_chosen: Callable[[], Awaitable[None]] | None = None) -> ft.Control:
    """`on_chosen` where something follows; a tap is all."""
    session = use_session()
    t = session.words
    now = times_usual(session.text_size)  # the page has enlarged all by so much already

    def one(size: str, times: float, name: str) -> ft.Control:
        async def choose() -> None:
            session.enlarge(size)
            if on_chosen:
                await on_chosen()

        speaker = Speaker(in_both(t, marked(name)), t(name), or_nothing=True)
        return answer_button(
            "",
            t(name),
            choose,
            chosen=size == session.text_size,
            key=f"letters-{size or 'usual'}",
            face=ft.Icon(ft.Icons.TEXT_FIELDS, size=ICON * times, color=ft.Colors.PRIMARY),
            size=20 * times / now,
            speaker=speaker,
        )

    return stack([one(size, *each) for size, each in TEXT_SIZES.items()])
