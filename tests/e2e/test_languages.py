"""A language that does not travel with the code: fetched by who chooses it, there without a network ever after."""

from __future__ import annotations

from tests.e2e.browser import LOCK_SHOWN
from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation

KEPT = """caches.keys().then(async (names) => (await Promise.all(names.map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()
  .filter((path) => path.startsWith("/languages/")))"""
WORDS = "fetch('/spelling/da.txt').then(async (answer) => (await answer.text()).length)"
A_MILLION = 1_000_000


def test_a_chosen_language_and_words_that_were_asked_for_are_kept_and_no_other_is_fetched(
    join: LetIn, organisation: Organisation
) -> None:
    (amina,) = join("amina", language="tr")
    phone = amina.phone
    amina.sees("My plan")
    phone.until(f"{KEPT}.then((kept) => kept.includes('/languages/tr.zip'))", "her language beside the app")
    assert phone.ask(KEPT) == ["/languages/tr.zip"]
    assert phone.ask("document.documentElement.lang") == "tr"
    assert phone.ask(WORDS) > A_MILLION  # as a screen asks for them where somebody writes a Danish word

    organisation.hub.kill()
    phone.open(amina.address, semantics=False).until(LOCK_SHOWN, "the lock")
    assert phone.ask("document.querySelector('#lock').ariaLabel") == amina.t("Your PIN")
    amina.again().sees("My plan")
    amina.starts_with("My plan").sees("The next step")
    assert phone.ask(WORDS) > A_MILLION
    assert phone.foreign == []
