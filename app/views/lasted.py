"""How long something lasted: five minutes less or more at a tap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from app.i18n import Words
from app.views.kit import stepper


def lasted(t: Words, value: int, on_change: Callable[[int], Any], *, key: str = "minutes") -> ft.Control:
    """`value` in minutes."""
    words = t.many("%(num)d min", "%(num)d min", value)
    return stepper(value, on_change, words=words, less=t("Five minutes less"), more=t("Five minutes more"), key=key)
