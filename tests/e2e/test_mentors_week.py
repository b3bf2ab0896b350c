"""A mentor's week without a network: four taps on a bus, a note, a step; then who reads what of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.i18n.words import first_up
from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, Person

NOTE, SUCCESS, STEP = "KanariefuglQZX var med", "Hun spurgte selv chaufføren", "Ringe til skolen om mandagen"
AMINA = "Amina Haddad"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mentor_tells_of_her_week_without_a_network_and_each_reads_what_is_hers(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    karen, henrik, amina = join("karen", "henrik", "amina", language=language)
    karen.phone.cut()

    tells_on_the_bus(karen)
    tells_the_rest_at_home(karen)
    karen.phone.rests()  # the form slides away with a Back of its own
    karen.tap("Back").to("People").phone.tap("button", AMINA, exact=False)
    karen.sees("Agreement").tap("Change").sees("How often").tap("Every other week", "checkbox").tap("Keep")
    karen.sees("Agreement").tap("Add a step").sees("Who does it").types("Or in a few words", STEP)
    karen.tap("She herself", "checkbox").tap("Keep").phone.sees(STEP)

    karen.phone.cut(off=False)
    karen.tap("Back").again().synced()

    henrik.again().synced()
    henrik.to("Meetings").opens_held()
    henrik.sees("A note, if there is one, is for her mentor and her worker alone.")
    assert NOTE not in henrik.phone.words()
    assert SUCCESS not in henrik.phone.words()

    amina.again()
    amina.phone.tap("button", amina.t("My plan"), exact=False, patience_s=90)
    amina.phone.sees(STEP, patience_s=60)
    for person in (karen, henrik, amina):
        assert person.phone.foreign == []


def tells_on_the_bus(karen: Person) -> None:
    """Four taps: the meeting, how it went, the same hour next week, keep. Once its hour has passed there are three."""
    karen.phone.tap("button", "Caféen", exact=False)  # her name also stands on what she says of a step
    together, tell = karen.t("Time together"), karen.t("Tell how it went")
    karen.phone.comes(lambda: any(words in karen.phone.words() for words in (together, tell)), "today's meeting")
    if together not in karen.phone.words():
        karen.tap("Tell how it went").sees("Time together")
    week = karen.t.by_date(date.today() + timedelta(days=7), date.today())  # noqa: DTZ011 - as the phone's clock
    karen.phone.tap("checkbox", first_up(karen.t("%(day)s %(time)s", day=week, time="14:00")))
    karen.tap("Keep").sees("Today")


def tells_the_rest_at_home(karen: Person) -> None:
    """The note, and what went well, from the page of that meeting."""
    karen.to("Meetings").opens_held()
    karen.tap("Write a note").types("What I saw or heard", NOTE).tap("Keep").phone.sees(NOTE)
    karen.finds("Talk it over").tap("Talk it over").types("What succeeded", SUCCESS).tap("Keep").phone.sees(SUCCESS)
