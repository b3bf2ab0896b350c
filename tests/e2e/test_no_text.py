"""Who reads nothing finds her way by pictures and sound: her plan heard, a step done, Karen called, Danish said."""

from __future__ import annotations

from collections.abc import Collection

from app.exercises.aloud import sentences_said, words_said
from app.i18n.pseudo import NO_TEXT
from build.decks.source import sources
from build.demo_plan import WAY
from build.pwa.places import OUT
from tests.e2e.browser import Phone
from tests.e2e.camera import at_rest
from tests.e2e.conftest import LetIn
from tests.e2e.person import Person
from tests.e2e.practice_ways import first_sitting
from tests.e2e.speaking import DEVICE

STEP = "Prøve en dag i syværkstedet"
WRITTEN = (
    STEP,
    WAY["line"],
    WAY["stop"],
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
DECKS = [source.deck for source in sources()[0]]
DANISH = {text for deck in DECKS for text in (deck.title["da"], *words_said(deck), *sentences_said(deck))}
DANISH |= {can.da for deck in DECKS for can in deck.cans}
"""What she is here to learn."""
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


ASKED = ("practise-picture", "practise-voice")
FEWEST = 3
"""Words that she hears in a sitting, at least."""


def letters_on(phone: Phone, danish: Collection[str] = ()) -> str:
    """Every letter on the screen that is not of something somebody wrote, nor of `danish`."""
    said = str(phone.ask("document.querySelector('flt-semantics-host').innerText"))
    said += " ".join(phone.ask("[...document.querySelectorAll('flt-semantics [aria-label]')].map((e) => e.ariaLabel)"))
    for word in (*WRITTEN, *sorted(danish, key=len, reverse=True)):
        said = said.replace(word, "")
    return "".join(sign for sign in said if sign.isalpha())


def practises(person: Person) -> None:
    """Her first sitting: what is asked is heard or seen, and no letter stands there but Danish that she learns."""
    phone, seen = person.phone, []

    def stop(name: str) -> None:
        seen.append(name)
        assert letters_on(phone, DANISH) == "", name
        if name in ASKED:
            assert letters_on(phone) == "", name
        phone.shot(OUT / "screens" / "no-text" / f"{len(seen)}-{name}.png")

    phone.ask("heard.length = 0")
    first_sitting(phone, person, stop)
    assert {*ASKED, "practise-end"} <= set(seen)
    said = [text for text, tag, _ in phone.ask("heard") if tag == "da-DK"]
    assert len(said) >= FEWEST
    assert set(said) <= DANISH


def test_a_step_is_heard_done_and_refused_karen_called_and_danish_practised_without_a_word(join: LetIn) -> None:
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
    at_rest(phone)
    amina.tap("Not for me").sees("It is passed on. You find another step together.")

    amina.tap("Back").starts_with("My people and times")
    phone.find("heading", amina.t("When we meet"))
    assert letters_on(phone) == ""
    phone.tap("button", amina.t("Call %(name)s", name="Karen Østerby"))
    phone.until("called.length === 1", "the telephone")
    assert phone.ask("called[0]") == "tel:+4570102040"

    amina.tap("Back")
    practises(amina)
    assert phone.foreign == []
