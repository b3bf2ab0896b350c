"""What must not be wrong is never said in a translation that nobody has read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.i18n import LANGUAGES, Words, danish, protected
from app.i18n.catalogue import catalogue, compiled
from app.i18n.protected import PROTECTED
from app.i18n.words import unmarked
from app.views.kit.numbers import NUMBERS
from build.pwa.words import TEXTS
from build.words import LOCALES, gathered, read, written

YES = "You may say no. You may take it back on any day, and nothing else changes."


def test_every_protected_text_is_one_that_the_app_says() -> None:
    assert PROTECTED - {message.id for message in gathered()} == set()
    assert {words for _, words in NUMBERS.values()} == set(protected.NUMBERS)


@pytest.mark.parametrize("code", [each.code for each in LANGUAGES if each.code not in ("da", "en")])
def test_a_protected_text_that_nobody_has_read_stands_there_in_danish(code: str) -> None:
    path = LOCALES / code / "LC_MESSAGES" / "app.po"
    read_ones = {each.id for each in read(path, code) if "state: reviewed" in each.user_comments}
    for text in PROTECTED - read_ones:
        assert unmarked(Words(code)(text)) == unmarked(danish()(text)), text


def test_once_it_was_read_it_is_said_in_her_language(tmp_path: Path) -> None:
    said = read(LOCALES / "ar" / "LC_MESSAGES" / "app.po", "ar")
    said[YES].user_comments[:] = ["state: reviewed"]
    path = tmp_path / "ar" / "LC_MESSAGES" / "app.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(written(said))

    assert str(said[YES].string).encode() in compiled(path)
    assert str(said["You have said yes to nobody outside."].string).encode() not in compiled(path)


def test_danish_and_english_are_what_all_others_are_made_from() -> None:
    assert all(Words(code).has(text) for code in ("da", "en") for text in PROTECTED)


def test_a_day_in_a_danish_sentence_is_danish() -> None:
    said = Words("ar")("You took it back: %(day)s", day=date(2026, 11, 19))

    assert unmarked(said) == danish()("You took it back: %(day)s", day=date(2026, 11, 19))
    assert "nov" in said


def test_the_lock_takes_its_words_from_the_same_place() -> None:
    arabic = catalogue("ar")

    assert arabic is not None
    assert [text for text in (*protected.NUMBERS, "Numbers that help") if arabic.gettext(text)] == ["Numbers that help"]
    assert protected.ASK in TEXTS.values()
