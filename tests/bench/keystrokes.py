"""Typing into the search field of the real screen, in process, until the new list is on its way to the glass."""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import Any

from flet.messaging.protocol import Message

from app.main import begin
from app.views.kit import fields
from tests.screen import Screen
from tests.world import Phone

KEYSTROKES = ("a", "am", "ami", "amin", "sø", "søre", "æ", "bispe", "bispehaven 1", "2034", "الحسن", "nguyen 99")
TIMES = 5
QUIET_S, STEP_S = 0.15, 0.002


def searching(phone: Phone) -> dict[str, float]:
    """Median ms from a keystroke to the last message that draws its list; the same without the wait for more keys."""
    waits = fields.SEARCH_WAIT_S
    whole = asyncio.run(_typing(phone))
    fields.SEARCH_WAIT_S = 0
    try:
        work = asyncio.run(_typing(phone))
    finally:
        fields.SEARCH_WAIT_S = waits
    return {"search_10k_ms": whole, "search_10k_without_wait_ms": work}


async def _typing(phone: Phone) -> float:
    took = []
    async with Screen(lambda page: begin(page, phone.ports)) as screen:
        await screen.go("/people")
        glass = Glass(screen)
        for typed in KEYSTROKES * TIMES:
            (field,) = screen.keyed("search")
            began = time.perf_counter()
            screen.session.apply_patch(field._i, {"value": typed})
            await screen.session.dispatch_event(field._i, "change", typed)
            drawn = await glass.settled(began)
            if drawn > began:  # else the list is the one that was there
                took.append((drawn - began) * 1000)
    return statistics.median(took)


class Glass:
    """When the last message went to the screen."""

    def __init__(self, screen: Screen) -> None:
        self.last = 0.0
        self._send = screen.connection.send_message
        screen.connection.send_message = self._sent  # type: ignore[method-assign]  # we stand between

    def _sent(self, message: Message) -> Any:
        self._send(message)
        self.last = time.perf_counter()

    async def settled(self, began: float) -> float:
        """The moment of the last message, once nothing has come for a while; before `began` if nothing came."""
        while time.perf_counter() - max(began, self.last) < QUIET_S + fields.SEARCH_WAIT_S:  # noqa: ASYNC110 - it is quiet only if one waits
            await asyncio.sleep(STEP_S)
        return self.last
