"""What the app is called on her phone: chosen on the page of the invitation, before it is put on the home screen."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person
from tests.e2e.tours import IPHONE

HEAD = """(async () => {
  const at = (which) => document.head.querySelector(which);
  const manifest = at('link[rel=manifest]').href;
  const icons = (await (await fetch(manifest)).json()).icons.map(({ src }) => src);
  const all = [...icons, at('link[rel=apple-touch-icon]').href];
  const there = await Promise.all(all.map(async (src) => (await fetch(src)).ok));
  const name = at('meta[name=apple-mobile-web-app-title]').content;
  return [document.title, name, new URL(manifest).pathname, there.every(Boolean)];
})()"""
AS_NOTES = ["Noter", "Noter", "/manifest-notes.webmanifest", True]


def test_an_iphone_is_offered_names_before_it_installs_and_the_app_starts_under_the_one_chosen(
    organisation: Organisation, new_phone: Callable[..., Phone]
) -> None:
    phone = new_phone("tab", fresh=True, agent=IPHONE, locale="da")
    phone.open(organisation.wire.url, semantics=False).until("!!document.querySelector('#install')", "how to install")
    assert phone.ask(HEAD) == ["Brobygger", "Brobygger", "/manifest.webmanifest", True]
    phone.tap("radio", "Noter")
    assert phone.ask(HEAD) == AS_NOTES
    phone.close()

    app = new_phone("app", fresh=True, agent=IPHONE, locale="da")
    app.page.add_init_script("Object.defineProperty(navigator, 'standalone', { value: true })")
    app.open(organisation.wire.url + "/?as=notes")
    app.until("document.title === 'Noter'", "the name, when Flutter has woken")
    assert app.ask(HEAD) == AS_NOTES
    assert app.page.url.endswith("/")


def test_a_mentee_chooses_it_on_the_way_in(organisation: Organisation, new_phone: Callable[..., Phone]) -> None:
    organisation.hub.kill()
    link = organisation.link("amina")
    organisation.hub.start()
    amina = Person(new_phone("amina", fresh=True))
    amina.phone.open(link)
    amina.chooses_language().tap("Go on").sees("Choose a picture").tap("a boat").tap("Everything")
    amina.sees("What shall it be called on your phone?")
    amina.phone.tap("button", "Noter")
    amina.tap("Go on").sees("Choose a PIN")
    amina.phone.until("document.title === 'Noter'", "the name of the page")
    assert amina.phone.ask(HEAD) == AS_NOTES
