"""Side ways of the tours: what is among a few, letters that are photographed, what there is about a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.person import Person

LETTER = Path(__file__).resolve().parents[2] / "assets" / "icons" / "icon-512.png"
Stop = Callable[[str], None]


def among_few(person: Person, stop: Stop) -> None:
    """Safety matters, advice, partners, each with something in it."""
    person.tap("Back").to("More").tap("Advice from colleagues")
    stop("advice-none")
    person.tap("Ask for advice").types("What you wonder about", "Hvornår er det for sent at ringe?")
    person.tap("Everybody who works here", "checkbox").sees("Write it without the name of the person it is about.")
    stop("advice-ask")
    person.tap("Ask").phone.tap("button", "Hvornår", exact=False)
    person.types("Your answer", "Efter klokken otte.").tap("Answer").sees("Answers")
    stop("advice")
    person.back_to("Advice from colleagues").back_to("More").tap("Safety matters").tap("A new safety matter")
    person.types("What you call it among you", "Poplen").types("What they must know", "Han venter om fredagen.")
    person.phone.tap("checkbox", "Karen Østerby", exact=False)
    stop("few-new")
    person.tap("Keep it among us").phone.find("button", "Poplen", exact=False)
    stop("few-list")
    person.phone.tap("button", "Poplen", exact=False)
    person.sees("Who reads it")
    stop("few")
    person.back_to("Safety matters").back_to("More").tap("Partners").types(
        "What the partner is called", "Egeby Kommune"
    )
    person.tap("Add a partner").sees("Nothing is shared.").tap("Share one thing").phone.tap("checkbox", "Amina Haddad")
    person.sees("Ask her first, in these words")
    stop("partner-consent")
    person.phone.tap("checkbox", person.t("In a shared language"))
    person.tap("She said yes").types("What they may read", "Kan begynde mandag, formiddag.")
    stop("partner-share")
    person.tap("Share it").finds("Take it back")
    stop("partner")
    person.back_to("Partners")
    stop("partners")


def letters(person: Person, stop: Stop) -> None:
    """A letter is photographed, and waits for Wi-Fi."""
    phone = person.phone
    person.to("Meetings").opens_held().sees("Photos of letters")
    with phone.page.expect_file_chooser() as chooser:
        phone.press("button", person.t("Photograph a letter"))
    chooser.value.set_files(LETTER)
    person.sees("Waits for your tap: this phone does not say whether it is on Wi-Fi.")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("letter-waits")
    person.back_to("Meetings").to("More").tap("What is on the server").sees("Only on Wi-Fi")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("letters-travel")


def about_a_person(person: Person, stop: Stop) -> None:
    """From More: what may be done about Karen, as far as nothing is done yet."""
    person.tap("People who work here").sees("Mentees")
    person.phone.tap("button", "Karen Østerby", exact=False)
    person.sees("What can be done").sees("Report lost")
    stop("person")
    person.tap("New phone or forgotten PIN").sees("She is here with me")
    stop("let-in-again")
    person.tap("Back").tap("Change the role").sees("What she will be here").tap("Outreach worker", "checkbox")
    person.sees("What she will read")
    stop("another-role")
    person.tap("Back").tap("She leaves").sees("It can still be handed in.")
    stop("she-leaves")
    person.tap("Back").sees("What can be done").back_to("People who work here").back_to("More")
    person.to("More").tap("Handed in after leaving").sees("Nothing waits.")
    stop("late")
