"""Every kind of lock on a real phone: chosen in the app, drawn by the plain page; and the phone's own safe."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.e2e.browser import Phone
from tests.e2e.organisation import Organisation
from tests.e2e.person import PIN, Person

SIX = ("boat", "sun", "sun", "tree", "cup", "bird")
FORGET_THE_SAFE = """(async () => {
  const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("profiles");
  for await (const own of all.values()) {
    for await (const name of own.keys()) if (name.startsWith("passkey.")) await own.removeEntry(name);
  }
  localStorage.removeItem("profiles");
})()"""
NAMES = {"boat": "a boat", "sun": "the sun", "tree": "a tree", "cup": "a cup", "bird": "a bird"}
WRONG = "document.querySelector('#lock output').classList.contains('wrong')"


def to_locks(person: Person, opens: Callable[[], object]) -> Person:
    """From anywhere to the choice of locks, past the one of now."""
    person.to("More").tap("How this phone is locked")
    opens()
    return person.sees("Choose a lock")


def taps_six(person: Person) -> None:
    for name in SIX:
        person.tap(NAMES[name])


def taps_on_the_page(phone: Phone, names: tuple[str, ...] = SIX) -> None:
    phone.until("document.querySelectorAll('#lock .pad img').length === 12", "twelve pictures on the page")
    for name in names:
        phone.page.locator(f"#lock .pad [data-key={name}]").click()


def test_pictures_and_words_are_chosen_and_the_page_draws_them_after_a_kill(sofie: Person) -> None:
    phone = sofie.again().phone
    to_locks(sofie, lambda: sofie.digits(PIN)).starts_with("Six pictures").sees("Choose six pictures")
    taps_six(sofie)
    sofie.sees("The same six once more")
    taps_six(sofie)
    sofie.sees("From now on the new lock opens this phone.")
    phone.kill()
    phone.start().open(sofie.address, semantics=False)
    taps_on_the_page(phone, SIX[::-1])
    phone.until(WRONG, "the shake")
    phone.until("!document.querySelector('#lock').hasAttribute('data-waiting')", "the end of the wait")
    taps_on_the_page(phone)
    phone.opened()

    to_locks(sofie, lambda: taps_six(sofie)).starts_with("Five words").sees("Write these five words down")
    words = [phone.page.get_by_text(f"{at}. ").first.inner_text()[3:] for at in range(1, 6)]
    sofie.tap("I have them on paper").types("Your five words", " ".join(words)).tap("Done")
    sofie.sees("From now on the new lock opens this phone.")
    phone.open(sofie.address, semantics=False)
    phone.page.locator("#lock textarea").fill(" ".join(words).upper())
    phone.page.keyboard.press("Enter")
    phone.opened()
    assert phone.foreign == []


def test_a_copied_profile_does_not_open_without_the_phones_own_safe(
    organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    sofie, _ = begun_with_a_safe(organisation, new_phone)
    phone = sofie.phone
    to_locks(sofie, lambda: sofie.digits(PIN)).tap("Finger, face or code as well")
    sofie.sees("If the phone is lost or set up anew, somebody must let you in again.").tap("Switch it on")
    sofie.sees("From now on the phone's safe is asked as well.")
    sofie.again().synced()
    phone.close()
    shutil.copytree(tmp_path / "sofie", tmp_path / "thief", ignore=shutil.ignore_patterns("Singleton*"))
    thief = new_phone("thief")
    a_safe(thief)
    thief.open(sofie.address, semantics=False).pin(PIN, opens=False)
    thief.until(WRONG, "the shake")
    thief.ask(FORGET_THE_SAFE)
    thief.open(sofie.address, semantics=False).pin(PIN)
    thief.sees(sofie.t("The phone did not confirm that it is you. Nothing is lost: try again."))


def test_a_safe_that_is_asked_no_more_is_not_needed(
    organisation: Organisation, new_phone: Callable[..., Phone]
) -> None:
    sofie, end = begun_with_a_safe(organisation, new_phone)
    to_locks(sofie, lambda: sofie.digits(PIN)).tap("Finger, face or code as well").tap("Switch it on")
    sofie.sees("From now on the phone's safe is asked as well.").tap("Done").sees("Lock now")
    to_locks(sofie, lambda: sofie.digits(PIN)).tap("No longer finger or face")
    sofie.sees("From now on the lock alone opens this phone.")
    end()
    sofie.again().synced()


def begun_with_a_safe(
    organisation: Organisation, new_phone: Callable[..., Phone]
) -> tuple[Person, Callable[[], object]]:
    """Sofie's first start at the hub's name: a passkey belongs to a name, never to a number."""
    organisation.hub.kill()
    link = organisation.link("sofie").replace("127.0.0.1", "localhost")
    organisation.hub.start()
    sofie = Person(new_phone("sofie"))
    end = a_safe(sofie.phone)
    return sofie.begin(link).synced(), end


def a_safe(phone: Phone) -> Callable[[], object]:
    """Chromium's own authenticator with prf, in the place of a phone's; what it gives takes it away."""
    speaks = phone.page.context.new_cdp_session(phone.page)
    speaks.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasPrf": True,
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = speaks.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return lambda: speaks.send("WebAuthn.removeVirtualAuthenticator", made)
