"""An invitation's QR is read by the app's own camera sheet: by a real browser, from a film of a real invitation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.browser import Phone
from tests.e2e.film import film
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, Person

READING_S = 120.0  # two browsers that play films share two cores with their decoders
SHEET = "!!document.querySelector('#scan')"
NO_SHEET = "!document.querySelector('#scan')"
SEEN = "document.querySelector('#scan video').videoWidth > 0"
ELSEWHERE = "https://elsewhere.invalid/#join=AAAAAAAAAAAAAAAAAAAAAA"
CAMERAS = """(() => {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  globalThis.cameras = [];
  navigator.mediaDevices.getUserMedia = async (...how) => {
    const stream = await ask(...how);
    globalThis.cameras.push(...stream.getTracks());
    return stream;
  };
})()"""
ALL_OFF = "globalThis.cameras.length > 0 && globalThis.cameras.every(({ readyState }) => readyState === 'ended')"
HIDE = """(() => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
})()"""


@pytest.fixture
def link(organisation: Organisation) -> str:
    organisation.hub.kill()
    link = organisation.link("sofie")
    organisation.hub.start()
    return link


def at_the_code(phone: Phone, address: str, language: str = "da") -> Person:
    """The first start as far as the question for a code."""
    person = Person(phone, language, address)
    phone.page.add_init_script(CAMERAS)
    phone.open(address)
    return person.chooses_language().sees("I was invited").starts_with("I was invited").sees("Your invitation")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scanned_invitation_lets_her_in_after_another_code_was_named_as_such(
    organisation: Organisation, link: str, new_phone: Callable[..., Phone], tmp_path: Path, language: str
) -> None:
    seen = film(tmp_path / "film.y4m", ["https://menu.invalid/today", link])
    sofie = at_the_code(new_phone("sofie", arguments=seen), organisation.wire.url + "/", language)
    phone = sofie.phone

    sofie.tap("Scan the code")
    sheet = phone.page.locator("#scan")
    sheet.get_by_text(sofie.t("This is not a %(app)s code.", app="Brobygger")).wait_for(timeout=READING_S * 1000)
    assert phone.ask("getComputedStyle(document.querySelector('#scan')).direction") == ("rtl" if sofie.t.rtl else "ltr")
    assert phone.ask("[...document.body.children].every((each) => each.id === 'scan' || each.inert)")
    phone.until(NO_SHEET, "the end of the scan", READING_S)
    assert phone.ask(ALL_OFF)

    phone.sees(sofie.t("Welcome, %(name)s", name="Sofie Lindgren"))
    sofie.from_the_welcome().synced()
    secret = link.partition("=")[2]
    assert "join" not in phone.page.url
    assert secret not in str(phone.ask("performance.getEntriesByType('resource').map(({ name }) => name)"))
    assert secret.encode() not in b"".join(organisation.wire.passed)
    assert not [said for said in phone.errors if secret in said]
    assert phone.foreign == []


def test_a_code_of_another_hub_says_where_it_belongs_and_is_not_asked_there(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    seen = film(tmp_path / "film.y4m", [ELSEWHERE])
    sofie = at_the_code(new_phone("sofie", arguments=seen), organisation.wire.url + "/")

    sofie.tap("Scan the code")
    said = sofie.t("This invitation is for another address: %(address)s. Open it there.", address="elsewhere.invalid")
    sofie.phone.sees(said, patience_s=READING_S)
    sofie.finds("Link or code", "textbox")
    assert sofie.phone.foreign == []


def test_the_camera_is_off_as_soon_as_she_types_instead_or_the_page_is_hidden(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    seen = film(tmp_path / "film.y4m", ["nothing of ours"])
    sofie = at_the_code(new_phone("sofie", arguments=seen), organisation.wire.url + "/")
    phone = sofie.phone

    for leave in (
        lambda: phone.page.locator("#scan button").click(),
        lambda: phone.page.keyboard.press("Escape"),
        lambda: phone.ask(HIDE),
    ):
        sofie.tap("Scan the code")
        phone.until(f"{SHEET} && {SEEN}", "the camera's picture")
        leave()
        phone.until(f"{NO_SHEET} && {ALL_OFF}", "a camera that is off")
    sofie.types("Link or code", "abc").sees("Your invitation")


def test_without_leave_or_without_a_camera_she_is_told_and_types(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    refused = [*film(tmp_path / "film.y4m", ["nothing"]), "--use-fake-ui-for-media-stream=deny"]
    without = ["--use-fake-ui-for-media-stream"]
    for name, arguments, said in (
        ("refused", refused, "%(app)s may not use the camera. Type the code instead."),
        ("without", without, "There is no camera to use. Type the code instead."),
    ):
        phone = new_phone(name, arguments=arguments)
        sofie = at_the_code(phone, organisation.wire.url + "/")
        sofie.tap("Scan the code").phone.sees(sofie.t(said, app="Brobygger"))
        sofie.finds("Link or code", "textbox")
        assert phone.ask(NO_SHEET)
