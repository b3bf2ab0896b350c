"""Parts that last while the screen is drawn anew: a tap that comes in that moment finds what it was meant for.

Flet tells parts without a key apart by their place. When a line comes or goes above them, each is handed what its
neighbour was, and a tap on its way is lost, or does what the neighbour does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import flet as ft
from flet.components.component import Component

LIST = "list"
"""The `data` of a part whose first line may be another one tomorrow."""
_DEPTH = 6


def lasting(parts: Sequence[ft.Control]) -> list[ft.Control]:
    """The same parts, in which each that has something to tap is known by more than its place."""
    taken = Counter(str(part.key) for part in parts if part.key is not None)
    for part in parts:
        if part.key is None and (name := _name(part)):
            _known_as(part, f"{name}.{taken[name]}" if taken[name] else name)
            taken[name] += 1
    return list(parts)


def _known_as(part: ft.Control, name: str) -> None:
    """A component is frozen as soon as it is made; nobody has looked at this one yet."""
    frozen = part.__dict__.pop("_frozen", None)
    part.key = name
    if frozen:
        object.__setattr__(part, "_frozen", frozen)  # as Flet does


def _name(part: ft.Control) -> str:
    """The component that draws it, the heading over it, or the first in it that has a key."""
    if isinstance(part, Component):
        return f"~{part.fn.__name__}"
    first = next(_keys(part, _DEPTH), None)
    if first is None:
        return ""
    return f"~{_heading(part) or (LIST if part.data == LIST else first)}"


def _heading(part: object) -> str:
    if isinstance(part, ft.Semantics) and part.header:
        return str(getattr(part.content, "value", ""))
    first = next(_inside(part), None)
    return _heading(first) if first is not None else ""


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
