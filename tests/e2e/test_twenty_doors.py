"""A worker's round of twenty doors without a network, one tap a door; a colleague in the same stairwell adds up."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, Person

DOORS = ["Nobody home"] * 9 + ["Talked"] * 5 + ["Not now"] * 3 + ["Interested"] * 3
HIS = ["Talked", "Nobody home"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_twenty_doors_are_twenty_taps_and_both_workers_see_the_sum(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    sofie, henrik = join("sofie", "henrik", language=language)
    organisation.hub.kill()
    organisation.wire.down()

    to_the_round(sofie.again())
    sees_doors(sofie, 0)
    for done, words in enumerate(DOORS, start=1):
        taps(sofie, words)
        sees_doors(sofie, done)
    sofie.finds(f"{sofie.t('Nobody home')}\n9").finds(f"{sofie.t('Interested')}\n3")
    writes_down_who(sofie)
    sofie.tap("End the round").sees("Your time here")
    sofie.tap("Keep").phone.find("heading", sofie.t("Places"))

    to_the_round(henrik.again())
    for words in HIS:
        taps(henrik, words)
    sees_doors(henrik, len(HIS))

    organisation.hub.start()
    organisation.wire.up()
    for person in (sofie, henrik, sofie):
        person.again().synced()
    for person in (sofie, henrik):
        to_the_round(person)
        said = person.t("%(num)d taps at %(all)d doors", num=len(DOORS) + len(HIS), all=20)
        person.phone.sees(said)
    henrik.phone.sees(henrik.t("Here today too: %(names)s", names="Sofie Lindgren"))
    assert sofie.phone.foreign == []


def to_the_round(person: Person) -> None:
    """The stairwell of twenty doors that nobody knocked at yet."""
    person.to("People").tap("Places").starts_with("Opgang C").sees("Please do not knock")


def taps(person: Person, words: str) -> None:
    """One tap on the large button."""
    person.phone.tap("button", person.t(words), exact=False)


def sees_doors(person: Person, done: int) -> None:
    """Each tap is on the screen before the next one."""
    person.phone.sees(person.t("%(num)d of %(all)d doors", num=done, all=20))


def writes_down_who(person: Person) -> None:
    """From the round: place and way are there, nothing is typed."""
    person.tap("Write down who").sees("A nickname is enough").tap("Keep").sees("Please do not knock")
