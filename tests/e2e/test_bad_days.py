"""What goes wrong on a phone on a bad day: said in her words, and nothing that was acknowledged is lost."""

from __future__ import annotations

import secrets
from functools import partial

from tests.e2e.browser import LOCK_SHOWN
from tests.e2e.organisation import Organisation
from tests.e2e.person import PIN, Person
from tests.notes import long_note

THEIRS, MOST, NOTE_BYTES = 40, 16, 9_000
"""Contacts of the demo organisation; at most so many fit where a first pull lay aside; letters are two a byte."""
TWICE = """(button) => { for (const _ of [1, 2]) button.dispatchEvent(new MouseEvent("click", {bubbles: true})); }"""
WAITING = "document.querySelector('#lock')?.dataset.waiting !== undefined"
NOT_WAITING = "document.querySelector('#lock')?.dataset.waiting === undefined"


def test_a_second_tab_says_so_and_nothing_that_was_kept_is_lost(sofie: Person) -> None:
    sofie.again().logs_contact("Første fane")
    first, second = sofie.phone.page, sofie.phone.new_tab()
    second.goto(sofie.address)
    use_it_here = second.locator("#notice button")
    use_it_here.wait_for()
    first.bring_to_front()
    sofie.logs_contact("Stadig første fane")

    second.bring_to_front()
    use_it_here.click()
    first.locator("#notice").wait_for()
    sofie.phone.page = second
    sofie.phone.pin(PIN)

    has(sofie, "Første fane", "Stadig første fane")


def test_two_quick_taps_on_keep_keep_one(sofie: Person) -> None:
    sofie.again().tap("Log a contact").sees("What came of it").tap("Interested", "checkbox")
    sofie.types("Name, or how you remember the person", "Kun én gang")
    sofie.phone.find("button", sofie.t("Keep")).evaluate(TWICE)
    sofie.phone.find("heading", sofie.t("Today"))

    has(sofie, "Kun én gang")


def test_a_full_phone_says_so_keeps_what_was_typed_and_loses_nothing(sofie: Person, organisation: Organisation) -> None:
    sofie.again().logs_contact("Før den blev fuld").synced()
    organisation.wire.down()
    quota(sofie, 1)
    sofie.again()
    kept = ["Før den blev fuld"]
    while not _refused(sofie, f"Fuld {len(kept)}"):
        kept.append(f"Fuld {len(kept)}")
        assert len(kept) < MOST, "the phone never got full"

    quota(sofie, None)
    sofie.tap("Keep")
    sofie.phone.find("heading", sofie.t("Today"))

    sofie.again()
    has(sofie, *kept, f"Fuld {len(kept)}")


def test_a_hub_that_answers_nonsense_or_half_is_named_and_everything_stays(
    sofie: Person, organisation: Organisation
) -> None:
    wire = organisation.wire
    sofie.again().synced()
    wire.spoil = lambda said: secrets.token_bytes(len(said))
    sofie.logs_contact("Kun her").to("More").tap("What is on the server")
    sofie.sees("The server answers nonsense. Everything is kept on this phone.")

    wire.spoil, before = lambda said: said[: len(said) // 2], wire.spoilt
    sofie.tap("Sync now").sees("No connection. Everything is kept on this phone.")
    assert wire.spoilt > before

    wire.spoil = None
    sofie.tap("Sync now").sees("Everything is on the server, sealed. Nobody there can read it.")
    sofie.again()
    has(sofie, "Kun her")


def test_a_wrong_pin_costs_a_growing_wait_that_a_reload_does_not_shorten_and_destroys_nothing(sofie: Person) -> None:
    phone = sofie.phone
    phone.open(sofie.address, semantics=False)
    for wrong in ("111111", "222222", "333333", "444444", "555555", "666666"):  # free, then 1, 2, 4, 8, 16 s
        phone.until(NOT_WAITING, "the end of the wait")
        phone.pin(wrong, opens=False)
        phone.until("!document.querySelector('#lock').hasAttribute('aria-busy')", "the answer")
    phone.until(WAITING, "the wait")

    phone.open(sofie.address, semantics=False)
    phone.pin(PIN, opens=False)
    phone.until(WAITING, "the wait, still")
    assert phone.ask(LOCK_SHOWN)

    phone.until(NOT_WAITING, "the end of the wait")
    phone.pin(PIN)
    has(sofie)


def test_a_browser_that_is_killed_while_it_keeps_has_all_that_it_acknowledged(sofie: Person) -> None:
    kept: list[str] = []
    sofie.again()
    for day, moment_ms in enumerate((0, 30, 120)):
        sofie.logs_contact(f"Kvitteret {day}")
        kept.append(f"Kvitteret {day}")
        sofie.tap("Log a contact").sees("What came of it")
        sofie.types("Name, or how you remember the person", f"Midt i {day}").tap("Keep")
        sofie.phone.page.wait_for_timeout(moment_ms)
        sofie.phone.kill()
        sofie.phone.start()
        sofie.again().to("People").phone.sees(kept[-1])
        half = f"Midt i {day}"
        kept += [half] if half in sofie.phone.words() else []
        sofie.to("Today")

    has(sofie, *kept)


def _refused(person: Person, name: str) -> bool:
    """Logs a contact with a long note: was it refused, with the words for a full phone?"""
    person.tap("Log a contact").sees("What came of it").types("Name, or how you remember the person", name)
    person.types("Note", "N" + long_note(secrets.token_bytes(NOTE_BYTES))).tap("Keep")
    full = person.t("This phone has no room left. Nothing was lost: make room, then keep it again.")
    person.phone.comes(
        lambda: person.phone.has("heading", person.t("Today")) or full in person.phone.words(), "kept, or refused"
    )
    return full in person.phone.words()


def has(person: Person, *names: str) -> None:
    """Everybody of the organisation and these, each once."""
    person.to("People")
    total = THEIRS + len(names)
    person.phone.sees(person.t.many("%(num)d person", "%(num)d people", total))
    for name in names:
        person.types("Search by name, street or number", name)
        person.phone.comes(partial(_once, person, name), f"{name}, once")


def _once(person: Person, name: str) -> bool:
    return person.phone.words().count(f'"{name} ') == 1


def quota(person: Person, size: int | None) -> None:
    """As if the phone had only so many bytes for this page; None gives back what it had."""
    page = person.phone.page
    asked = {"origin": person.address} | ({} if size is None else {"quotaSize": size})
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", asked)
