"""A long list: a screenful first, so that it is there at once; who asks for more gets plenty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import flet as ft

from app.views.kit import quiet_button
from app.views.session import use_words

T = TypeVar("T")


@dataclass(frozen=True)
class Pages:
    """`limit`: how many rows to ask for, one more than is shown: so the list knows whether there are more."""

    limit: int
    more: ft.Control
    back_to_first: Callable[[], None]

    def of(self, rows: Sequence[T]) -> Sequence[T]:
        """Those that are shown."""
        return rows[: self.limit - 1]

    def way_on(self, rows: Sequence[object]) -> list[ft.Control]:
        """The button below the list; nothing when all are shown."""
        return [self.more] if len(rows) >= self.limit else []


def use_pages(first: int = 12, then: int = 50) -> Pages:
    """The first so many, and with each tap so many more."""
    t = use_words()
    shown, set_shown = ft.use_state(first)
    more = quiet_button(t("Show more"), lambda: set_shown(lambda before: before + then), key="more-rows")
    return Pages(shown + 1, more, lambda: set_shown(first))
