"""Days, numbers and sentences of a language; the catalogues are whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.i18n import LANGUAGES, OFFERED, Words, language_named
from build import words
from build.words import faults

THURSDAY = date(2026, 11, 19)


def test_every_catalogue_is_whole() -> None:
    assert list(faults()) == []


def test_a_text_that_an_offered_language_lacks_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    path = words.LOCALES / "so" / "LC_MESSAGES" / "app.po"
    lacking = words.read(path, "so")
    lacking.delete("Keep")
    monkeypatch.setattr(words, "translations", lambda: [("so", path)])
    monkeypatch.setattr(words, "read", lambda *_: lacking)
    assert "so: not translated: 'Keep'" in list(faults())
    assert [each.code for each in OFFERED if not each.whole] == []


def test_tomorrow_is_said_with_its_weekday() -> None:
    tomorrow = (THURSDAY + timedelta(days=1)).isoformat() + "T10:00"

    assert Words("da").moment(tomorrow, THURSDAY) == "i morgen, fredag 10:00"
    assert Words("en").moment(tomorrow, THURSDAY) == "tomorrow, Friday 10:00"
    assert Words("ar").moment(tomorrow, THURSDAY) == "غدًا، الجمعة 10:00"


@pytest.mark.parametrize(
    ("code", "said", "of_before"),
    [
        ("da", "mandag 30. november", "søndag 30. november 2025"),
        ("en", "Monday 30 November", "Sunday, 30 November 2025"),
        ("tr", "30 Kasım Pazartesi", "30 Kasım 2025 Pazar"),
        ("uk", "понеділок, 30 листопада", "неділя, 30 листопада 2025\u202fр."),
        ("so", "Isniin 30.11.", "Axad 30.11.2025"),
    ],
)
def test_a_day_in_whole_words_shortens_neither_its_weekday_nor_its_month(code: str, said: str, of_before: str) -> None:
    t = Words(code)
    assert t.full_day(date(2026, 11, 30)) == t.whole_day(date(2026, 11, 30), THURSDAY) == said
    assert t.whole_day(date(2025, 11, 30), THURSDAY) == of_before
    assert t.whole_day(THURSDAY, THURSDAY) == t.day(THURSDAY, THURSDAY)


def test_a_day_of_another_year_says_which() -> None:
    assert Words("da").day(date(2025, 1, 2), THURSDAY) == "tors. 2. jan. 2025"
    assert Words("da").day(date(2026, 12, 3), THURSDAY) == "tors. 3. dec."


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES])
def test_digits_are_those_on_danish_clocks_in_every_language(code: str) -> None:
    said = Words(code).number(12345) + Words(code).moment("2026-11-19T09:05", THURSDAY)

    assert all(sign in "0123456789" for sign in said if sign.isdecimal())


@pytest.mark.parametrize(
    ("num", "said"), [(0, "لا أحد"), (1, "شخص واحد"), (2, "شخصان"), (3, "3 أشخاص"), (11, "11 شخصًا"), (100, "100 شخص")]
)
def test_arabic_has_six_ways_to_count(num: int, said: str) -> None:
    assert Words("ar").many("%(num)d person", "%(num)d people", num) == said


def test_a_blank_that_runs_the_other_way_is_isolated() -> None:
    assert Words("ar")("Hello %(name)s", name="Karen") == "مرحبًا \u2068Karen\u2069"
    assert Words("da")("Hello %(name)s", name="أمينة") == "Hej \u2068أمينة\u2069"
    assert Words("da")("Hello %(name)s", name="Karen") == "Hej Karen"


def test_an_unknown_text_stands_for_itself_and_an_unknown_language_is_danish() -> None:
    assert Words("da")("No such text") == "No such text"
    assert language_named("ar-SY").code == "ar"
    assert language_named("xx").code == "da"


def test_a_day_that_ends_with_a_full_stop_ends_its_sentence_with_one() -> None:
    she_did_not_come = "She did not come to %(group)s %(day)s."
    t = Words("da")

    assert t(she_did_not_come, group="Caféen", day="fre. 20. nov.") == "Hun kom ikke til Caféen fre. 20. nov."
    assert t(she_did_not_come, group="Caféen", day="i går") == "Hun kom ikke til Caféen i går."
