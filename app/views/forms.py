"""What a form holds while somebody fills it in: made when the screen opens, gone when she leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import flet as ft

from app.i18n import Words
from app.ports import Refusal
from app.views.session import use_words

T = TypeVar("T")


def use_once(make: Callable[[], T]) -> T:
    """Made when the screen opens and the same at every drawing: a row id, what was shown when she began."""
    made: tuple[T, Any] = ft.use_state(make)
    return made[0]


def use_chosen(first: Callable[[], str]) -> tuple[str, Callable[[str], None]]:
    """What is chosen of a few, and how another one is; `first` = what is when the screen opens."""
    made: tuple[str, Any] = ft.use_state(first)
    return made


def use_draft(make: Callable[[], T]) -> tuple[T, Callable[..., None]]:
    """A draft and `change(name=value)`, which draws again. What is typed is set without: the field itself shows it."""
    draft = use_once(make)
    _times, again = ft.use_state(0)

    def change(**said: object) -> None:
        for name, value in said.items():
            setattr(draft, name, value)
        again(lambda times: times + 1)

    return draft, change


def unnamed(t: Words, name: str) -> str:
    """Under the field for a name: what it is called when nothing is typed."""
    # Words: under a field for a name; name = "Stairwell 4", which it gets when one types nothing
    return t("Without a name: %(name)s", name=t.isolated(name))


@dataclass(frozen=True)
class Doing:
    """`trouble`: in her words why the last step was refused, "" when it went. `busy`: one is on its way."""

    trouble: str
    busy: bool
    do: Callable[[Callable[[], Any]], bool]
    wait_for: Callable[[Callable[[], Awaitable[Any]]], Awaitable[bool]]


def use_doing() -> Doing:
    """Steps that may be refused: `do` and `wait_for` are True when it went; one is waited for at a time."""
    t = use_words()
    trouble, set_trouble = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    _times, again = ft.use_state(0)  # said once more it is the same words, and what was tapped stands back all the same
    free: Any = ft.use_ref(True)  # known at once, where `busy` is what was drawn: a second quick tap
    free.current = not busy

    def refused(no: Refusal) -> bool:
        set_trouble(t(no.text, **no.blanks))
        again(lambda times: times + 1)
        return False

    def do(step: Callable[[], Any]) -> bool:
        try:
            step()
        except Refusal as no:
            return refused(no)
        set_trouble("")
        return True

    async def wait_for(step: Callable[[], Awaitable[Any]]) -> bool:
        if not free.current:
            return False
        free.current = False
        set_busy(True)
        try:
            await step()
        except Refusal as no:
            return refused(no)
        finally:
            set_busy(False)
        set_trouble("")
        return True

    return Doing(trouble, busy, do, wait_for)
