"""The microphone of the page (build/web/page/record.mjs), which Python reaches by messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

from app.platform import Recording


class WebRecorder:
    """`send` takes a message to the page; what it answers comes in by `level` and `recorded`."""

    there = True

    def __init__(self, send: Callable[[dict[str, Any]], None]) -> None:
        self._send = send
        self._nth = 0
        self._tell: Callable[[float, float], Any] = lambda *_: None
        self._taken: asyncio.Future[Recording] | None = None

    async def record(self, most_s: int, tell: Callable[[float, float], Any]) -> Recording:
        self.recorded(self._nth, Recording(why="dropped"))  # who asked before
        self._nth += 1
        taken: asyncio.Future[Recording] = asyncio.get_running_loop().create_future()
        self._taken = taken
        here = copy_context()  # the page speaks from nowhere; a screen draws only in its own context
        self._tell = lambda level, seconds: here.run(tell, level, seconds)
        self._send({"t": "record", "nth": self._nth, "most": most_s})
        return await taken

    def stop(self, *, keep: bool) -> None:
        if self._taken is not None:
            self._send({"t": "stop-recording", "keep": keep})

    def level(self, level: float, seconds: float) -> None:
        """So loud it is just now."""
        if self._taken is not None:
            self._tell(level, seconds)

    def recorded(self, nth: int, recording: Recording) -> None:
        """That one is over."""
        if nth == self._nth and self._taken is not None:
            taken, self._taken = self._taken, None
            if not taken.done():
                taken.set_result(recording)
