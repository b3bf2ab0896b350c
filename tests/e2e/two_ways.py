"""Where two phones are needed: texts that did not know of each other, a second phone, a lost one and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable

from build.demo_content import ORGANISATION
from tests.e2e.person import Person

Stop = Callable[[str], None]
WHO = "Nadia"
HERS, HIS = "Efter Eid, ikke om formiddagen", "Ring først til hendes søster"
LINK = re.compile(r"http\S+#join=[\w-]+")


def two_texts(one: Person, other: Person, stop: Stop) -> None:
    """Both write the same note at once; `one` reads both texts and keeps them together."""
    for person, text in ((one, HERS), (other, HIS)):
        finds_contact(person).finds("Change").tap("Change").sees("What came of it").types("Note", text)
    for person in (one, other):
        person.tap("Keep").finds("Change")
        home(person)
    finds_contact(one.again().synced()).sees("Two people wrote at the same time")
    one.phone.sees(HERS).sees(HIS)
    stop("two-texts")
    one.tap("Keep all of them together")
    one.phone.sees_no(one.t("Two people wrote at the same time"))
    stop("two-texts-settled")
    home(one)


def second_phone(first: Person, second: Person, stop: Stop) -> None:
    """She makes a code on the first and begins on the second; `stop` pictures the second."""
    first.to("More").tap("My phones").sees("This phone").tap("Another phone")
    first.tap("Make the code").sees("It works for 15 minutes.")
    link = LINK.search(first.phone.words())
    assert link
    second.address = link[0].partition("#")[0]
    second.phone.open(link[0])
    second.chooses_language().sees("Go on")
    stop("second-phone-welcome")
    second.from_the_welcome().synced().to("More").tap("My phones").sees("This phone").finds("Report lost")
    stop("second-phone")


def lost_phone(first: Person, second: Person, stop: Stop, stop_first: Stop) -> None:
    """On the second, from *My phones*: the first is lost, and says so itself when it is heard again."""
    second.phone.page.get_by_role("button", name=second.t("Report lost"), exact=True).last.dispatch_event("click")
    second.finds("Shut this phone out")
    stop("lost-phone")
    second.tap("Shut this phone out").sees("That phone is shut out.")
    stop("lost-phone-done")
    first.again()
    gone = first.t("This phone is no longer part of %(organisation)s.", organisation=ORGANISATION)
    first.phone.sees(gone, patience_s=60)
    first.sees("All that you had not sent is handed in.")
    stop_first("out")


def home(person: Person) -> None:
    """From somebody's page to Today, and all of it at the server."""
    person.back_to("People").to("Today").synced()


def finds_contact(person: Person) -> Person:
    """From anywhere with a bottom bar to the page of somebody the demo knows."""
    person.to("People").types("Search by name, street or number", WHO)
    person.phone.tap("button", WHO, exact=False)
    return person.sees("Day you met")
