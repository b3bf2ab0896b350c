"""What leaves the house: a message to send by hand, and a mark in one's own calendar."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import parse_qs, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.reminder import calendar_file, message

START = datetime(2026, 3, 29, 14, 30)  # noqa: DTZ001 - the day of summer time, on the wall


def event(words: str = "Møde") -> str:
    return calendar_file("ab" * 16, starts=START, minutes=45, words=words, now_ms=1_774_000_000_000).decode()


def test_an_event_has_the_hour_on_the_wall_an_end_and_an_alarm() -> None:
    lines = event().split("\r\n")
    assert "DTSTART:20260329T143000" in lines  # no zone and no Z
    assert "DTEND:20260329T151500" in lines
    assert "TRIGGER:-PT60M" in lines
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    begun = [line.removeprefix("BEGIN:") for line in lines if line.startswith("BEGIN:")]
    ended = [line.removeprefix("END:") for line in lines if line.startswith("END:")]
    assert sorted(begun) == sorted(ended)


@example("å" * 200)
@example("x" * 300)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=200))
def test_no_line_is_too_long_no_letter_is_torn_and_the_words_come_back(words: str) -> None:
    content = calendar_file("ab", starts=START, minutes=5, words=words, now_ms=0)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert [line.decode() for line in lines]
    whole = content.decode().replace("\r\n ", "")
    (summary,) = [line.removeprefix("SUMMARY:") for line in whole.split("\r\n") if line.startswith("SUMMARY:")]
    for sign in ",;\\":
        summary = summary.replace(f"\\{sign}", sign)
    assert summary == words


def test_a_later_file_of_the_same_meeting_replaces_the_earlier() -> None:
    later = calendar_file("ab" * 16, starts=START, minutes=45, words="Møde", now_ms=1_774_000_060_000).decode()

    def said(text: str, name: str) -> str:
        return next(line for line in text.split("\r\n") if line.startswith(name))

    assert said(later, "UID") == said(event(), "UID")
    assert int(said(later, "SEQUENCE")[9:]) == int(said(event(), "SEQUENCE")[9:]) + 1


def test_a_message_opens_with_the_number_and_the_words_whatever_signs_they_have() -> None:
    words = "نلتقي الخميس 10:00 & ses? #1"
    address = message("+45 20 30-40 50", words)
    assert address.startswith("sms:+4520304050?")
    assert parse_qs(urlsplit(address).query or address.partition("?")[2])["body"] == [words]
