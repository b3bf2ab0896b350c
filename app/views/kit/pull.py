"""Pulled down beyond its top, a screen asks the hub at once.

A list that scrolls tells how far it was pulled over its edge (Android) or how far it gave way (iPhone); one that fits
its screen tells nothing, and the finger is felt around it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft

FAR = 40
"""So many pixels are meant; a slip of the finger is less. A list tells of its edge only every `EVERY_MS`, and what lay
between is not told: a long pull counts as a shorter one."""
EVERY_MS = 50


class Pull:
    """One finger's way, from where it was put down."""

    def __init__(self, then: Callable[[], Awaitable[None]]) -> None:
        self._then = then
        self._far: float = 0

    def begin(self, _: Any = None) -> None:
        """A finger was put down."""
        self._far = 0

    async def scrolled(self, event: ft.OnScrollEvent) -> None:
        """For `on_scroll`."""
        if event.event_type is ft.ScrollType.START:
            self.begin()
        elif event.event_type is ft.ScrollType.OVERSCROLL and event.overscroll and event.overscroll < 0:
            await self._moved(self._far - event.overscroll)
        elif event.event_type is ft.ScrollType.UPDATE and event.pixels < 0:
            await self._moved(max(self._far, -event.pixels))

    async def dragged(self, event: ft.DragUpdateEvent[ft.GestureDetector]) -> None:
        """For a finger that nothing below takes."""
        await self._moved(self._far + (event.primary_delta or 0))

    async def _moved(self, far: float) -> None:
        """Once for each finger."""
        before, self._far = self._far, far
        if before < FAR <= far:
            await self._then()


def pulled_down(inner: ft.Column, pull: Pull) -> ft.Control:
    """`inner`, or the list in it, with that ear for a finger.

    What does not scroll gets none: Flutter would build anew all that lies in it when a list comes or goes, and a search
    field would lose its keyboard.
    """
    lists: list[ft.ListView | ft.Column] = [one for one in inner.controls if isinstance(one, ft.ListView)]
    for one in lists or ([inner] if inner.scroll else []):
        one.on_scroll, one.scroll_interval = pull.scrolled, EVERY_MS
    return ft.GestureDetector(
        content=inner,
        exclude_from_semantics=True,
        drag_interval=EVERY_MS,
        on_vertical_drag_start=pull.begin,
        on_vertical_drag_update=pull.dragged,
    )
