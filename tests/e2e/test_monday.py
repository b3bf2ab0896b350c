"""A coordinator's Monday without a connection; what was decided reaches the mentor, and the mentee's phone nothing."""

from __future__ import annotations

from functools import partial

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.monday import monday
from tests.e2e.person import LANGUAGES, Person


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_decided_at_the_desk_stands_on_the_mentors_today(join: LetIn, language: str) -> None:
    karen, henrik = join("karen", "henrik", language=language)

    henrik.phone.cut()
    monday(henrik, partial(at_rest, henrik))
    henrik.phone.cut(off=False)
    henrik.to("More").tap("What is on the server").tap("Sync now")
    henrik.sees("Everything is on the server, sealed. Nobody there can read it.")

    karen.again().synced()
    karen.phone.find("button", karen.t("Take over: %(name)s", name="Amina Haddad"), exact=False, patience_s=60)
    karen.phone.tap("button", karen.t("Take over: %(name)s", name="Amina Haddad"), exact=False)
    karen.tap("I take it over").sees("She knows who comes")


def at_rest(person: Person, _name: str) -> None:
    """No picture, which `make screens` takes, but the time that a picture would wait for."""
    person.phone.rests()
