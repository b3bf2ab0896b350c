"""What the page says and plays (build/web/page/voice.mjs, play.mjs); Python reaches it by messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextvars import copy_context
from typing import Any


class WebVoice:
    """`send` takes a message to the page, `sound` a recording; its answers come in by `found`, `ended` and `played`."""

    def __init__(self, send: Callable[[dict[str, Any]], None], sound: Callable[[int, bytes], None]) -> None:
        self._send = send
        self._sound = sound
        self._callbacks: list[Callable[[], Any]] = []
        self._nth = 0
        self._saying: dict[int, asyncio.Future[bool]] = {}
        self._playing: dict[int, asyncio.Future[str]] = {}
        self.tags: tuple[str, ...] = ()

    def on_change(self, callback: Callable[[], Any]) -> Callable[[], None]:
        here = copy_context()  # the page speaks from nowhere; a screen draws only in its own context

        def called() -> None:
            here.run(callback)

        self._callbacks.append(called)
        return lambda: self._callbacks.remove(called)

    def found(self, tags: Sequence[str]) -> None:
        """The page tells which there are."""
        if self.tags != tuple(tags):
            self.tags = tuple(tags)
            for callback in list(self._callbacks):
                callback()

    async def say(self, parts: Sequence[tuple[str, str]]) -> bool:
        self._nth += 1
        said: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._saying[self._nth] = said
        self._send({"t": "say", "nth": self._nth, "parts": [list(part) for part in parts]})
        return await said

    def ended(self, nth: int, *, whole: bool) -> None:
        """The page is silent again."""
        said = self._saying.pop(nth, None)
        if said is not None and not said.done():
            said.set_result(whole)

    async def play(self, content: bytes) -> str:
        self._nth += 1
        played: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._playing[self._nth] = played
        self._sound(self._nth, content)
        return await played

    def played(self, nth: int, how: str) -> None:
        """The recording is over, as in `Played`."""
        played = self._playing.pop(nth, None)
        if played is not None and not played.done():
            played.set_result(how)

    def hush(self) -> None:
        if self._saying or self._playing:
            self._send({"t": "hush"})
