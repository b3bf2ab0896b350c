"""Sealed chunks as files in one folder of a desktop."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from sync.errors import JournalFull


class ChunkFolder:
    """Each under its name in hex, which proves its bytes: what is half written is no chunk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, name: bytes, sealed: bytes) -> None:
        self._folder.mkdir(mode=0o700, exist_ok=True)
        try:
            with (self._folder / name.hex()).open("wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
        except OSError as cause:
            if cause.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise JournalFull(str(cause)) from cause
            raise

    async def read(self, name: bytes) -> bytes | None:
        path = self._folder / name.hex()
        return path.read_bytes() if path.exists() else None

    async def drop(self, name: bytes) -> None:
        (self._folder / name.hex()).unlink(missing_ok=True)

    async def names(self) -> list[bytes]:
        return [bytes.fromhex(path.name) for path in self._folder.glob("*")]
