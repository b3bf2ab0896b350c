"""Parts that last while the screen is drawn anew: a tap that comes in that moment finds what it was meant for.

Flet tells parts without a key apart by their place. When a line comes or goes above them, each is handed what its
neighbour was, and a tap on its way is lost, or does what the neighbour does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flet as ft

_DEPTH = 6


def lasting(parts: Sequence[ft.Control]) -> list[ft.Control]:
    """The same parts; each without a key of its own is known by the first one inside it, if there is one."""
    taken = {part.key for part in parts if part.key is not None}
    for part in parts:
        if part.key is None and (inside := next(_keys(part, _DEPTH), None)) is not None:
            known = f"~{inside}"
            if known not in taken:
                taken.add(known)
                part.key = known
    return list(parts)


def _keys(control: object, depth: int) -> Iterator[str]:
    for child in _inside(control):
        if (key := getattr(child, "key", None)) is not None:
            yield str(key)
        elif depth:
            yield from _keys(child, depth - 1)


def _inside(control: object) -> Iterator[object]:
    if isinstance(content := getattr(control, "content", None), ft.Control):
        yield content
    if isinstance(controls := getattr(control, "controls", None), list):
        yield from controls
