"""What a form holds while somebody fills it in: made when the screen opens, gone when she leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import flet as ft

T = TypeVar("T")


def use_once(make: Callable[[], T]) -> T:
    """Made when the screen opens and the same at every drawing: a row id, what was shown when she began."""
    made: tuple[T, Any] = ft.use_state(make)
    return made[0]


def use_draft(make: Callable[[], T]) -> tuple[T, Callable[..., None]]:
    """A draft and `change(name=value)`, which draws again. What is typed is set without: the field itself shows it."""
    draft = use_once(make)
    _times, again = ft.use_state(0)

    def change(**said: object) -> None:
        for name, value in said.items():
            setattr(draft, name, value)
        again(lambda times: times + 1)

    return draft, change
