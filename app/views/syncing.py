"""When the phone talks to the hub: on opening, a moment after each write, every few minutes, and when asked to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import flet as ft

if TYPE_CHECKING:
    from app.journeys.sync import SyncReport
    from app.ports import Ports

AFTER_WRITE_S = 1.5
EVERY_S = 180.0


@ft.observable
@dataclass
class Syncing:
    """What the badge and the settings show. `problem` is a text of `app.views.sync_words`, "" when all is well."""

    running: bool = False
    problem: str = ""
    last_ms: int = 0
    holding_back: bool = False
    _timer: Any = field(default=None, repr=False)
    _soon: Any = field(default=None, repr=False)
    _stop: Any = field(default=None, repr=False)
    _missed: bool = False  # something was written while a sync ran
    _after_each: Any = field(default=None, repr=False)

    def begin(self, ports: Ports, after: Callable[[SyncReport], Awaitable[None]] | None = None) -> None:
        """From now on by itself; the lock is open. `after` is awaited after each sync that went well."""
        from app.records import tables

        self.end()
        self.problem, self.holding_back = "", False
        self.last_ms = int(ports.platform.recall(_last(ports)) or 0)
        self._after_each = after
        self._stop = ports.store.watch(list(tables().values()), lambda *_: self.soon(ports))
        self._timer = asyncio.ensure_future(self._forever(ports))

    def end(self) -> None:
        """No more by itself: locked, or over."""
        for task in (self._timer, self._soon):
            if task is not None and task is not _current():
                task.cancel()
        if self._stop is not None:
            self._stop()
        self._timer = self._soon = self._stop = None

    def soon(self, ports: Ports) -> None:
        """A moment from now; each new write puts it off a little."""
        if self.running:
            self._missed = True
            return
        if self._soon is not None:
            self._soon.cancel()
        self._soon = asyncio.ensure_future(self._after(ports))

    async def now(self, ports: Ports) -> None:
        """Once, now. Never raises: what went wrong is what the badge says."""
        if self.running or not ports.open:
            return
        from app.journeys.tending import keep_in_step
        from app.views.sync_words import reason
        from sync.errors import SyncError, Untold

        self.running, report = True, None
        try:
            report = await keep_in_step(ports)
            self.problem, self.last_ms = reason(Untold()) if report.put_back else "", ports.clock.now()
            ports.platform.remember(_last(ports), str(self.last_ms))
            self.holding_back = bool(getattr(report, "holding_back", False))
        except SyncError as fault:
            self.problem = reason(fault)
        finally:
            self.running = False
            missed, self._missed = self._missed, False
            if missed:
                self._catch_up(ports)
        if report is not None and self._after_each is not None and ports.open:
            await self._after_each(report)

    def _catch_up(self, ports: Ports) -> None:
        """What was written while a sync ran goes with the next one, a moment from now."""
        if ports.open and ports.store.unheard():
            self.soon(ports)

    async def _after(self, ports: Ports) -> None:
        await asyncio.sleep(AFTER_WRITE_S)
        self._soon = None
        if ports.open:
            await self.now(ports)

    async def _forever(self, ports: Ports) -> None:
        while ports.open:
            await self.now(ports)
            await asyncio.sleep(EVERY_S)


def _current() -> Any:
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


def _last(ports: Ports) -> str:
    """Under which name the device remembers when this person last spoke with the hub."""
    return f"last_sync_{ports.platform.recall('last_profile')}"
