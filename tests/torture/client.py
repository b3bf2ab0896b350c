"""A phone as a process of its own, to be killed: writes, syncs over HTTP, and says each row once it is kept.

`python -m tests.torture.client <folder> <port of the hub> <file to say it in>`
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import httpx

from app.journeys.contacts import log_contact
from app.journeys.lock import unlock
from app.journeys.tending import keep_in_step
from app.keys import lock as lock_numbers
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import DeviceClock, NotKept, Ports
from sync.errors import SyncError
from tests.notes import long_note
from tests.world import PIN

CANARY = "Hemmelig Kanariefugl"
EVERY = 4  # rows between two syncs
FULL, WENT, BROKE = "full", "went", "broke"
"""What it says beside rows: the disk is full; a sync came to its end; something that has no name."""


class Here(httpx.AsyncHTTPTransport):
    """Whatever address the profile knows, the hub is on this machine."""

    def __init__(self, port: int) -> None:
        super().__init__(verify=False)
        self._port = port

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return await super().handle_async_request(request)


def name_of(row: str) -> str:
    """Whom that row is about; a row's own digits may read as a CPR number, which nobody may write down."""
    return f"{CANARY} {long_note(bytes.fromhex(row))}"


async def unlocked(folder: Path, port: int) -> Ports:
    """That phone, with the clock of the wall."""
    lock_numbers.MEMORY_KIB, lock_numbers.PASSES, lock_numbers.FLOOR_KIB = 64, 1, 64
    ports = Ports(NativePlatform(folder, transport=Here(port)), NativeProvider(), DeviceClock())
    await unlock(ports, profile_id=ports.platform.profiles()[0].id, pin=PIN)
    return ports


async def live(folder: Path, port: int, said: Path) -> None:
    """Never ends by itself."""
    ports = await unlocked(folder, port)
    with said.open("a", buffering=1) as lines:
        count = 0
        while True:
            count += 1
            row = ports.new_row()
            try:
                log_contact(ports, row=row, name=name_of(row), note=f"{name_of(row)} wrote. " * 8)
                lines.write(row + "\n")
            except NotKept:
                lines.write(FULL + "\n")
            if count % EVERY == 0:
                try:
                    await keep_in_step(ports)
                    lines.write(WENT + "\n")
                except SyncError:
                    await asyncio.sleep(0.05)
                except Exception as fault:
                    lines.write(f"{BROKE} {type(fault).__name__} {fault}\n")
                    raise


if __name__ == "__main__":
    asyncio.run(live(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
