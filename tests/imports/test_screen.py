"""A worker brings a list on her phone: she sees how it is read, corrects it, keeps it, reads what stayed outside."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta

import flet as ft
import pytest

from app.journeys.contacts import log_contact
from app.main import begin
from app.platform.native import NativePlatform
from app.records import Contact
from tests.imports.lists import HEADING, PEOPLE, many, written
from tests.screen import Screen
from tests.world import Phone, World


@pytest.fixture
def phone() -> Iterator[Phone]:
    with World() as world:
        world.later(days=300)
        phone = world.found()
        phone.cut()
        yield phone


def on_screen(phone: Phone, content: bytes, walk: Callable[[Screen], Awaitable[None]], language: str = "en") -> None:
    """The import screen with that file about to be chosen."""
    platform = phone.ports.platform
    assert isinstance(platform, NativePlatform)
    platform.to_pick = ("liste.csv", content)
    platform.remember("language", language)

    async def live() -> None:
        async with Screen(lambda page: begin(page, phone.ports), route="/import") as screen:
            await screen.go("/import")
            await screen.tap("choose")
            await walk(screen)

    asyncio.run(live())


def test_a_list_is_seen_before_it_is_kept_and_kept_with_one_tap(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.sees("5 lines, read like this")
        assert screen.sees("Day you met")
        assert phone.store.count(Contact) == 0
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))
        assert screen.sees("5 contacts are kept on this phone.")

    on_screen(phone, written(PEOPLE, encoding="utf-16"), walk)
    assert {each.name for each in phone.store.find(Contact)} == {person[0] for person in PEOPLE}


def test_a_list_that_came_in_wrong_is_taken_back_with_one_tap_and_chosen_anew(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))
        await screen.tap("take-list-back")
        await screen.until(lambda: screen.has("taken-back"))
        assert screen.sees("Taken away again: 5")
        assert phone.store.count(Contact) == 0
        assert screen.has("choose")

    on_screen(phone, written(PEOPLE), walk)


def test_a_list_that_brought_nobody_has_nothing_to_take_back(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("keep")
        await screen.until(lambda: screen.sees("Nobody new was on this list."))
        assert not screen.has("take-list-back")

    on_screen(phone, written([("Ib 010180-1234",)]), walk)


def test_a_column_is_corrected_with_two_taps(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("column-card-1")
        await screen.tap("column-1-note")
        assert not screen.has("column-1-note")
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))

    on_screen(phone, written([("Åse", "har hund")], heading=("Navn", "Mobil")), walk)
    (kept,) = phone.store.find(Contact)
    assert (kept.name, kept.phone, kept.note) == ("Åse", "", "har hund")


def test_a_first_line_that_is_a_person_is_kept_as_one_once_she_says_so(phone: Phone) -> None:
    rows = [("Åse Bjørk", "Egeparken 4"), ("Bo Ib", "Birkevej 5"), ("Fatma Yılmaz", "Birkevej 7")]

    async def walk(screen: Screen) -> None:
        async def say(person: bool) -> None:
            (switch,) = screen.keyed("first-is-person")
            await screen.fire(switch, "change", person)

        assert screen.sees("2 lines, read like this")
        await say(True)
        assert screen.sees("3 lines, read like this")
        await say(False)
        assert screen.sees("2 lines, read like this")
        await say(True)
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))

    on_screen(phone, written(rows, heading=None), walk)
    assert {(each.name, each.address) for each in phone.store.find(Contact)} == set(rows)


@pytest.mark.parametrize("heading", [HEADING, None])
def test_a_heading_of_known_words_or_a_list_without_one_asks_nothing_about_its_first_line(
    phone: Phone, heading: tuple[str, ...] | None
) -> None:
    async def walk(screen: Screen) -> None:
        assert not screen.has("first-is-person")

    on_screen(phone, written(PEOPLE, heading=heading), walk)


def test_one_fact_comes_from_one_column(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("column-card-1")
        await screen.tap("column-1-name")
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))

    on_screen(phone, written([("x1", "Åse", "20304050")], heading=("Navn", "Kaldes", "Telefon")), walk)
    assert [each.name for each in phone.store.find(Contact)] == ["Åse"]


def test_every_line_that_stays_outside_is_told_with_its_reason(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))
        for words in ("Line 3 · Bo", "is not a day", "Line 4", "CPR number", "Line 5", "same person as on line 2"):
            assert screen.sees(words), words
        assert not screen.sees("010180")

    rows = [("Åse", "20304050"), ("Bo", "", "", "", "i går"), ("Ib 010180-1234",), ("Åse", "+45 20304050")]
    on_screen(phone, written(rows), walk)
    assert phone.store.count(Contact) == 1


def test_cpr_numbers_are_refused_with_an_explanation_and_cannot_be_chosen(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.sees("looks like CPR numbers")
        assert not screen.sees("0180-")
        assert not any(card.on_click for card in screen.keyed("column-card-1") if isinstance(card, ft.Container))

    rows = [(f"Åse {n}", f"{n + 1:02d}0180-1234") for n in range(9)]
    on_screen(phone, written(rows, heading=("Navn", "Løbenr.")), walk)


OPEN = b'Navn;Note\nBo;"never closed\n'
"""A quotation mark that opens and swallows all that comes after it."""


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", OPEN, OPEN + b"Ib;ja\r\n" * 30_000])
def test_what_is_no_list_is_said_and_another_file_can_be_chosen(phone: Phone, content: bytes) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.has("problem")
        assert screen.has("choose")
        assert not screen.has("keep")

    on_screen(phone, content, walk)


def test_two_quick_taps_bring_the_list_once(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.double_tap("keep")
        await screen.until(lambda: screen.has("kept") or screen.has("nobody-new"))
        await screen.settle()

    on_screen(phone, written(many(30)), walk)
    assert phone.store.count(Contact) == 30


@pytest.mark.parametrize("language", ["da", "ar"])
def test_every_word_of_the_screen_is_in_the_persons_language(phone: Phone, language: str) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("column-card-0")
        ours = [text for text in screen.texts() if text not in HEADING]
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept") or screen.has("nobody-new"))
        for text in (*ours, *screen.texts()):
            assert not any(word in text for word in ("column", "lines", "Choose", "Name", "Line ", "kept")), text

    on_screen(phone, written([*PEOPLE, ("Bo", "", "", "", "i går")]), walk, language)


def test_nothing_is_refused_when_all_is_well(phone: Phone) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))
        assert not screen.sees("stayed outside")

    on_screen(phone, written(PEOPLE), walk)


def test_who_came_with_a_list_without_a_day_stands_among_the_newest(phone: Phone) -> None:
    ports = phone.ports
    log_contact(ports, row=ports.new_row(), name="Met long ago", met_on=ports.today() - timedelta(days=90))
    names: list[str] = []

    async def walk(screen: Screen) -> None:
        await screen.tap("keep")
        await screen.until(lambda: screen.has("kept"))
        await screen.go("/people")
        names.extend(text for text in screen.texts() if text in ("Met long ago", "Nour Hassan"))

    on_screen(phone, b"Navn;Adresse\nNour Hassan;Egeparken 5\n", walk)
    assert names == ["Nour Hassan", "Met long ago"]
