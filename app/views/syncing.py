"""When the phone talks to the hub: on opening, a moment after each write, every few minutes, and when asked to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import flet as ft

from app.storage.on_the_way import unheard

if TYPE_CHECKING:
    from app.journeys.sync import SyncReport
    from app.ports import Ports

AFTER_WRITE_S = 1.5
EVERY_S = 180.0
FIRST_S, TIMES = 10.0, 3.0
"""After a sync that failed while something waits here: ten seconds, then three times as long, at most `EVERY_S`."""


def pause_s(failures: int, asked_s: float) -> float:
    """How long until it is tried again; `asked_s` = the hub's own wish to be left alone."""
    return max(min(EVERY_S, FIRST_S * TIMES ** min(failures - 1, 9)), asked_s)


@ft.observable
@dataclass
class Syncing:
    """What the badge and the settings show. `problem` is a text of `app.views.sync_words`, "" when all is well.

    `holding_back` = why the hub is not believed, words of `sync.inbox`; see `app.views.untrue`.
    """

    running: bool = False
    problem: str = ""
    last_ms: int = 0
    holding_back: tuple[str, ...] = ()
    _timer: Any = field(default=None, repr=False)
    _soon: Any = field(default=None, repr=False)
    _stop: Any = field(default=None, repr=False)
    _missed: bool = False  # something was written while a sync ran
    _failures: int = 0  # one after the other
    _wish_until: float = 0.0  # the hub asked to be left alone so long, in the loop's seconds
    _after_each: Any = field(default=None, repr=False)

    def begin(
        self, ports: Ports, seen: asyncio.Event, after: Callable[[SyncReport], Awaitable[None]] | None = None
    ) -> None:
        """By itself, once the first screen is `seen`; the lock is open. `after` is awaited when a sync went well."""
        from app.records import tables

        self.end()
        self.problem, self.holding_back = "", ()
        self.last_ms = int(ports.platform.recall(_last(ports)) or 0)
        self._after_each = after
        self._stop = ports.store.watch(list(tables().values()), lambda *_: self.soon(ports))
        self._timer = asyncio.ensure_future(self._forever(ports, seen))

    def end(self) -> None:
        """No more by itself: locked, or over."""
        for task in (self._timer, self._soon):
            if task is not None and task is not _current():
                task.cancel()
        if self._stop is not None:
            self._stop()
        self._timer = self._soon = self._stop = None

    def soon(self, ports: Ports) -> None:
        """A moment from now, or when the hub wishes to be asked again; each new write puts it off a little."""
        if self.running:
            self._missed = True
            return
        self._put_off(ports, max(AFTER_WRITE_S, self._wish_until - _loop_s()))

    async def now(self, ports: Ports) -> None:
        """Once, now. Never raises: what went wrong is what the badge says."""
        if self.running or not ports.open:
            return
        from app.journeys.refusals import unforeseen
        from app.journeys.tending import keep_in_step
        from app.views.sync_words import reason
        from sync.errors import Busy, SyncError, Untold

        self.running, report = True, None
        try:
            report = await keep_in_step(ports)
            self._failures = 0
            self.problem, self.last_ms = reason(Untold()) if report.put_back else "", ports.clock.now()
            ports.platform.remember(_last(ports), str(self.last_ms))
            self.holding_back = report.holding_back
        except SyncError as fault:
            self._failed(ports, reason(fault), fault.seconds if isinstance(fault, Busy) else 0)
        except Exception as fault:  # noqa: BLE001 - a phone that never speaks to the hub again is the worst of all
            self._failed(ports, unforeseen(fault).text)
        finally:
            self.running = False
            missed, self._missed = self._missed, False
            if missed:
                self._catch_up(ports)
        if report is not None and self._after_each is not None and ports.open:
            try:
                await self._after_each(report)
            except Exception as fault:  # noqa: BLE001 - as above
                self._failed(ports, unforeseen(fault).text)

    def _failed(self, ports: Ports, problem: str, asked_s: float = 0) -> None:
        if not ports.open:  # locked meanwhile: there is nobody to tell
            return
        self.problem = problem
        self._failures += 1
        self._wish_until = _loop_s() + asked_s
        self._again(ports, pause_s(self._failures, asked_s))

    def _again(self, ports: Ports, after_s: float) -> None:
        """What waits here is offered again after a while, whether or not anybody says that the connection is back."""
        if ports.open and self._timer is not None and unheard(ports.store):
            self._put_off(ports, after_s)

    def _put_off(self, ports: Ports, after_s: float) -> None:
        if self._soon is not None and self._soon is not _current():
            self._soon.cancel()
        self._soon = asyncio.ensure_future(self._after(ports, after_s))

    def _catch_up(self, ports: Ports) -> None:
        """What was written while a sync ran goes with the next one, a moment from now."""
        if ports.open and unheard(ports.store):
            self.soon(ports)

    async def _after(self, ports: Ports, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        self._soon = None
        if ports.open:
            await self.now(ports)

    async def _forever(self, ports: Ports, seen: asyncio.Event) -> None:
        await seen.wait()  # who opened the app waits for her screen, not for the hub
        while ports.open:
            await self.now(ports)
            await asyncio.sleep(EVERY_S)


def _loop_s() -> float:
    return asyncio.get_running_loop().time()


def _current() -> Any:
    try:
        return asyncio.current_task()
    except RuntimeError:
        return None


def _last(ports: Ports) -> str:
    """Under which name the device remembers when this person last spoke with the hub."""
    return f"last_sync_{ports.platform.recall('last_profile')}"
