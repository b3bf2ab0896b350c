"""Choosing a language, on every face; what a language cannot say yet."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from app.domain.beside import beside
from app.i18n import OFFERED, Words, danish
from app.i18n import catalogue as catalogues
from app.i18n.prompts import prompts
from app.journeys.language import fetch
from app.journeys.studio import coverage_of, prompts_in
from app.ports import Refusal
from app.records import Attachment, Recorded
from build.words import LOCALES, read
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.voices import Device
from tests.world import Organisation, Phone, run


def test_who_reads_only_arabic_is_told_to_ask_an_interpreter_and_hears_the_danish(org: Organisation) -> None:
    async def arabic(screen: Screen) -> None:
        await screen.go("/help")
        assert screen.sees("اسألي مترجمة")
        assert screen.sees("Fare: ambulance, politi, brand")
        await screen.go("/times")
        assert not screen.sees("اسألي مترجمة")

    async def in_danish(screen: Screen) -> None:
        await screen.go("/help")
        assert not screen.has("interpreter")

    show(org.mentee, arabic, language="ar")
    show(org.mentee, in_danish, language="da")


def test_every_language_stands_there_by_its_own_name_and_is_heard_where_there_is_a_voice(org: Organisation) -> None:
    device = org.worker.ports.platform.voice = Device(("tr-TR", "da-DK"))

    async def walk(screen: Screen) -> None:
        await screen.go("/more/language")
        assert [each.own_name for each in OFFERED if not screen.sees(each.own_name)] == []
        assert [each.code for each in OFFERED if screen.has(f"hear-{each.code}")] == ["da", "tr"]
        await screen.begin_to_tap("hear-tr")
        assert device.said == [("Türkçe", "tr-TR")]
        await screen.tap("language-tr")
        assert screen.sees(Words("tr")("Look"))

    show(org.worker, walk)
    assert org.worker.ports.platform.recall("language") == "tr"


def test_her_language_is_one_tap_away_on_every_screen_of_hers(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        for path in ("/", "/steps", "/times", "/help", "/yes", "/more"):
            await screen.go(path)
            await screen.tap("globe")
            assert screen.has("language-ar"), path

    show(org.mentee, walk)


def test_a_language_that_is_not_here_is_danish_until_it_is_fetched(
    org: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports = org.mentee.ports
    monkeypatch.setattr(catalogues, "_SOURCES", only_danish(tmp_path))
    assert (Words("tr").code, Words("tr")("Keep")) == ("da", danish()("Keep"))
    with pytest.raises(Refusal):
        run(fetch(ports, code="tr"))

    async def asset(path: str) -> bytes:
        assert path == "languages/tr.zip"
        return packed()

    ports.platform.asset = asset  # type: ignore[method-assign]
    try:
        run(fetch(ports, code="tr"))
        assert (Words("tr").code, Words("tr")("Keep")) == ("tr", "Sakla")
    finally:
        catalogues._learned.clear()


def packed() -> bytes:
    """As build/pwa/languages.py makes it, with one text."""
    turkish = read(LOCALES / "none", "tr")
    turkish.add("Keep", "Sakla", user_comments=["state: machine"])
    source = io.BytesIO()
    write_mo(source, turkish)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(catalogues.TEXTS, source.getvalue())
    return whole.getvalue()


def only_danish(folder: Path) -> Path:
    """locales/ with one language in it."""
    path = folder / "da" / "LC_MESSAGES" / "app.po"
    path.parent.mkdir(parents=True)
    path.write_bytes((LOCALES / "da" / "LC_MESSAGES" / "app.po").read_bytes())
    return folder


def test_how_much_is_said_in_each_language_is_told_and_a_better_word_is_kept(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/language")
        await screen.tap("much")
        assert screen.sees(" % af teksterne")
        assert screen.sees("0 % er læst af nogen")
        assert screen.sees("0 % er indtalt")
        await screen.tap("much-ar")
        await screen.tap("better")
        await screen.write("text", "Gem")
        await screen.write("instead", "Behold")
        await screen.tap("keep")
        assert screen.sees("Behold")

    show(org.mentor, walk, language="da")

    async def hers(screen: Screen) -> None:
        await screen.go("/more/language")
        assert not screen.has("much")

    show(org.mentee, hers, language="da")


def say_in_turkish(phone: Phone, key: str, heard_by: str) -> None:
    space, row = phone.store.space("public"), phone.ports.new_row()
    with phone.store.write() as tx:
        tx.add(Recorded(id=row, space=space, key=key, language="tr", speaker="a", confirmed_by=heard_by))
        tx.add(Attachment(id=beside(row, "sound"), space=space, noun="recorded", row=row))


def test_a_language_whose_texts_are_not_on_this_phone_is_never_told_as_spoken_whole(
    org: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody here knows whether these are its texts of today."""
    monkeypatch.setattr(catalogues, "_SOURCES", only_danish(tmp_path))
    for number in range(len(prompts())):
        say_in_turkish(org.coordinator, f"{number:032x}", heard_by="b")
    far = coverage_of(org.coordinator.ports, "tr")
    assert far.ready == len(prompts())
    assert not far.whole


def test_all_three_shares_of_a_language_are_counted_also_where_it_is_not_on_this_phone(
    org: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = prompts_in("tr")
    for num, prompt in enumerate(asked[: len(asked) // 2]):
        say_in_turkish(org.coordinator, prompt.key, heard_by="b" if num % 2 else "")
    share = 100 * (len(asked) // 4) // len(prompts())

    async def walk(screen: Screen) -> None:
        await screen.go("/more/languages")
        turkish = [text for text in screen.texts() if f"{share} % er indtalt" in text]
        assert len(turkish) == 1
        assert "100 % af teksterne" in turkish[0]
        assert "0 % er læst af nogen" in turkish[0]

    show(org.coordinator, walk, language="da")
    monkeypatch.setattr(catalogues, "_SOURCES", only_danish(tmp_path))
    show(org.coordinator, walk, language="da")
