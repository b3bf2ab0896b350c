"""Two real browsers in two languages, side by side: the same four pictures in the same places."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.views.kit.pictures import PICTURES
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.person import PIN, Person

LINK = re.compile(r"http://127\.0\.0\.1:\d+/#join=[\w-]{22}")


def four(person: Person) -> list[tuple[str, int]]:
    """(picture, dots) as they stand on the glass: line by line, from left to right."""
    person.phone.sees(person.t("Do you both see the same four?"), patience_s=90)
    named = {
        person.t.many("%(picture)s, %(num)d dot", "%(picture)s, %(num)d dots", dots, picture=person.t(words)): (
            name,
            dots,
        )
        for name, words in PICTURES.items()
        for dots in range(1, 7)
    }
    found = []
    for drawn in person.phone.page.get_by_role("img").all():
        box, sign = drawn.bounding_box(), named.get(drawn.get_attribute("aria-label") or "")
        if sign and box:
            found.append((round(box["y"]), round(box["x"]), sign))
    return [sign for _, _, sign in sorted(found)]


def test_inviter_and_invited_see_the_same_four(join: LetIn, new_phone: Callable[..., Phone]) -> None:
    (henrik,) = join("henrik")
    henrik.to("More").tap("Invite somebody").sees("Role").types("Her or his name", "Mona").tap("Mentor", "checkbox")
    henrik.tap("Make the invitation").sees("Or read it out")
    link = LINK.search(henrik.phone.words())
    assert link

    mona = Person(new_phone("mona"), "ar", link[0].partition("#")[0])
    mona.phone.open(link[0])
    mona.chooses_language("Large letters").tap("Go on").sees("Choose a picture")
    assert mona.phone.ask("getComputedStyle(document.documentElement).fontSize") == "20px"
    mona.tap("a boat").sees("Choose a PIN").digits(PIN)
    mona.sees("The same PIN once more").digits(PIN)
    hers = four(mona)
    assert len(hers) == 4
    henrik.phone.sees(henrik.t("%(name)s is in.", name="Mona"))
    henrik.tap("Compare pictures")
    assert four(henrik) == hers

    mona.tap("No").sees("Do not go on").tap("Look again").tap("Yes").synced()
    mona.to("More").tap("Compare pictures")
    assert four(mona) == hers
    henrik.tap("Yes").sees("What can be done")
