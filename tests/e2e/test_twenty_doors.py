"""A worker's round of twenty doors without a network, one tap a door; a colleague in the same stairwell adds up."""

from __future__ import annotations

import pytest

from build.pwa.places import OUT
from tests.e2e.camera import at_rest
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
    shot(sofie, language, "1-before")
    for done, words in enumerate(DOORS, start=1):
        taps(sofie, words)
        sees_doors(sofie, done)
    shot(sofie, language, "2-twenty-doors")
    sofie.finds(f"{sofie.t('Nobody home')}\n9").finds(f"{sofie.t('Interested')}\n3")
    writes_down_who(sofie)
    sofie.tap("End the round").sees("Your time here")
    shot(sofie, language, "3-end")
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
    shot(henrik, language, "4-both")
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


def shot(person: Person, language: str, name: str) -> None:
    """Into build/out/screens/twenty-doors-<language>/, to be looked at."""
    folder = OUT / "screens" / f"twenty-doors-{language}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.png").write_bytes(at_rest(person.phone))
