"""Run as a process of its own, to be killed: unlocks a profile and saves, and says each row once it is kept.

`python -m tests.journeys.saver <folder> <profile> <pin> <space> <now, ms>`
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.journeys.contacts import log_contact
from app.journeys.lock import unlock
from app.keys import lock as lock_numbers
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import DeviceClock, Ports


class StandingClock(DeviceClock):
    """The world's, where no five weeks have passed since the last sync."""

    def __init__(self, now_ms: int) -> None:
        self._now = now_ms

    def now(self) -> int:
        return self._now


def main(folder: str, profile: str, pin: str, space: str, now: str) -> None:
    """Never ends by itself."""
    lock_numbers.MEMORY_KIB, lock_numbers.PASSES, lock_numbers.FLOOR_KIB = 64, 1, 64
    ports = Ports(NativePlatform(Path(folder)), NativeProvider(), StandingClock(int(now)))
    asyncio.run(unlock(ports, profile_id=profile, pin=pin))
    while True:
        row = ports.new_row()
        log_contact(ports, row=row, space=space, name="Amina", note="long enough to be padded " * 20)
        sys.stdout.write(row + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
