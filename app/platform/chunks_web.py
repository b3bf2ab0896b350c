"""Sealed chunks on OPFS, through the worker (build/web/worker/chunks.mjs)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any  # Any: what JavaScript hands over


class WebChunks:
    """As a desktop's folder: a name proves its bytes."""

    def __init__(self, ask: Callable[..., Any], to_js: Callable[[bytes], Any]) -> None:
        self._ask = ask
        self._to_js = to_js

    async def keep(self, name: bytes, sealed: bytes) -> None:
        from sync.errors import JournalFull

        if await self._ask("keep", name.hex(), self._to_js(sealed)):
            raise JournalFull("no room for a chunk")

    async def read(self, name: bytes) -> bytes | None:
        found = await self._ask("read", name.hex())
        return None if found is None else bytes(found.to_bytes())

    async def drop(self, name: bytes) -> None:
        await self._ask("drop", name.hex())

    async def names(self) -> list[bytes]:
        return [bytes.fromhex(name) for name in (await self._ask("names")).to_py()]
