"""What lies sealed in the journal, read before the key is there: while a PIN is stretched there is time for it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from sync.journal import Journal
from sync.version import Version

PIECE = 1000
"""Rows that are read, opened and inserted at a time."""

MOST = 10
"""Pieces that are held sealed, a kilobyte a row: for a wrong PIN they were read for nothing."""


class Ahead:
    """The pages of a journal in their order, once. Whoever writes into it before they are taken reads it anew."""

    def __init__(self, journal: Journal) -> None:
        self._pages = journal.stream(PIECE)
        self._read: deque[list[Version]] = deque()

    async def read(self) -> None:
        """Until it is cancelled or holds `MOST`; others have their turn between two pages."""
        while len(self._read) < MOST and (page := next(self._pages, None)):
            self._read.append(page)
            await asyncio.sleep(0)

    def __iter__(self) -> Iterator[list[Version]]:
        while self._read:
            yield self._read.popleft()
        yield from self._pages


@asynccontextmanager
async def reading_ahead(journal: Journal) -> AsyncIterator[Ahead]:
    """Reads while the block waits for something else; what went wrong with reading is raised behind the block."""
    pages = Ahead(journal)
    try:
        reading = asyncio.get_running_loop().create_task(pages.read())
    except RuntimeError:  # no loop: nobody can read while another waits
        yield pages
        return
    try:
        yield pages
    finally:
        reading.cancel()
        await asyncio.wait({reading})
    if not reading.cancelled():
        reading.result()
