"""The languages that nobody speaks: every text is turned, nothing that is counted or named is lost."""

from __future__ import annotations

from datetime import date

import pytest

from app.i18n import LANGUAGES, Words, danish, language_named
from app.i18n.pseudo import DOT, LONG, MIRRORED, NO_TEXT, PSEUDO

DAY = date(2026, 11, 19)


def test_nobody_is_offered_one() -> None:
    assert not {each.code for each in LANGUAGES} & set(PSEUDO)
    assert {language_named(code).code for code in (*PSEUDO, "en-XA", "ar-XB")} == {"da", "en", "ar"}


def test_without_words_there_is_no_letter_but_those_of_names() -> None:
    none = Words(NO_TEXT)

    said = (
        none("Keep"),
        none.many("%(num)d step", "%(num)d steps", 3),
        none.day(DAY, date(2026, 11, 18)),
        none.full_day(DAY),
    )
    assert not any(sign.isalpha() for sign in "".join(said))
    assert none("Keep") == DOT * len(danish()("Keep"))
    assert none("Hello %(name)s", name="Karen") == f"{DOT * 3} Karen"
    assert "3" in said[1]


def test_the_long_one_is_long_and_the_mirrored_one_runs_the_other_way() -> None:
    assert len(Words(LONG)("Keep")) > len(danish()("Keep"))
    mirrored = Words(MIRRORED)
    assert mirrored.rtl
    assert mirrored("Hello %(name)s", name="Karen").endswith("\u2068Karen\u2069")


@pytest.mark.parametrize("code", PSEUDO)
def test_a_pseudo_language_says_every_text(code: str) -> None:
    assert Words(code)("No such text")
    assert Words(code).has("Take it back")
