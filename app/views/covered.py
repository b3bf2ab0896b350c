"""A screen that another one covers is not drawn again because somebody went on from it.

Flet's router draws the whole stack anew at each step. A covered screen is handed back as it is, which Flet takes for
"nothing to compare"; it goes on living (`use_live`), and is drawn again as soon as it lies on top.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlparse
from weakref import WeakKeyDictionary

import flet as ft
from flet.components.router import _view_path_context
from flet.components.utils import current_component, current_renderer


@dataclass
class _Stack:
    """{(screen, its path): what was drawn}, of the drawing before and of the one that is under way."""

    before: dict[tuple[str, str], Any] = field(default_factory=dict)
    now: dict[tuple[str, str], Any] = field(default_factory=dict)


_stacks: WeakKeyDictionary[Any, _Stack] = WeakKeyDictionary()
"""Of each router; one that is itself made anew, as by another language, draws all."""


def laid(name: str, draw: Callable[[], Any]) -> Any:
    """That screen, at its place in the stack of the router that is being drawn, which goes from the lowest up."""
    stack = _stacks.setdefault(current_component(), _Stack())
    path = str(current_renderer()._snapshot_contexts()[_view_path_context._key])  # noqa: SLF001 - no hook: their number may not differ
    on_top = path == (urlparse(ft.context.page.route or "/").path.rstrip("/") or "/")
    drawn = None if on_top else stack.before.get((name, path))
    stack.now[name, path] = drawn = draw() if drawn is None else drawn
    if on_top:
        stack.before, stack.now = stack.now, {}
    return drawn
