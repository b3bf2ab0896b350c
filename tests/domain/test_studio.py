"""Which recording counts, which one is played, and when a language is whole."""

from __future__ import annotations

from app.domain.studio import Said, aloud, counts, coverage, key_of, pieces_of
from app.records import Recorded


def recorded(key: str, speaker: str = "aa", confirmed_by: str = "") -> Recorded:
    return Recorded(id=key[:8], key=key, speaker=speaker, confirmed_by=confirmed_by)


def test_a_recording_counts_when_a_second_person_listened() -> None:
    assert not counts(recorded("k"))
    assert not counts(recorded("k", confirmed_by="aa"))
    assert not counts(recorded("k", speaker="", confirmed_by="bb"))
    assert counts(recorded("k", confirmed_by="bb"))


def test_a_language_is_whole_when_every_text_counts() -> None:
    keys = [key_of("so", text) for text in ("Haa", "Maya")]
    first, second = recorded(keys[0], confirmed_by="bb"), recorded(keys[1])
    part = coverage(keys, [first, second, recorded("old", confirmed_by="bb")])
    assert (part.texts, part.ready, part.waiting, part.whole) == (2, 1, 1, False)
    assert coverage(keys, [first, second, recorded(keys[1], confirmed_by="bb")]).whole
    assert not coverage([], []).whole
    assert not coverage(keys[:1], [first], lacking=1).whole


def test_a_text_is_said_by_its_recording_or_by_those_of_its_sentences_and_never_by_that_of_another_wording() -> None:
    there = {key_of("so", "Haa."), key_of("so", "Maya."), key_of("so", "Haa. Maya. Haa.")}.__contains__
    assert pieces_of("so", "Haa. Maya. Haa.", there) == [key_of("so", "Haa. Maya. Haa.")]
    assert pieces_of("so", "Haa. Maya.", there) == [key_of("so", "Haa."), key_of("so", "Maya.")]
    assert pieces_of("so", "Haa. Berri.", there) == []
    assert pieces_of("so", "Haa", there) == []
    assert pieces_of("da", "Haa.", there) == []


def test_a_recording_goes_before_the_devices_voice_and_each_text_is_said_once() -> None:
    there = {key_of("ar", "نعم")}.__contains__
    parts = [("ar", "نعم"), ("ar", "لا"), ("da", "Ja"), ("ar", "نعم"), ("da", " ")]

    assert aloud(parts, ("ar-SA", "da-DK"), there) == [
        Said(key=key_of("ar", "نعم")),
        Said(text="لا", tag="ar-SA"),
        Said(text="Ja", tag="da-DK"),
    ]
    assert aloud(parts, (), there) == [Said(key=key_of("ar", "نعم"))]
