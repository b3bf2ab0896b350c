"""On an iPhone nobody begins in a tab: how to install is shown, the invitation stays unused, the installed app lets in.

Chromium plays the iPhone: its name, and what Safari says of an installed page. Seen on no real one yet.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.browser import LOCK_SHOWN, Phone
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person
from tests.e2e.tours import IPHONE

INSTALLED = "Object.defineProperty(navigator, 'standalone', { value: true })"
SHOWN = "!!document.querySelector('#install')"
WOKEN = "performance.getEntriesByType('resource').filter(({ name }) => /python|flutter|main.dart/.test(name)).length"
KEPT = "navigator.storage.getDirectory().then(async (root) => (await Array.fromAsync(root.keys())).length)"
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, history.state])"


@pytest.fixture
def link(organisation: Organisation) -> str:
    organisation.hub.kill()
    link = organisation.link("sofie")
    organisation.hub.start()
    return link


@pytest.mark.parametrize(("language", "locale"), [("ar", "ar")])
def test_a_tab_shows_how_to_install_starts_nothing_and_leaves_the_invitation_for_the_app(
    organisation: Organisation, link: str, new_phone: Callable[..., Phone], language: str, locale: str
) -> None:
    phone = new_phone("tab", fresh=True, agent=IPHONE, locale=locale)
    person = Person(phone, language)
    phone.open(link, semantics=False).until(SHOWN, "how to install")

    for text in ("Tap Share.", "Tap Add to Home Screen.", "Your invitation is not used. Scan or type it there."):
        person.sees(text)
    assert phone.ask("getComputedStyle(document.querySelector('#install')).direction") == (
        "rtl" if person.t.rtl else "ltr"
    )
    assert link.partition("=")[2] not in phone.ask(STORED)
    assert "join" not in phone.page.url
    assert phone.ask(WOKEN) == 0
    assert phone.ask(KEPT) == 0
    assert not any(b"/join" in passed for passed in organisation.wire.passed)
    phone.close()

    app = new_phone("app", fresh=True, agent=IPHONE, locale=locale)
    app.page.add_init_script(INSTALLED)
    sofie = Person(app, language, organisation.wire.url + "/")
    app.open(sofie.address)
    sofie.chooses_language().sees("I was invited").starts_with("I was invited").sees("Your invitation")
    sofie.types("Link or code", link).tap("Go on")
    app.sees(sofie.t("Welcome, %(name)s", name="Sofie Lindgren"))
    sofie.from_the_welcome().synced()


def test_who_began_before_still_opens_hers_in_a_tab_but_nobody_new_begins_there(
    organisation: Organisation, link: str, new_phone: Callable[..., Phone]
) -> None:
    phone = new_phone("sofie", fresh=True, agent=IPHONE)
    phone.page.add_init_script(INSTALLED)
    sofie = Person(phone).begin(link).synced()
    installed, phone.page = phone.page, phone.new_tab()
    installed.close()

    phone.open(sofie.address, semantics=False).until(LOCK_SHOWN, "the lock")
    assert phone.page.locator("#lock [data-picture=new]").count() == 0
    phone.pin("246810")
    sofie.to("People")
    phone.open(sofie.address + "#join=AAAAAAAAAAAAAAAAAAAAAA", semantics=False).until(SHOWN, "how to install")
    assert phone.ask("document.querySelector('#lock').hidden")


def test_without_an_invitation_it_says_nothing_of_one(
    organisation: Organisation, new_phone: Callable[..., Phone]
) -> None:
    phone = new_phone("tab", fresh=True, agent=IPHONE, locale="ur-PK")  # a language that we do not have: English
    person = Person(phone, "en")
    phone.open(organisation.wire.url, semantics=False).until(SHOWN, "how to install")

    phone.sees(person.t("Put %(app)s on your home screen", app="Brobygger"))
    assert "invitation" not in phone.words()
