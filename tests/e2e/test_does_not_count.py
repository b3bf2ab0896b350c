"""What does not count, and what two wrote at once: said on the phone, handed in, taken over, settled."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, Person

DOOR = "Blå dør, 2. sal"
HERS, HIS = "Ringer selv", "سيتصل غدا"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_contact_is_handed_in_and_two_notes_to_it_are_settled(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    sofie, henrik = join("sofie", "henrik", language=language)
    organisation.wire.refuse = "size"
    sofie.logs_contact(DOOR)
    sofie.phone.tap("button", sofie.t.many("%(num)d not counted", "%(num)d not counted", 1), patience_s=60)
    sofie.sees("It is too long for the server. Shorten it.").phone.sees(DOOR)
    sofie.tap("Hand it in").sees("It is handed in.")

    organisation.wire.refuse = ""
    sofie.tap("Back").tap("Sync now").sees("Everything is on the server, sealed. Nobody there can read it.")
    henrik.again().synced()
    henrik.phone.tap(
        "button", henrik.t.many("%(num)d thing was handed in.", "%(num)d things were handed in.", 1), patience_s=60
    )
    henrik.sees("Take over").phone.sees(DOOR)
    henrik.tap("Take over").sees("Taken over").tap("Back").synced()
    sofie.again().synced()

    organisation.wire.down()
    for person, note in ((sofie, HERS), (henrik, HIS)):
        opens(person).finds("Change").tap("Change").sees("What came of it")
        person.types("Note", note).tap("Keep").phone.sees(note)
    organisation.wire.up()
    for person in (sofie, henrik, sofie):
        person.again().synced()

    opens(sofie).sees("Two people wrote at the same time").phone.sees(HERS).sees(HIS)
    sofie.tap("Keep all of them together").phone.sees_no(sofie.t("Two people wrote at the same time"))
    sofie.tap("Back").synced()
    henrik.again().synced()
    opens(henrik).phone.sees(HERS).sees(HIS).sees_no(henrik.t("Two people wrote at the same time"))


def opens(person: Person) -> Person:
    """The blue door, from the list of people."""
    person.to("People").phone.tap("button", DOOR, exact=False, patience_s=60)
    return person.sees("Day you met")
