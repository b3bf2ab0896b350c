"""A Danish word is known or it is not, alone or in parts; what is near is offered; hunspell itself is the oracle."""

from __future__ import annotations

from random import Random

import pytest

from app.exercises.aloud import sentences_said, words_said
from app.exercises.spelling import LETTERS, Spelling
from build.decks.spelling import right, words_of
from build.decks.word_list import packed, word_list_once
from tests.exercises.our_decks import shipped

MADE_UP = ("frokoststuebord", "trappevasketøj", "hjemmeplejebil", "børnehavekøkken", "lagerchefmøde")


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(word_list_once().read_bytes())


def test_all_that_the_decks_say_is_known(spelling: Spelling) -> None:
    said = [text for deck in shipped() for text in (*words_said(deck), *sentences_said(deck))]
    assert len(said) > 2_000
    assert [text for text in said if spelling.unknown(text)] == []


@pytest.mark.parametrize("word", MADE_UP)
def test_compounds_that_no_dictionary_lists_are_known_by_their_parts(spelling: Spelling, word: str) -> None:
    assert right(word)
    assert spelling.unknown(f"et {word}") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("en skralespand", "skraldespand"),
        ("en gulspand", "gulvspand"),
        ("et hånklæde", "håndklæde"),
        ("en støvsuer", "støvsuger"),
        ("køkkn", "køkken"),
        ("handkser", "handsker"),
        ("en sygepleieske", "sygeplejerske"),
        ("frokosstue", "frokoststue"),
        ("Toiletpapier", "Toiletpapir"),
    ],
)
def test_a_slip_is_asked_about_with_what_was_meant_among_a_few(spelling: Spelling, written: str, meant: str) -> None:
    (doubt,) = spelling.unknown(written)
    near = spelling.nearest(doubt)
    assert meant in near
    assert len(near) <= 4


def test_names_and_signs_are_left_alone_and_nonsense_has_nothing_near(spelling: Spelling) -> None:
    assert spelling.unknown("kaffe hos Abdirahmaan") == []
    assert spelling.unknown("") == spelling.unknown("24/7 ✓ 100 %") == spelling.unknown("kl. 8") == []
    assert spelling.unknown("xqzwvkk") == ["xqzwvkk"]
    assert spelling.nearest("xqzwvkk") == []
    assert spelling.unknown("a" * 500) == []


def test_it_says_what_hunspell_says_of_words_and_of_slips(spelling: Spelling) -> None:
    """Of 3,000 words of ours with one letter changed, fewer than one in fifty are judged in another way."""
    chance = Random(13)
    words = sorted({one.rstrip(".") for deck in shipped() for text in sentences_said(deck) for one in words_of(text)})
    tried, otherwise = 0, []
    for word in (chance.choice(words).lower() for _ in range(3_000)):
        at = chance.randrange(len(word))
        slip = word[:at] + chance.choice(LETTERS) + word[at + 1 :]
        tried += 1
        if right(slip) == bool(spelling.unknown(slip)):
            otherwise.append(slip)
    assert len(otherwise) < tried / 50, " ".join(otherwise)


def test_a_list_that_is_none_is_refused() -> None:
    for damaged in (b"", b"k>g", b"k>g\n", b"<html>\n<body>", b"k\nAabe1"):
        with pytest.raises(ValueError, match="no "):
            Spelling(damaged)


def test_what_is_wrong_though_its_parts_are_right_and_what_is_never_offered() -> None:
    words = {"bil": 7, "dør": 7, "bildør": 0, "møg": 9}
    small = Spelling(packed(words, [("k", "g")]))
    assert small.unknown("dørbil") == []
    assert small.unknown("bildør") == ["bildør"]
    assert small.unknown("bilens") == ["bilens"]
    assert small.unknown("bils") == []  # the genitive stands in no list
    assert small.unknown("møg") == []
    assert small.nearest("møk") == []
    assert small.nearest("bik") == ["bil"]
