"""Every screen in every language: whole, named, in the right direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from app.i18n import LANGUAGES
from app.i18n.catalogue import catalogue
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.people import people
from app.journeys.release import release
from app.records import Attachment, Contact, Handed, Meeting
from build.words import gathered
from tests.journeys.lane import LETTER, photograph
from tests.refusing import refusing
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run

HERS = ["/", "/steps", "/about", "/more", "/more/sync", "/more/left", "/more/recovery", "/more/language"]
STEPS = ["compare", "again", "role", "leave", "lost/00"]
LEFT_AS_THEY_ARE = {"Brobygger", "Mentor", "Mentee", "Link", "offline", "%(day)s %(time)s", "%(mb)d MB"}
"""The same word in Danish and English, or a name."""


def paths(phone: Phone) -> list[str]:
    contacts, meetings = phone.store.find(Contact), phone.store.find(Meeting)
    return [
        "/",
        "/people",
        "/people/new",
        *(f"/people/{each.id}" for each in contacts[:1]),
        *(f"/people/{each.id}/change" for each in contacts[:1]),
        "/meetings",
        "/meetings/plan",
        "/meetings/log",
        *(f"/meetings/{each.id}" for each in meetings),
        *(f"/meetings/{each.id}/{step}" for each in meetings[:1] for step in ("note", "release", "together")),
        *(f"/meetings/{each.id}/log" for each in meetings if each.state == "planned"),
        *(f"/meetings/{each.row}/photo/{each.id}" for each in phone.store.find(Attachment)),
        "/more",
        "/more/sync",
        "/more/left",
        "/more/handed",
        "/more/language",
        "/more/pin",
        "/more/compare",
        "/more/protected",
        "/more/recovery",
        "/more/team",
        *(f"/more/person/{each.person.hex()}" for each in people(phone.ports)),
        *(f"/more/person/{each.person.hex()}/{step}" for each in people(phone.ports)[2:] for step in STEPS),
        "/more/late",
        "/more/invite",
        "/mentees/new",
        "/import",
        "/nowhere",
    ]


@pytest.fixture
def left(org: Organisation) -> Iterator[None]:
    """Something of Sofie's does not count, and something was handed in to her."""
    area = org.coordinator.store.space("area")
    with org.coordinator.store.write() as tx:
        said = '{"name": "Ali", "met_on": "2026-03-01"}'
        tx.add(Handed(id="0a" * 16, space=area, noun="contact", row="0b" * 16, origin=area, said=said))
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    photograph(org.mentor, meeting, LETTER)
    release(org.mentor.ports, row=org.mentor.ports.new_row(), meeting=meeting, text="You came alone.")
    org.world.sync_all()
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Hodan", channel="door", outcome="talked")
    with refusing(org.worker, "day"):
        org.worker.sync()
        yield


def sources() -> set[str]:
    """Every English text without blanks that is long enough not to be a name."""
    said = {text for message in gathered() for text in ([message.id] if isinstance(message.id, str) else message.id)}
    return {text for text in said if text and "%(" not in text}


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
@pytest.mark.usefixtures("left")
def test_no_screen_shows_an_untranslated_word(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    english, spoken = sources() - LEFT_AS_THEY_ARE, catalogue(code)
    english -= {text for text in english if spoken.gettext(text) == text}

    async def walk(screen: Screen) -> None:
        assert screen.page.rtl is (code == "ar")
        for path in paths(phone) if who == "worker" else HERS:
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
            assert not any(re.search(r"%\(\w+\)", text) for text in screen.texts()), path

    show(phone, walk, language=code)


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
def test_who_is_out_reads_no_untranslated_word(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    spoken = catalogue(code)
    english = {text for text in sources() - LEFT_AS_THEY_ARE if spoken.gettext(text) != text}
    run(shut_out(org.coordinator.ports, phone.ports.me.person))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        for path in ("/", "/people", "/people/new", "/more", "/more/sync", "/more/protected"):
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
        assert list(nameless(screen)) == []

    show(phone, walk, language=code)


@pytest.mark.parametrize("who", ["worker", "mentor", "mentee"])
@pytest.mark.usefixtures("left")
def test_everything_that_can_be_tapped_or_typed_has_a_name(org: Organisation, who: str) -> None:
    phone: Phone = getattr(org, who)

    async def walk(screen: Screen) -> None:
        for path in paths(phone) if who != "mentee" else HERS:
            await screen.go(path)
            assert list(nameless(screen)) == [], path

    show(phone, walk)


def nameless(screen: Screen) -> Iterator[str]:
    """Controls that a screen reader would call "button" and nothing more."""
    for control in screen.walk():
        if isinstance(control, ft.TextField):
            if not control.label:
                yield f"field {control.key}"
        elif isinstance(control, (ft.IconButton, ft.FloatingActionButton)):
            if not (control.tooltip or getattr(control, "content", None)) or not merged(screen, control):
                yield f"icon {control.key}"
        elif getattr(control, "on_click", None) and not any(words(screen, control)):
            yield f"{type(control).__name__} {control.key}"


def words(screen: Screen, control: BaseControl) -> Iterator[str]:
    """Every text inside, or the label around."""
    for inner in screen.walk(control):
        for name in ("value", "label", "content", "tooltip"):
            text = getattr(inner, name, None)
            if isinstance(text, str) and text:
                yield text
    around = [each for each in screen.walk() if isinstance(each, ft.Semantics) and each.content is control]
    yield from (each.label for each in around if each.label)


def merged(screen: Screen, control: BaseControl) -> bool:
    """A floating button with words on it, or inside a node that takes the tooltip for its name."""
    if isinstance(control, ft.FloatingActionButton):
        return isinstance(control.content, str)
    return any(isinstance(each, ft.MergeSemantics) and each.content is control for each in screen.walk())


def test_another_language_turns_the_open_screen_around(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/language")
        await screen.tap("language-ar")

        assert screen.page.rtl is True
        locale = screen.page.locale_configuration
        assert locale
        assert locale.current_locale
        assert locale.current_locale.language_code == "ar"
        assert screen.sees("اللغة والمظهر")

    show(org.worker, walk)


def test_the_badge_says_what_is_only_here_and_the_page_behind_it_why(org: Organisation) -> None:
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.tap("badge")
        assert screen.sees("1 ting er kun på denne telefon.")
        assert screen.sees("Kontakt · Hodan")

        await screen.tap("sync-now")
        await screen.until(lambda: screen.sees("Ingen forbindelse. Alt er gemt på telefonen."))
        await screen.tap("export")
        assert screen.sees("Gemt som")

        org.worker.mend()
        await screen.tap("sync-now")
        await screen.until(lambda: screen.sees("Alt er på serveren"))

    show(org.worker, walk, language="da")
