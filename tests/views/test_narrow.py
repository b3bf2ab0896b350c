"""On the narrowest phone with the largest letters the words of her letter have their line, and no word is torn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import flet as ft

from app.domain.app_names import APP_NAMES
from app.i18n import danish
from app.journeys.chosen_words import choose_words
from app.main import begin
from app.records import Meeting
from app.views.kit import number, quiet
from app.views.kit.texts import LEAST
from tests.screen import Screen
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation, Phone

NARROW, USUAL = 320, 390
TEXT = "Prøve en dag i syværkstedet"


def held(phone: Phone, wide: int, walk: Callable[[Screen], Coroutine[Any, Any, None]], *, language: str = "da") -> None:
    """Her screens on a phone so wide."""

    async def going() -> None:
        phone.ports.platform.remember("language", language)
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


def test_a_quiet_line_is_written_smaller_too_where_its_longest_word_would_be_torn(org: Organisation) -> None:
    words = "İstediğiniz zaman değiştirebileceksinizdir"
    sizes: dict[int, float] = {}

    async def walk(screen: Screen) -> None:
        sizes[int(screen.page.width or 0)] = quiet(words, size=18).size or 0
        assert quiet(words).size == LEAST

    for wide in (NARROW, USUAL):
        held(org.mentee, wide, walk)
    assert LEAST <= sizes[NARROW] < sizes[USUAL] == 18


def test_a_telephone_number_stands_in_one_line(org: Organisation) -> None:
    sizes: dict[int, float] = {}

    async def walk(screen: Screen) -> None:
        sizes[int(screen.page.width or 0)] = number("+45 70 10 20 40", size=20).size or 0

    for wide in (NARROW, USUAL):
        held(org.mentee, wide, walk)
    assert LEAST == sizes[NARROW] < sizes[USUAL] == 20


def test_a_word_to_practise_has_the_whole_line_under_its_picture_on_a_narrow_phone(org: Organisation) -> None:
    choose_words(org.mentor.ports, mentee=org.cover(org.mentor), meeting=None, words=["cleaning.mop"])
    org.world.sync_all()
    beside: dict[int, bool] = {}

    async def walk(screen: Screen) -> None:
        await screen.go("/practise")
        await screen.until(lambda: screen.sees("መወልወሊ ባይታ"))
        (listen,) = screen.keyed("listen-en moppe")
        around = [each for each in screen.walk() if isinstance(each, ft.Row) and listen in screen.walk(each)]
        words = {each.value for each in screen.walk(around[-1]) if isinstance(each, ft.Text)}
        beside[int(screen.page.width or 0)] = "en moppe" in words

    for wide in (NARROW, USUAL):
        held(org.mentee, wide, walk, language="ti")
    assert beside == {NARROW: False, USUAL: True}


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


def test_a_title_that_a_button_would_break_has_its_own_line_under_it_on_a_narrow_phone(org: Organisation) -> None:
    lines: dict[int, bool] = {}

    async def walk(screen: Screen) -> None:
        (held_one,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
        await screen.go(f"/meetings/{held_one.id}/release")
        beside = [each for each in screen.walk() if isinstance(each, ft.Row) and screen.keyed("back")[0] in inner(each)]
        lines[int(screen.page.width or 0)] = any(isinstance(each, ft.FilledButton) for each in inner(beside[-1]))

    def inner(row: ft.Row) -> list[object]:
        return [deep for each in row.controls for deep in (each, getattr(each, "content", None))]

    for wide in (NARROW, USUAL):
        held(org.mentor, wide, walk)
    assert lines == {NARROW: False, USUAL: True}


def test_a_chip_counts_its_lines_as_it_draws_them(org: Organisation) -> None:
    """Flutter forgets what lies beside the words when it counts: so nothing lies there, and nothing fades."""

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings/log")
        chips = [each for each in screen.walk() if isinstance(each, ft.Chip)]
        assert {each.selected for each in chips} == {True, False}
        for chip in chips:
            assert isinstance(chip.padding, ft.Padding)
            assert (chip.padding.left, chip.padding.right, chip.label_padding, chip.show_checkmark) == (0, 0, 0, False)

    held(org.mentor, NARROW, walk)


def test_two_ways_on_from_people_stand_under_each_other_where_they_do_not_fit_beside(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        around = [
            each for each in screen.walk() if isinstance(each, ft.Row) and screen.keyed("to-places")[0] in each.controls
        ]
        assert around[-1].wrap

    held(org.worker, NARROW, walk)


def test_the_names_for_the_app_are_written_in_one_size(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/called")
        names = {*APP_NAMES.values(), danish()("The name it came with")}
        sizes = {each.size or 0 for each in screen.walk() if isinstance(each, ft.Text) and each.value in names}
        assert len(sizes) == 1
        assert LEAST <= sizes.pop() < 20

    held(org.mentee, NARROW, walk)
