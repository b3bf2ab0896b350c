"""Who reads nothing finds her way by pictures and sound: her plan heard, a step done, another refused, Karen called."""

from __future__ import annotations

from app.i18n.pseudo import NO_TEXT
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.person import Person
from tests.e2e.test_voice import DEVICE

STEP = "Prøve en dag i syværkstedet"
WRITTEN = (
    STEP,
    "Ringe selv til sprogskolen",
    "Læse et brev fra kommunen sammen",
    "Amina",
    "Haddad",
    "Karen",
    "Østerby",
    "Sofie",
    "Lindgren",
    "Caféen",
    "Syværkstedet Tråden",
    "Syværkstedet",
    "Brevet og det gule kort",
    "Dansk",
)
"""What people wrote, and the name of the voice that speaks."""
CALLS = "globalThis.called = []; globalThis.open = (address) => (called.push(String(address)), null)"


def without_words(person: Person) -> Person:
    """The same phone, as if she had chosen the language that has none."""
    phone = person.phone
    phone.ask(
        f"localStorage.settings = JSON.stringify({{...JSON.parse(localStorage.settings), language: '{NO_TEXT}'}})"
    )
    phone.page.add_init_script(f"{DEVICE}; {CALLS}")
    wordless = Person(phone, NO_TEXT, person.address).again()
    phone.until("typeof voicesCome === 'function' && (voicesCome(), true)", "the voices")
    return wordless


def letters_on(phone: Phone) -> str:
    """Every letter on the screen that is not of something somebody wrote."""
    said = str(phone.ask("document.querySelector('flt-semantics-host').innerText"))
    said += " ".join(phone.ask("[...document.querySelectorAll('flt-semantics [aria-label]')].map((e) => e.ariaLabel)"))
    for word in WRITTEN:
        said = said.replace(word, "")
    return "".join(sign for sign in said if sign.isalpha())


def test_a_step_is_heard_done_and_refused_and_karen_called_without_a_word(join: LetIn) -> None:
    (amina,) = join("amina")
    amina = without_words(amina)
    phone = amina.phone
    amina.sees("My plan")

    phone.tap("button", amina.t("Listen: %(what)s", what=amina.t("My plan")), exact=False)
    phone.until(f"heard.some(([text, tag]) => text === '{STEP}' && tag === 'da-DK')", "her plan, aloud")

    phone.tap("button", f"{amina.t('My plan')} {STEP}")
    phone.find("heading", amina.t("The next step"))
    assert letters_on(phone) == ""
    amina.tap("Done it")
    phone.find("heading", amina.t("Behind me"))
    phone.page.wait_for_timeout(1500)
    amina.tap("Not for me").sees("It is passed on. You find another step together.")

    amina.tap("Back").starts_with("My people and times")
    phone.find("heading", amina.t("When we meet"))
    assert letters_on(phone) == ""
    phone.tap("button", amina.t("Call %(name)s", name="Karen Østerby"))
    phone.until("called.length === 1", "the telephone")
    assert phone.ask("called[0]") == "tel:+4570102040"
    assert phone.foreign == []
