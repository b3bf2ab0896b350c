"""The keypad that the page draws before the app is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import copy_context
from typing import Any


class WebLockPage:
    """The keypad that the page draws; tries that came before anybody listened wait here."""

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send
        self._callback: Callable[[str, str], Any] | None = None
        self._waiting: list[tuple[str, str]] = []

    def on_pin(self, callback: Callable[[str, str], Any]) -> None:
        self._callback = callback
        for profile, pin in self._waiting:
            call(callback, profile, pin)
        self._waiting.clear()

    def tried(self, profile: str, pin: str) -> None:
        """The page hands over a try."""
        if self._callback is None:
            self._waiting.append((profile, pin))
        else:
            call(self._callback, profile, pin)

    def reply(self, kind: str, **words: Any) -> None:
        self._send({"t": "lock", "r": kind, **words})

    def again(self) -> None:
        """The page starts anew, with the lock shut and nothing in memory."""
        self._send({"t": "again"})

    def corner(self, *, shown: bool) -> None:
        """The page's own button that hides everything at once."""
        self._send({"t": "corner", "shown": shown})


def from_here(callback: Callable[..., Any]) -> Callable[..., None]:
    """To be called by the page, which speaks from nowhere: a screen draws only in the context of who asked for it."""
    here = copy_context()
    return lambda *args: here.run(call, callback, *args)


_running: set[asyncio.Future[Any]] = set()  # a task nobody holds may be swept away


def call(callback: Callable[..., Any], *args: Any) -> None:
    """Begins what it gives to be awaited; nobody waits for its end."""
    answer = callback(*args)
    if isinstance(answer, Awaitable):
        task = asyncio.ensure_future(answer)
        _running.add(task)
        task.add_done_callback(_running.discard)
