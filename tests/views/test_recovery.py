"""Recovery sheets on the screens: made and printed by a steward, news on every phone, used on an empty one."""

from __future__ import annotations

import re
from html import unescape

import pytest

from app.domain.roles import COORDINATOR
from app.i18n import Words
from app.journeys.recovery import make_sheets
from app.journeys.sheets_told import sheets_told
from app.keys.sheets import Sheet, read, seed_of
from app.views.more.recovery_paper import recovery_paper
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.pin import type_pin
from tests.world import Organisation, Phone, run


@pytest.fixture
def sheets(org: Organisation) -> list[Sheet]:
    made = run(make_sheets(org.coordinator.ports))
    org.world.sync_all()
    return made


def printed(phone: Phone) -> str:
    return (phone.folder / "files" / "paper.html").read_text("utf-8")


def typed_in(html: str) -> list[Sheet]:
    """What a person would type off each sheet."""
    lines = re.findall(r'<p class="typed" dir="ltr">(.*?)</p>', html)
    return [read(re.sub(r"<[^>]+>", " ", line)) for line in lines]


def test_a_steward_makes_sheets_and_prints_them_once(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-recovery")
        assert screen.sees("None were made yet.")
        await screen.tap("plan-3/5")
        await screen.tap("make")
        await screen.until(lambda: screen.has("show"))
        await screen.tap("show")
        await screen.tap("on-paper")
        await screen.go("/more/recovery")
        assert screen.sees("Made by Karen")
        assert not screen.has("show")

    show(org.coordinator, walk)
    html = printed(org.coordinator)
    found = typed_in(html)

    assert [(one.number, one.needed) for one in found] == [(number, 3) for number in range(1, 6)]
    assert seed_of(found[2:])
    assert html.count("<article>") == html.count("<svg") == 5
    assert [one.good for one in sheets_told(org.coordinator.ports)] == [True]
    assert "Broen" in html


def test_a_mentor_reads_what_the_sheets_are_and_makes_none(org: Organisation, sheets: list[Sheet]) -> None:
    async def walk(screen: Screen) -> None:
        assert screen.sees("Karen made recovery sheets.")
        await screen.tap("sheet-news")
        assert screen.sees("Made by Karen")
        assert not screen.has("make")
        await screen.go("/")
        assert not screen.has("sheet-news")

    show(org.mentor, walk)


def test_on_an_empty_phone_two_sheets_open_and_every_phone_tells(org: Organisation, sheets: list[Sheet]) -> None:
    first, second, _ = sheets
    bodil = org.world.phone("Bodils nye")

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-sheets")
        await screen.write("sheet-0", "det her er ikke noget")
        await screen.tap("take")
        assert screen.sees("This is not a whole recovery sheet.")
        await screen.write("sheet-0", second.typed.lower())
        await screen.tap("take")
        assert screen.sees("1 of 2 sheets")
        await screen.write("sheet-1", second.typed)
        await screen.tap("take")
        assert screen.sees("You have given this sheet already.")
        await screen.write("sheet-1", first.typed)
        await screen.tap("take")
        await screen.until(lambda: screen.has("who-new"))
        assert screen.sees("They open Broen")
        await screen.tap("who-new")
        await screen.write("name", "Bodil")
        await screen.tap("go-on")
        await screen.until(lambda: screen.has("picture-boat"))
        await screen.tap("picture-boat")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.sees("Fadumo"))

    show(bodil, walk)
    assert bodil.ports.me.role == COORDINATOR
    org.world.sync_all()

    for phone in (org.mentor, org.mentee):

        async def told(screen: Screen) -> None:
            assert screen.sees("Recovery sheets were used for Bodil.")
            await screen.tap("sheet-news")
            assert screen.sees("Used for Bodil")

        show(phone, told)


def test_without_a_connection_enough_sheets_wait_for_one(org: Organisation, sheets: list[Sheet]) -> None:
    bodil = org.world.phone("Bodils nye")

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-sheets")
        await screen.write("sheet-0", sheets[0].typed)
        await screen.tap("take")
        bodil.cut()
        await screen.write("sheet-1", sheets[2].typed)
        await screen.tap("take")
        assert screen.sees("The server cannot be reached.")
        bodil.mend()
        await screen.tap("again")
        await screen.until(lambda: screen.has("who-new"))

    show(bodil, walk)


@pytest.mark.parametrize("code", ["en", "da", "ar"])
def test_what_people_wrote_is_no_markup_on_paper(org: Organisation, sheets: list[Sheet], code: str) -> None:
    name, day = '<img src="x" onerror=1> & Co', org.coordinator.ports.today()

    html = recovery_paper(Words(code), sheets, organisation=name, day=day, address="https://broen.example")

    assert "<img" not in html
    assert name in unescape(html)
    assert [each.typed for each in typed_in(html)] == [each.typed for each in sheets]
