"""Every screen in every language: whole, named, in the right direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.i18n import LANGUAGES, Words, danish
from app.i18n.protected import PROTECTED
from app.i18n.words import unmarked
from app.journeys.area_people import open_area
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.house_words import offer_word
from app.journeys.release import release
from app.records import (
    Handed,
    Meeting,
)
from build.words import gathered
from tests.journeys.groups_of_ours import who_did_not_come
from tests.journeys.lane import LETTER, photograph
from tests.journeys.mentors_of_ours import planned, takes
from tests.journeys.spoken_to import to_her, to_the_mentor
from tests.refusing import refusing
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.flaws import flaws
from tests.views.goings_on import at_work, outreach
from tests.views.her_screens import HERS
from tests.views.paths import paths
from tests.world import Organisation, Phone, run

LEFT_AS_THEY_ARE = {"Brobygger", "English", "Mentor", "Mentee", "Link", "offline", "%(day)s %(time)s", "%(mb)d MB"}
LEFT_AS_THEY_ARE |= {"Dari", "Pashto", "Somali", "Tamil", "Tigrinya", "Urdu"}
"""The same word in Danish and English, or a name."""


@pytest.fixture
def left(org: Organisation) -> Iterator[None]:
    """Something of Sofie's does not count, and something was handed in to her."""
    area = org.coordinator.store.space("area")
    with org.coordinator.store.write() as tx:
        said = '{"name": "Ali", "met_on": "2026-03-01"}'
        tx.add(Handed(id="0a" * 16, space=area, noun="contact", row="0b" * 16, origin=area, said=said))
    outreach(org.coordinator)
    offer_word(org.coordinator.ports, row="0e" * 16, text="en vogn")
    who_did_not_come(org)
    takes(org.mentor, planned(org), 1)
    at_work(org)
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    photograph(org.mentor, meeting, LETTER)
    for phone in (org.mentor, org.worker):
        to_her(org, phone)
    to_the_mentor(org)
    run(open_area(org.worker.ports, name="Vestparken", persons=()))
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


def lent(screen: Screen) -> list[str]:
    """What nobody has read yet in the language of this screen, and so stands there in Danish."""
    said = [unmarked(text) for text in screen.texts()]
    return [text for text in said if any(danish()(one) in text for one in PROTECTED if "%(" not in one)]


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.with_code and each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
@pytest.mark.usefixtures("left")
def test_no_screen_shows_an_untranslated_word_or_what_has_no_name(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    english, t = sources() - LEFT_AS_THEY_ARE, Words(code)
    english -= {text for text in english if t(text) == text}

    async def walk(screen: Screen) -> None:
        assert screen.page.rtl is (code == "ar")
        for path in paths(phone) if who == "worker" else HERS:
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
            assert not any(re.search(r"%\(\w+\)", text) for text in screen.texts()), path
            assert code != "da" or list(flaws(screen)) == [], path
            assert code == "da" or not lent(screen) or screen.has("interpreter"), path

    show(phone, walk, language=code)


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.with_code and each.code != "en"])
@pytest.mark.parametrize("who", ["worker", "mentee"])
def test_who_is_out_reads_no_untranslated_word(org: Organisation, code: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    t = Words(code)
    english = {text for text in sources() - LEFT_AS_THEY_ARE if t(text) != text}
    run(shut_out(org.coordinator.ports, phone.ports.me.person))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        for path in ("/", "/people", "/people/new", "/more", "/more/sync", "/more/protected"):
            await screen.go(path)
            assert screen.texts(), path
            assert not english & set(screen.texts()), path
        assert list(flaws(screen)) == []

    show(phone, walk, language=code)


@pytest.mark.usefixtures("left")
def test_everything_a_mentor_can_tap_or_type_has_a_name(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in paths(org.mentor):
            await screen.go(path)
            assert list(flaws(screen)) == [], path

    show(org.mentor, walk)


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
