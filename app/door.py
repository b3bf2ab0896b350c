"""The lock that a plain page draws: its PINs count as soon as Python runs, while the screens are still on their way."""

from __future__ import annotations

import asyncio
import traceback
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.platform import LockPage
    from app.ports import Ports


class Came(NamedTuple):
    """Who the lock let by: somebody new here, somebody whose app is open now, or one who must be told of a trouble."""

    new: bool = False
    trouble: str = ""  # a marked text


class Door:
    """Answers every try; `come` waits for who may go on."""

    def __init__(self, ports: Ports, lock: LockPage) -> None:
        self._ports, self._lock = ports, lock
        self._tries: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self._came: asyncio.Queue[Came] = asyncio.Queue()
        lock.on_pin(lambda profile, pin: self._tries.put_nowait((profile, pin)))
        self._listening = asyncio.ensure_future(self._listen())

    async def come(self) -> Came:
        """The next one."""
        return await self._came.get()

    async def _listen(self) -> None:
        while True:
            profile, pin = await self._tries.get()
            if came := await self._opened(profile, pin) if profile else Came(new=True):
                self._lock.reply("ok")
                self._came.put_nowait(came)

    async def _opened(self, profile: str, pin: str) -> Came | None:
        from app.journeys.lock import unlock
        from app.keys.errors import WrongPin
        from app.ports import Refusal

        try:
            await unlock(self._ports, profile_id=profile, pin=pin)
        except WrongPin as no:
            self._lock.reply("wrong", wait_ms=no.wait_ms)
            return None
        except Refusal as no:  # a joining that was cut off and cannot be finished now: said on our own lock
            return Came(trouble=no.text)
        except Exception:  # noqa: BLE001 - a lock that never answers again is the worst of all
            traceback.print_exc()
            self._lock.reply("wrong", wait_ms=0)
            return None
        return Came()
