"""On the narrowest phone with the largest letters the words of her letter have their line, and no word is torn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import flet as ft

from app.main import begin
from app.views.kit.texts import LEAST
from tests.screen import Screen
from tests.views.test_letter import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation, Phone

NARROW, USUAL = 320, 390
TEXT = "Prøve en dag i syværkstedet"


def held(phone: Phone, wide: int, walk: Callable[[Screen], Coroutine[Any, Any, None]]) -> None:
    """Her screens on a phone so wide."""

    async def going() -> None:
        phone.ports.platform.remember("language", "da")
        phone.ports.platform.voice = Device(PHONE)
        async with Screen(lambda page: begin(page, phone.ports), width=wide) as screen:
            await walk(screen)

    asyncio.run(going())


def size_of(screen: Screen, words: str) -> float:
    (found,) = [each for each in screen.walk() if isinstance(each, ft.Text) and each.value == words]
    return found.size or 0


def test_a_long_word_is_written_smaller_on_a_narrow_phone_and_as_ever_elsewhere(org: Organisation) -> None:
    plan(org, "try_work", text=TEXT, by="she")
    sizes: dict[int, float] = {}

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        sizes[int(screen.page.width or 0)] = size_of(screen, TEXT)

    for wide in (NARROW, USUAL):
        held(org.mentee, wide, walk)
    assert LEAST <= sizes[NARROW] < sizes[USUAL] == 26


def test_beside_what_she_can_choose_stands_a_speaker_or_in_its_corner_where_words_need_the_line(
    org: Organisation,
) -> None:
    found: dict[int, type] = {}

    async def walk(screen: Screen) -> None:
        await screen.go("/wants")
        (button,) = screen.keyed("want-sew")
        around = [
            each
            for each in screen.walk()
            if isinstance(each, (ft.Row, ft.Stack)) and any(button is inner for inner in screen.walk(each))
        ]
        found[int(screen.page.width or 0)] = type(around[-1])

    for wide in (NARROW, USUAL):
        held(org.mentee, wide, walk)
    assert found == {NARROW: ft.Stack, USUAL: ft.Row}
