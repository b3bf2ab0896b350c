"""A PIN is typed."""

from __future__ import annotations

from tests.screen import Screen
from tests.world import PIN


async def type_pin(screen: Screen, pin: str = PIN) -> None:
    for digit in pin:
        await screen.tap(f"key-{digit}")
    await screen.tap("key-done")
