"""Under a neutral name nothing on her phone says ours: no screen, no lock, no word of the page, no file."""

from __future__ import annotations

import re

import pytest

from app.domain.app_names import APP_NAMES, OURS
from app.journeys.export import export_unsent
from app.journeys.invite import invite, places_for
from app.journeys.join import scan
from app.keys.enrolment import Card
from app.platform import Scanned
from app.platform.native import NativePlatform
from app.ports import Refusal
from build.pwa.places import WEB
from build.words import gathered
from tests.screen import Screen
from tests.views.conftest import show, walked
from tests.views.her_screens import HERS
from tests.views.pin import type_pin
from tests.world import PIN, Organisation, World, run

NAME = APP_NAMES[OURS]


def names_us(screen: Screen) -> list[str]:
    said = [*screen.texts(), screen.page.title or ""]
    return [text for text in said if NAME.lower() in text.lower()]


@pytest.mark.parametrize("language", ["da", "ar"])
def test_no_screen_of_hers_says_our_name(org: Organisation, language: str) -> None:
    org.mentee.ports.platform.remember("called", "notes")

    async def walk(screen: Screen) -> None:
        screen.app.offer()
        for path in [*HERS, "/more/lock", "/more/protected", "/more/phones", "/more/compare"]:
            await screen.go(path)
            assert names_us(screen) == [], path

    show(org.mentee, walk, language=language)


def test_nor_does_the_first_start_or_the_lock(world: World) -> None:
    karen = world.found()
    ticket = run(invite(karen.ports, member=Card("Maja", "mentor"), grants=places_for(karen.ports, "mentor")))
    maja = world.phone("Maja")
    maja.ports.platform.remember("called", "recipes")

    async def walk(screen: Screen) -> None:
        for key in ("language-da", "letters-usual", "door-invited"):
            assert names_us(screen) == []
            await screen.tap(key)
        await screen.write("code", ticket.link)
        await screen.tap("go-on")
        await screen.until(lambda: screen.sees("Maja"))
        for key in ("go-on", "picture-sun", "to-pictures", "to-pin"):
            await screen.tap(key)
            assert names_us(screen) == []
        assert screen.sees("Opskrifter")
        await type_pin(screen)
        await type_pin(screen)
        await screen.until(lambda: screen.has("same"))

    walked(maja, walk)
    maja.kill()

    async def again(screen: Screen) -> None:
        assert screen.has("key-1")
        assert names_us(screen) == []

    walked(maja, again)
    maja.unlock(PIN)


def test_nor_does_what_she_takes_along_or_is_refused(org: Organisation) -> None:
    platform = org.mentee.ports.platform
    assert isinstance(platform, NativePlatform)
    platform.remember("called", "notes")
    name, content = run(export_unsent(org.mentee.ports))
    assert name == "noter-2026-03-02.json"
    assert NAME.lower().encode() not in content.lower()
    platform.scans, platform.to_scan = True, Scanned(why="refused")
    with pytest.raises(Refusal) as refused:
        run(scan(org.mentee.ports))
    assert refused.value.blanks == {"app": "Noter"}


def test_no_text_of_ours_names_the_app_and_the_page_says_it_only_until_it_knows_better() -> None:
    texts = [text for message in gathered() for text in ([message.id] if isinstance(message.id, str) else message.id)]
    assert [text for text in texts if NAME in text] == []
    page = {file.name: file.read_text() for file in (WEB / "page").glob("*.mjs")} | {
        "index.html": (WEB / "index.html").read_text()
    }
    said = {name: re.findall(f"[^\n]*{NAME}[^\n]*", text) for name, text in page.items() if NAME in text}
    assert {name: [line.strip() for line in lines] for name, lines in said.items()} == {
        "index.html": [
            "<title>Brobygger</title>",
            '<meta name="apple-mobile-web-app-title" content="Brobygger">',
        ]
    }
