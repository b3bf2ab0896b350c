"""Read aloud by the phone itself: from a tap on her letter, through the worker, to the voice of the device and back.

Headless Chromium has no voices, so the device's part stands in here: which voices there are, and what they are given.
"""

from __future__ import annotations

from tests.e2e.conftest import LetIn
from tests.e2e.person import Person
from tests.e2e.speaking import DEVICE


def listens(person: Person, what: str) -> None:
    person.phone.tap("button", person.t("Listen: %(what)s", what=what), exact=False)


def test_her_letter_is_read_in_her_language_then_in_danish_by_voices_that_need_no_network(join: LetIn) -> None:
    (amina,) = join("amina", language="ar")
    phone = amina.phone
    phone.page.add_init_script(DEVICE)
    amina.again()
    phone.sees(amina.t("This phone has no voice for %(language)s.", language="العربية"), patience_s=90)
    assert not phone.has("button", amina.t("Listen: %(what)s", what=""), exact=False)

    phone.ask("voicesCome()")
    listens(amina, amina.t("My plan"))
    phone.until("heard.length >= 4", "all that stands on the card")
    said = phone.ask("heard")
    assert [tag for _, tag, _ in said] == ["ar-SA", "ar-SA", "da-DK", "da-DK"]
    assert all(at_home for _, _, at_home in said)
    assert said[0][0] == amina.t("My plan")
    assert said[2][0] == "Prøve en dag i syværkstedet"  # as it was written

    phone.ask("heard.length = 0")
    listens(amina, "")
    phone.until("heard.length === 1", "the first sentence")
    listens(amina, "")
    phone.page.wait_for_timeout(2500)
    assert phone.ask("heard.length") == 1  # a second tap is silence

    listens(amina, "")
    phone.until("heard.length >= 2", "it speaks again")
    amina.tap("Settings").tap("Lock now")
    phone.until("document.querySelector('#lock')?.hidden === false", "the lock")
    phone.page.wait_for_timeout(2000)
    assert phone.ask("heard.length") == 0  # a new page, and it says nothing
    assert phone.foreign == []
