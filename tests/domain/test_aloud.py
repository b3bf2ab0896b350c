"""Which voice says a text, and in which language somebody wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.aloud import language_of, to_say, voice_for

PHONE = ("en-US", "da-DK", "ar-SA", "ar-EG", "fa-IR")


@pytest.mark.parametrize(
    ("language", "tags", "tag"),
    [
        ("da", PHONE, "da-DK"),
        ("ar", PHONE, "ar-SA"),
        ("ar-EG", PHONE, "ar-EG"),
        ("ar-SY", PHONE, "ar-SA"),
        ("ar", ("ar_LB",), "ar_LB"),
        ("da", ("dan-DNK",), "dan-DNK"),
        ("fa_AF", PHONE, "fa-IR"),
        ("fa-AF", ("fa-IR", "fa-AF"), "fa-AF"),
        ("prs", PHONE, "fa-IR"),
        ("fa", ("prs-AF",), "prs-AF"),
        ("ku", ("kmr-TR",), "kmr-TR"),
        ("ckb", ("ku-TR", "ar-IQ"), ""),
        ("ku", ("ckb-IQ",), ""),
        ("so", PHONE, ""),
        ("ti", ("am-ET",), ""),
        ("da", ("nb-NO", "sv-SE"), ""),
        ("da", (), ""),
    ],
)
def test_a_language_is_said_by_a_voice_of_its_own_or_of_its_kin_or_by_none(
    language: str, tags: tuple[str, ...], tag: str
) -> None:
    assert voice_for(language, tags) == tag


@given(st.text(), st.lists(st.text()))
def test_whatever_a_device_calls_its_voices_the_answer_is_one_of_them_or_none(language: str, tags: list[str]) -> None:
    assert voice_for(language, tags) in {*tags, ""}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tage bussen alene", "da"),
        ("أستقل الحافلة وحدي", "ar"),
        ("أستقل bussen وحدي", "ar"),
        ("10:00", "da"),
        ("", "da"),
    ],
)
def test_what_is_not_in_latin_letters_is_in_her_language(text: str, language: str) -> None:
    assert language_of(text, "ar") == language


def test_her_language_comes_first_and_what_no_voice_can_say_is_left_out() -> None:
    parts = [("ar", "الحافلة"), ("da", "Bussen")]

    assert to_say(parts, PHONE) == [("الحافلة", "ar-SA"), ("Bussen", "da-DK")]
    assert to_say(parts, ("da-DK",)) == [("Bussen", "da-DK")]
    assert to_say(parts, ("tr-TR",)) == []
    assert to_say([("da", "Bussen"), ("da", "Bussen"), ("da", " ")], PHONE) == [("Bussen", "da-DK")]
