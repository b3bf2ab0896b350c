"""Is it spelled like this? Asked of a Danish word that no list knows, with what is near; never a refusal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from app.exercises.spelling import Spelling
from app.i18n import Words
from app.journeys.spelling import open_spelling
from app.views.kit import Field, choice, problem, quiet, stack
from app.views.session import use_ports, use_words

PAUSE_S = 0.8
"""So long after the last key somebody has written a word."""


@dataclass(frozen=True)
class Spelt:
    """`doubt` = a word of what is written that nobody knows, `near` = what is like it.

    `look` at a text now, or once its writer rests (`written`, at every key); before it is kept, it `stops` once.
    """

    doubt: str
    near: tuple[str, ...]
    stopped: bool
    look: Callable[[str], bool]
    written: Callable[[str], None]
    stops: Callable[[str], bool]


def use_spelling() -> Spelt:
    """The list is read when the screen opens. Without it nothing is ever asked."""
    ports = use_ports()
    nothing: tuple[str, tuple[str, ...]] = ("", ())
    asked, ask = ft.use_state(nothing)
    stopped, stop = ft.use_state(False)
    known: Any = ft.use_ref(None)
    pause: Any = ft.use_ref(None)
    looked: Any = ft.use_ref("")  # the text that was asked about last

    async def begin() -> None:
        known.current = await open_spelling(ports.platform)

    def leave() -> None:
        if pause.current:
            pause.current.cancel()

    ft.use_effect(begin, [], cleanup=leave)

    def look(typed: str) -> bool:
        text = typed.strip()
        spelling: Spelling | None = known.current
        doubts = spelling.unknown(text) if spelling else []
        ask((doubts[0], tuple(spelling.nearest(doubts[0]))) if spelling and doubts else nothing)
        looked.current = text
        stop(False)
        return bool(doubts)

    async def wait(text: str) -> None:
        await asyncio.sleep(PAUSE_S)
        look(text)

    def written(text: str) -> None:
        leave()
        pause.current = asyncio.ensure_future(wait(text))

    def stops(text: str) -> bool:
        leave()
        if text.strip() == looked.current or not look(text):
            return False
        stop(True)
        return True

    return Spelt(*asked, stopped, look, written, stops)


def once_more(t: Words, spelt: Spelt) -> list[ft.Control]:
    """For the foot of the screen: why nothing was kept at the first tap."""
    # Words: somebody keeps a Danish word that the app does not know; a second tap keeps it all the same
    told = t("We do not know “%(word)s”. Tap once more to keep it.", word=t.isolated(spelt.doubt))
    return [problem(told, key="once-more")] if spelt.stopped else []


@ft.component
def DanishField(name: str, label: str, spelt: Spelt, on_text: Callable[[str], Any], *, value: str = "") -> ft.Control:
    """A Danish word is written, and asked about under its field; a near one is taken with a tap."""
    t = use_words()
    text: Any = ft.use_ref(value)
    times, again = ft.use_state(0)

    def write(typed: str) -> None:
        text.current = typed
        on_text(typed)
        spelt.written(typed)

    def take(near: str) -> None:
        text.current = text.current.replace(spelt.doubt, near, 1)
        on_text(text.current)
        spelt.look(text.current)
        again(lambda so_far: so_far + 1)

    # another field in its place: nothing is ever changed in the one she types in
    field = ft.Container(content=Field(name, text.current, write, label=label), key=f"{name}-field-{times}")
    parts: list[ft.Control] = [field]
    if spelt.doubt:
        # Words: somebody wrote a Danish word that the app does not know: a kind question, she may keep it as it is
        told = t("Is it spelled like this? We do not know “%(word)s”.", word=t.isolated(spelt.doubt))
        parts.append(problem(told, key=f"{name}-doubt"))
        if spelt.near:
            near = [(each, t.isolated(each)) for each in spelt.near]
            # Words: over Danish words that are spelled nearly like the one she wrote; a tap takes one
            parts.append(choice(t("Or is it one of these?"), near, "", take, key=f"{name}-near"))
        parts.append(quiet(t("If it is right, keep it as it is.")))
    return stack(parts)
