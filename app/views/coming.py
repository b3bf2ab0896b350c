"""How much of something long has come from the server: for who joins, and for who looks at what is on the server."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import flet as ft

from app.domain.carrying import MB
from app.i18n import Words
from app.views.kit import quiet
from app.views.session import use_ports, use_session
from sync.coming import Coming, coming

LOOK_S = 0.5


@ft.component
def HowFar() -> ft.Control:
    """Nothing at all while nothing long comes."""
    ports, t = use_ports(), use_session().words
    far, set_far = ft.use_state(cast("Coming | None", None))
    looking: Any = ft.use_ref(None)

    async def look() -> None:
        while True:
            set_far(coming(ports.store.journal) if ports.open else None)
            await asyncio.sleep(LOOK_S)

    def begin() -> None:
        looking.current = asyncio.ensure_future(look())

    def leave() -> None:
        looking.current.cancel()

    ft.use_effect(begin, [], cleanup=leave)
    if far is None:
        return ft.Container(visible=False)
    # Words: how much of something long has come from the server, in megabytes
    words = t("%(came)s of %(all)s MB have come.", came=_mb(t, far.came), all=_mb(t, far.all))
    bar = ft.ProgressBar(value=far.came / far.all, semantics_label=words, border_radius=4, bar_height=6)
    return ft.Column([bar, quiet(words)], spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH, key="how-far")


def _mb(t: Words, size: int) -> str:
    return t.number(round(size / MB, 1))
