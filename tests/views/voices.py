"""Only the device's part of reading aloud: which voices it has, and what they were given to say."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from app.platform import Played, Recording
from tests.world import Phone

PHONE = ("en-US", "ar-SA", "da-DK")


class Device:
    """Only the device: which voices it has, what they said, what was played.

    It sounds until somebody says hush; what it says (not: plays) comes to its end at once when `ends`.
    """

    def __init__(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        self.said: list[tuple[str, str]] = []
        self.played: list[bytes] = []
        self.how = Played.WHOLE  # how what is played ends
        self.hushed = 0
        self.ends = False  # True: what it says next is played to its end at once
        self._ended = asyncio.Event()
        self._callbacks: list[Callable[[], Any]] = []

    def on_change(self, callback: Callable[[], Any]) -> Callable[[], None]:
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def found(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        for callback in list(self._callbacks):
            callback()

    async def say(self, parts: Sequence[tuple[str, str]]) -> bool:
        self._ended.set()
        self._ended = asyncio.Event()
        self.said = list(parts)
        if self.ends:
            return True
        await self._ended.wait()
        return False

    async def play(self, content: bytes) -> str:
        if self.how == Played.CANNOT:
            return self.how
        self._ended.set()
        self._ended = asyncio.Event()
        self.played.append(content)
        await self._ended.wait()
        return self.how

    def hush(self) -> None:
        self.hushed += 1
        self._ended.set()


class Microphone:
    """Only the device: it listens until somebody says stop, and then gives what lies ready."""

    there = True

    def __init__(self, gives: Recording) -> None:
        self.gives = gives
        self._ended = asyncio.Event()
        self._kept = True

    async def record(self, most_s: int, tell: Callable[[float, float], Any]) -> Recording:
        if self.gives.why:
            return self.gives
        self._ended, self._kept = asyncio.Event(), True
        tell(0.5, 3.0)
        await self._ended.wait()
        return self.gives if self._kept else Recording(why="dropped")

    def stop(self, *, keep: bool) -> None:
        self._kept = keep
        self._ended.set()


def microphone(phone: Phone, gives: Recording) -> None:
    phone.ports.platform.recorder = Microphone(gives)
