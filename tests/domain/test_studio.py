"""Which recording counts, which one is played, and when a language is whole."""

from __future__ import annotations

from app.domain.studio import (
    Said,
    aloud,
    by_key,
    counts,
    coverage,
    in_turn,
    key_of,
    may_join,
    next_of,
    pieces_of,
    voices,
)
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
    assert pieces_of("so", "Haa?", there) == []
    assert pieces_of("da", "Haa.", there) == []


def test_a_full_stop_at_the_end_is_not_heard_and_two_sentences_may_be_one_recording() -> None:
    there = {key_of("da", text) for text in ("Må vi ringe?", "Kun vi gør det. Kun på gode tider.", "Du skal", "Gå ud")}
    consent = "Må vi ringe? Kun vi gør det. Kun på gode tider."
    assert pieces_of("da", consent, there.__contains__) == [
        key_of("da", "Må vi ringe?"),
        key_of("da", "Kun vi gør det. Kun på gode tider."),
    ]
    assert pieces_of("da", "Du skal. Gå ud", there.__contains__) == [key_of("da", "Du skal"), key_of("da", "Gå ud.")]
    assert pieces_of("da", "Må vi ringe? Kun vi gør det.", there.__contains__) == []


def test_a_recording_goes_before_the_devices_voice_and_each_text_is_said_once() -> None:
    there = {key_of("ar", "نعم")}.__contains__
    parts = [("ar", "نعم"), ("ar", "لا"), ("da", "Ja"), ("ar", "نعم"), ("da", " ")]

    assert aloud(parts, ("ar-SA", "da-DK"), there) == [
        Said(key=key_of("ar", "نعم")),
        Said(text="لا", tag="ar-SA"),
        Said(text="Ja", tag="da-DK"),
    ]
    assert aloud(parts, (), there) == [Said(key=key_of("ar", "نعم"))]


def test_two_people_say_a_text_at_most_and_each_once() -> None:
    assert may_join([], "aa")
    assert not may_join([recorded("k")], "aa")
    assert may_join([recorded("k")], "bb")
    assert not may_join([recorded("k"), recorded("k", "bb")], "cc")


def test_how_many_voices_there_are_is_told_by_who_speaks_and_only_of_what_counts() -> None:
    said = [
        recorded("two", "aa", "bb"),
        recorded("two", "bb", "aa"),
        recorded("two", "cc", "aa"),
        recorded("one", "aa", "bb"),
        recorded("one", "bb"),
        recorded("waits", "aa"),
        recorded("of another deck", "aa", "bb"),
    ]
    far = voices(["two", "one", "waits", "none", "none"], said)
    assert (far.two, far.one, far.nobody, far.waiting) == (1, 1, 2, 2)
    assert far.share == 50
    assert voices([], said).share == 0


def test_the_next_one_is_what_nobody_says_then_what_one_says_and_comes_round_once() -> None:
    said = by_key([recorded("a", "me"), recorded("b", "bb", "cc"), recorded("d", "bb")])
    keys = ["a", "b", "c", "d"]
    assert next_of(keys, said, "me", speaks=True) == "c"
    assert next_of(keys, said, "me", speaks=True, after="c") == "d"
    assert next_of(keys, said, "me", speaks=True, after="d") == "c"
    assert next_of(["a", "b"], said, "me", speaks=True) == "b"
    assert next_of(["a"], said, "me", speaks=True) == ""
    assert next_of(["b"], said, "me", speaks=True, after="b") == ""
    assert next_of(keys, said, "me", speaks=False) == "d"  # not my own, not what is confirmed
    assert next_of(keys, said, "bb", speaks=False) == "a"


def test_two_who_say_a_text_take_turns() -> None:
    assert [in_turn({"bb", "aa"}, last) for last in ("", "aa", "bb", "zz")] == ["aa", "bb", "aa", "aa"]
    assert in_turn((), "aa") == ""
