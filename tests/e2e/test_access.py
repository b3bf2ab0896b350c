"""Every screen of hers and the main ones of a worker, as Chromium tells them: named, large enough, read in their order.

Contrast and the language of the names are looked at without a browser (tests/views/test_every_screen.py).
"""

from __future__ import annotations

from app.views.kit.theme import LETTER_TARGET, TARGET
from tests.e2e.access import faults
from tests.e2e.conftest import LetIn
from tests.e2e.person import LANGUAGES, Person
from tests.e2e.sheets import STOPS, go_to

OF_A_WORKER = (
    *("people", "people/new", "places", "outreach", "outreach/reach", "meetings", "meetings/log", "more"),
    *("cases", "cases/sweep", "mentors", "groups", "companies", "more/team", "more/invite", "more/language", ""),
)


def seen(person: Person, stops: tuple[str, ...], least: int) -> dict[str, list[object]]:
    found = {}
    for stop in stops:
        go_to(person, stop)
        if told := faults(person.phone.rests(), least=least, rtl=person.t.rtl):
            found[stop] = told
    return found


def test_every_screen_can_be_heard_hit_and_read_in_its_order(join: LetIn) -> None:
    amina, sofie = join("amina", "sofie", language=LANGUAGES[0])

    assert seen(amina, STOPS, LETTER_TARGET) == {}
    assert seen(sofie, OF_A_WORKER, TARGET) == {}
