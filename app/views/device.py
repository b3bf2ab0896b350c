"""What the device tells while the app runs: the connection is back; the app was put aside, and is taken up again."""

from __future__ import annotations

import asyncio
from typing import Any

import flet as ft

from app.views.session import OPEN, TOGETHER, Session

ASIDE_MS = 5 * 60_000
"""After five minutes out of sight the lock shuts: a phone is put down, lent, forgotten on a table."""

INSIDE = (OPEN, TOGETHER)


def listen(page: ft.Page, session: Session) -> None:
    """Syncs when a connection comes; locks once the app was out of sight for a while, at the latest when it is back."""
    aside: list[int] = []
    waiting: list[asyncio.Task[None]] = []

    async def shut() -> None:
        await asyncio.sleep(ASIDE_MS / 1000)
        waiting.clear()  # who comes back now does not stop half a lock
        if session.phase in INSIDE:
            await session.lock()

    def connected(event: Any) -> None:
        from app.domain.carrying import network_of

        session.ports.platform.network_is(network_of([each.value for each in event.connectivity]))
        if ft.ConnectivityType.NONE not in event.connectivity and session.phase in INSIDE:
            session.syncing.soon(session.ports)

    async def moved(event: Any) -> None:
        now = session.ports.clock.now()
        if event.state in (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE):
            aside[:] = aside or [now]
            waiting[:] = waiting or [asyncio.ensure_future(shut())]
        elif event.state in (ft.AppLifecycleState.SHOW, ft.AppLifecycleState.RESUME):
            away = now - aside[0] if aside else 0
            aside.clear()
            while waiting:
                waiting.pop().cancel()
            if session.phase in INSIDE and away >= ASIDE_MS:
                await session.lock()
            elif session.phase in INSIDE:
                session.syncing.soon(session.ports)

    session.connectivity = ft.Connectivity(on_change=connected)
    page.on_app_lifecycle_state_change = moved
