"""The browser's own *back*, while something is half written: the screen stays, and asks."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import LetIn
from tests.e2e.person import LANGUAGES

NAME = "Name, or how you remember the person"


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_from_a_form_half_written_asks_first_and_loses_nothing_without_her_word(
    join: LetIn, language: str
) -> None:
    (sofie,) = join("sofie", language=language)
    page = sofie.phone.page
    sofie.tap("Log a contact").types(NAME, "Fatima")

    page.go_back()
    sofie.sees("Throw this away?")
    page.go_back()
    sofie.tap("Keep on writing").phone.find("heading", sofie.t("Log a contact"))
    sofie.phone.comes(lambda: ": Fatima" in sofie.phone.words(), "what she wrote")
    sofie.phone.sees_no(sofie.t("Throw this away?"))

    page.go_back()
    sofie.tap("Throw away").phone.find("heading", sofie.t("Today"))
    sofie.tap("Log a contact").sees("What came of it")
    page.go_back()
    sofie.phone.find("heading", sofie.t("Today"))
