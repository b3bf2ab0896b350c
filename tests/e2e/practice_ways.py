"""Her first sitting in a browser, from the door on her letter to its end; whichever picture comes first is tapped."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.e2e.browser import Phone
from tests.e2e.person import Person

Stop = Callable[[str], None]
MOST = 12


def first_sitting(phone: Phone, person: Person, stop: Stop) -> None:
    """Begins and ends on her letter."""
    through_her_door(phone, person)
    stop("practise")
    person.tap("Begin")
    kinds: set[str] = set()
    end, onward = person.t("That was today."), person.t("Go on")
    for _ in range(MOST):
        kind = answers_something(phone, person, kinds, stop)
        phone.comes(lambda: phone.has("button", onward), onward)
        if kind not in kinds:
            stop(f"practise-{kind}-after")
            kinds.add(kind)
        phone.tap("button", onward)
        phone.comes(lambda: not phone.has("button", onward), "the next question")
        phone.comes(lambda: end in phone.words() or _asked(phone, person) != "", end)
        if end in phone.words():
            break
    stop("practise-end")
    person.tap("Home")
    through_her_door(phone, person)
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 4000)
    phone.tap("button", person.t("What I can do now"), exact=False)
    person.sees("The pictures fill up while you practise.")
    stop("practise-can")
    person.back_to("Practise Danish").tap("Back")


def through_her_door(phone: Phone, person: Person) -> None:
    """Its name begins so: where words are dots, others have the same within."""
    door = phone.page.get_by_role("button", name=re.compile("^" + re.escape(person.t("Practise Danish"))))
    phone.comes(lambda: door.count() > 0, "her door to Danish")
    door.first.dispatch_event("click")
    person.sees("What would you like to practise?")


def answers_something(phone: Phone, person: Person, kinds: set[str], stop: Stop) -> str:
    """Taps the first picture or voice; gives which of the two it was."""
    phone.comes(lambda: _asked(phone, person) != "", "a question")
    kind = _asked(phone, person)
    if kind not in kinds:
        stop(f"practise-{kind}")
    phone.tap("button", person.t("Picture %(num)d", num=1) if kind == "picture" else person.t("Voice %(num)d", num=1))
    if kind == "voice":
        person.tap("This one")
    return kind


def _asked(phone: Phone, person: Person) -> str:
    for kind, name in (("picture", "Picture %(num)d"), ("voice", "Voice %(num)d")):
        if phone.has("button", person.t(name, num=1)):
            return kind
    return ""
