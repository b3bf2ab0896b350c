"""A device that neither speaks nor listens, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.platform import Played, Recording


class NoVoice:
    """Nothing here reads aloud."""

    tags: tuple[str, ...] = ()

    def on_change(self, callback: Callable[[], Any]) -> Callable[[], None]:  # noqa: ARG002 - it never does
        return lambda: None

    async def say(self, parts: Sequence[tuple[str, str]]) -> bool:  # noqa: ARG002
        return False

    async def play(self, content: bytes) -> str:  # noqa: ARG002
        return Played.CANNOT

    def hush(self) -> None:
        return


class NoRecorder:
    """Nothing here records."""

    there = False

    async def record(self, most_s: int, tell: Callable[[float, float], Any]) -> Recording:  # noqa: ARG002
        return Recording(why="none")

    def stop(self, *, keep: bool) -> None:  # noqa: ARG002
        return
