"""What stands typed on a screen and is not kept: whoever goes back is asked before it is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import flet as ft


def _nobody(_held: bool) -> None:  # noqa: FBT001 - half or not
    return


@ft.observable
@dataclass
class HalfTyped:
    """`leaving`: a way back that waits for her word. `hold` is told whether the phone's own *back* is to ask.

    A field counts on the screen where it stands: one that another screen covers is not lost by going back to it.
    """

    leaving: Callable[[], Any] | None = None
    hold: Callable[[bool], Any] = _nobody
    _fields: set[tuple[str, int]] = field(default_factory=set)  # (route, the field)

    def written(self, route: str, which: int, *, otherwise: bool) -> None:
        """In that field stands now what stood there at first, or something else."""
        if otherwise != ((route, which) in self._fields):
            self._become({*self._fields, (route, which)} if otherwise else self._fields - {(route, which)})

    def gone(self, which: int) -> None:
        """The field is no longer there: its screen was left, or what was typed is kept."""
        left = {each for each in self._fields if each[1] != which}
        if left != self._fields:
            self._become(left)

    def kept(self) -> None:
        """All of it is kept, or thrown away, and the fields stay where they are."""
        self._become(set())

    def first(self, route: str, leave: Callable[[], Any]) -> Any:
        """Leaves that screen, at once where nothing is lost."""
        if any(each == route for each, _which in self._fields):
            self.leaving = partial(leave)  # another question than the one before
            return None
        return leave()

    def shut(self, asked: Callable[[], Any] | None) -> None:
        """The question about that way is off the screen; a late word of it is no answer to the next question."""
        if self.leaving is asked:
            self.leaving = None

    def answered(self, *, away: bool) -> Any:
        """Her word: thrown `away`, or she writes on."""
        leave, self.leaving = self.leaving, None
        if not away or leave is None:
            return None
        self.kept()
        return leave()

    def _become(self, fields: set[tuple[str, int]]) -> None:
        before, self._fields = bool(self._fields), fields
        if before != bool(fields):
            self.hold(bool(fields))
