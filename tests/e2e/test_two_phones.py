"""Two phones and a hub that dies: what is written without a network arrives, sealed, with those who may read it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from app.i18n.words import first_up
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, Person

CONTACT = "Ærlige Åse أمينة"
HIS = "Blå dør, 2. sal"
PLACE = "Øvelokalet مقابلة"
CANARY = "KanariefuglQZXVsynger"
FORMS = [
    form
    for text in (CANARY, CONTACT, HIS, PLACE)
    for form in (
        text.encode(),
        text.encode("utf-16-le"),
        text.encode().hex().encode(),
        base64.b64encode(text.encode())[:-4],
    )
]
"""What was written, as it could stand in the clear on the wire or on a disk."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_logged_without_a_hub_reaches_those_who_may_read_it_and_no_note_is_ever_in_the_clear(
    organisation: Organisation, join: LetIn, language: str
) -> None:
    sofie, henrik = join("sofie", "henrik", language=language)
    organisation.hub.kill()
    organisation.wire.down()

    sofie.again().sees("Today")
    sofie.reads_from_her_side()
    sofie.logs_contact(CONTACT)
    _log_meeting(sofie)
    henrik.again().sees("Today")
    henrik.logs_contact(HIS)
    sofie.again().to("People").phone.sees(CONTACT)

    organisation.hub.start()
    organisation.wire.up()
    sofie.again().synced()
    henrik.again().synced()
    sofie.again().synced()

    sofie.to("People").phone.sees(CONTACT).sees(HIS)
    henrik.to("People").phone.sees(CONTACT).sees(HIS)
    _opens_the_meeting(sofie).sees(PLACE).sees(CANARY)
    _opens_the_meeting(henrik).sees(PLACE)
    henrik.sees("A note, if there is one, is for her mentor and her worker alone.")
    assert CANARY not in henrik.phone.words()
    assert sofie.phone.foreign == []

    for person in (sofie, henrik):
        person.phone.close()
        assert _journals(person.phone.profile), "the files that were searched are not where the journal lies"
        assert _where_it_stands(person.phone.profile) == []
    assert _where_it_stands(organisation.folder) == []
    assert len(organisation.wire.passed) > 20
    assert not any(_tells(passed) for passed in organisation.wire.passed)


def _log_meeting(person: Person) -> None:
    person.to("Meetings").tap("Log a meeting").sees("Time together").tap("More: topics, place, note")
    person.types("What the place is called", PLACE).types("What I saw or heard", CANARY).tap("Keep")
    here = person.t.many("%(num)d thing is only on this phone", "%(num)d things are only on this phone", 2)
    person.phone.sees(here)  # the contact, and the meeting with its note


def _opens_the_meeting(person: Person) -> Phone:
    """The one that was held today: the first under *Held*."""
    minutes = person.t.many("%(num)d min", "%(num)d min", 55)
    today = first_up(person.t("today"))
    return person.to("Meetings").phone.tap("button", f"Amina Haddad {today} · {minutes}", exact=False)


def _journals(profile: Path) -> list[Path]:
    """Databases in the browser's private file system."""
    files = [file for file in profile.rglob("*") if file.is_file() and "File System" in file.parts]
    return [file for file in files if file.read_bytes().startswith(b"SQLite format 3")]


def _where_it_stands(folder: Path) -> list[str]:
    """Every file in there that tells what was written."""
    return [str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file() and _tells(file.read_bytes())]


def _tells(content: bytes) -> bool:
    return any(form in content for form in FORMS)
