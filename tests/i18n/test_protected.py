"""What must not be wrong is never said in a translation that nobody has read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from app.i18n import LANGUAGES, Words, danish, protected
from app.i18n.catalogue import catalogue, compiled
from app.i18n.protected import PROTECTED
from app.i18n.words import unmarked, whole
from app.views.kit.numbers import NUMBERS
from build.pwa.words import TEXTS
from build.words import LOCALES, gathered, read, written

YES = "You may say no. You may take it back on any day, and nothing else changes."


OF_HER = (
    "app/views/letter/", "app/views/asking.py", "app/views/asked_words.py", "app/views/studio/",
    "app/views/practice/", "app/views/more/protected.py", "app/views/mentees/consents.py",
    "app/views/mentees/voices.py", "app/views/guest.py",
)  # fmt: skip
"""Her face and her exercises, what she is asked, where people lend their voices, and where it is told to whom it is."""

PRIVACY = re.compile(
    r"(nobody|those who|others|helpers|learners|everybody|company|mentor|only you).*\b(sees?|reads?|hears?)\b.*[.?]$"
    r"|\b(say no|said yes to|take (it|them|all of it) back)\b.*[.?]$|outside may|is heard on every",
    re.IGNORECASE,
)
"""Who else sees, reads or hears what is hers; that she may say no, said yes, and takes it back."""


def source_of(message: Message) -> str:
    """In English; of a text that counts, the form for one."""
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def test_who_else_reads_what_is_hers_and_what_she_may_refuse_is_protected_on_every_screen_of_hers() -> None:
    hers = [each for each in gathered() if any(file.startswith(OF_HER) for file, _ in each.locations)]
    promised = {source_of(each) for each in hers if PRIVACY.search(source_of(each))}
    assert len(promised) > 8  # they are found
    assert promised - PROTECTED == set()


def test_every_protected_text_is_one_that_the_app_says() -> None:
    assert PROTECTED - {source_of(message) for message in gathered()} == set()
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
    on, today = date(2026, 11, 19), date(2026, 11, 30)
    said = Words("ar")("You took it back: %(day)s", day=whole(on, today))

    assert unmarked(said) == danish()("You took it back: %(day)s", day=whole(on, today))
    assert "torsdag 19. november" in said


def test_the_lock_takes_its_words_from_the_same_place() -> None:
    arabic = catalogue("ar")

    assert arabic is not None
    assert [text for text in (*protected.NUMBERS, "Numbers that help") if arabic.gettext(text)] == ["Numbers that help"]
    assert protected.ASK in TEXTS.values()
