"""A Flet session that notes what is made anew in its own place: a tap on its way to the old one is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import flet as ft
from flet.messaging.session import Session

TAPPED = ("on_click", "on_select", "on_change")


class WatchfulSession(Session):
    """`lost`: the keys of parts of one screen that stayed, by their key, and that Flet nevertheless replaced."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self.lost: list[str] = []
        self._standing = ""

    def stands(self) -> None:
        """From now on whoever looks sees this screen; until then, one may still be coming in the place of another."""
        self._standing = self.page.route

    def _Session__get_update_control_patch(self, *what: Any, **how: Any) -> Any:  # noqa: N802 - Flet's own name
        patch, added, removed = super()._Session__get_update_control_patch(*what, **how)  # type: ignore[misc]
        came, went = _by_key(added), _by_key(removed)
        if self.page.route == self._standing:
            self.lost += [
                key
                for key in came.keys() & went.keys()
                if came[key].keys().isdisjoint(went[key])
                and {_view(each) for each in came[key].values()} & {_view(each) for each in went[key].values()}
            ]
        return patch, added, removed


def _by_key(parts: Iterable[Any]) -> dict[str, dict[int, Any]]:
    """What can be tapped or typed in: key → number of the part → the part."""
    found: dict[str, dict[int, Any]] = defaultdict(dict)
    for part in parts:
        key = getattr(part, "key", None)
        if key is not None and any(getattr(part, name, None) for name in TAPPED):
            found[str(getattr(key, "value", key))][part._i] = part
    return found


def _view(part: Any) -> int | None:
    """The number of the screen that it is on."""
    while part is not None and not isinstance(part, ft.View):
        above = getattr(part, "_parent", None)
        part = above() if above else None
    return getattr(part, "_i", None)
