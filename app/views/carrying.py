"""Photos on their way: begun after each sync that went well, and when she asks; how far they are, in words."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import flet as ft

from app.i18n import N_, Words

if TYPE_CHECKING:
    from app.journeys.attachments import Carriage
    from app.ports import Ports

_WAITS = {
    "wifi": N_("Waits for Wi-Fi."),
    "untold": N_("Waits for your tap: this phone does not say whether it is on Wi-Fi."),
    "budget": N_("Waits: what it may use this month is used up."),
}
_REASONS = {
    "room": N_("The server has no room for it."),
    "lost": N_("It is damaged on this phone. Photograph it again."),
    "damaged": N_("It arrived damaged. It is fetched again."),
    "full": N_("This phone has no room for it. Make room, then open it again."),
    "missing": N_("It is not on the server yet."),
    "went": N_("It was lost with the phone that made it."),
}


@ft.observable
@dataclass
class Carrying:
    """`moved` grows with every part that went or came: who shows how far a photo is draws again."""

    moved: int = 0
    running: bool = False
    _task: Any = field(default=None, repr=False)

    def soon(self, ports: Ports, *, asked: bool = False) -> None:
        """Now, unless it runs; `asked`: she tapped, so no switch holds it."""
        if self._task is not None and not self._task.done():
            if not asked:
                return
            self._task.cancel()
        self._task = asyncio.ensure_future(self._carry(ports, asked=asked))

    def end(self) -> None:
        """Locked, or over: what is under way goes on the next time."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    async def _carry(self, ports: Ports, *, asked: bool) -> None:
        from app.journeys.carrying import carry
        from sync.errors import SyncError

        def tell() -> None:
            self.moved += 1

        self.running = True
        try:
            await carry(ports, tell, asked=asked)
        except (SyncError, OSError):
            pass  # kept as it is; the next sync says what is wrong, and this goes on behind it
        finally:
            self.running = False
            self.moved += 1


def how_far_words(t: Words, far: Carriage, ports: Ports) -> str:
    """Where a photo is, what it waits for."""
    if far.there == far.parts:
        if far.at is None:
            return t("On the server, sealed.")
        return t("On the server, %(when)s.", when=t.at(far.at, ports.today()))
    if far.reason in _REASONS:
        return t(_REASONS[far.reason])
    if far.here == 0 and not far.asked:
        return t("On the server. Tap to fetch it.")
    if far.wait:
        why = "untold" if far.wait == "wifi" and not ports.platform.network() else far.wait
        return t(_WAITS[why])
    if far.asked:
        return t("%(done)d of %(all)d parts are here.", done=far.here, all=far.parts)
    if far.there:
        return t("%(done)d of %(all)d parts are on the server.", done=far.there, all=far.parts)
    return t("Only on this phone so far.")
