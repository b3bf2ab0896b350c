"""Screens by their addresses, one after the other: those to which no tour has a way of its own."""

from __future__ import annotations

import time

from tests.e2e.browser import Phone
from tests.e2e.person import Person
from tests.e2e.side_ways import Stop

GO = "history.pushState(null, '', '/{}'); dispatchEvent(new PopStateEvent('popstate', {{ state: null }}))"
ARRIVES_S = 20.0
OF_THE_HOUSE = (
    "cases/still", "more/toolbox", "more/rooms", "more/studio", "more/languages", "more/areas", "more/protected",
    "more/credits", "more/compare",
)  # fmt: skip
OF_A_FILE = ("near", "strengths", "words", "book", "letters", "consents", "voice")


def go_to(phone: Phone, address: str) -> None:
    """As the browser's own history would; until something else is to be read."""
    before = phone.words()
    phone.ask(GO.format(address))
    until_other(phone, before)


def until_other(phone: Phone, before: str) -> None:
    """Something else than that is to be read, or it has been long."""
    deadline = time.monotonic() + ARRIVES_S
    while phone.words() == before and time.monotonic() < deadline:
        phone.page.wait_for_timeout(200)


def the_house(person: Person, stop: Stop) -> None:
    """What a coordinator has for all; begins and ends at one of the four doors."""
    _each(person, stop, "", OF_THE_HOUSE)
    go_to(person.phone, "more")


def the_file(person: Person, stop: Stop) -> None:
    """What there is for Amina, and last the phone turned to her, from where the tour does not come back."""
    go_to(person.phone, "people")
    person.phone.tap("button", "Amina Haddad", exact=False)
    person.sees("Agreement")
    here = person.phone.ask("location.pathname").strip("/")
    _each(person, stop, f"{here}/", OF_A_FILE)
    go_to(person.phone, here)
    person.tap("Turn the phone to her").phone.sees_no(person.t("Turn the phone to her"))
    stop("turned")


def _each(person: Person, stop: Stop, under: str, addresses: tuple[str, ...]) -> None:
    for address in addresses:
        go_to(person.phone, f"{under}{address}")
        person.finds("Back")
        stop(address.replace("/", "-"))
