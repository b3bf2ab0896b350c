"""The decks that are shipped: what is read is whole Danish, and no picture stands for two words."""

from __future__ import annotations

import re
from itertools import permutations
from random import Random

import pytest

from app.domain.studio import key_of
from app.exercises.deck import Deck, Item
from app.exercises.kinds import ask
from app.exercises.question import Kind
from app.exercises.wrong import synonyms
from build.pwa.drawings import drawn
from tests.exercises.our_decks import shipped

DECKS = {deck.id: deck for deck in shipped()}
every_deck = pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS)
ASKING = ("Hv", "Kan ", "Må ", "Er ", "Har ", "Skal ", "Vil ")
HONEST = {
    "broom": "en kost",
    "cafe": "kaffe",
    "coat": "en frakke",
    "gloves": "handsker",
    "lotion-bottle": "en flaske",
    "roll-of-paper": "toiletpapir",
    "thermometer": "et termometer",
}
"""Pictures that were shown for something else, too, in another deck."""


@every_deck
def test_no_tile_shows_that_it_is_the_first(deck: Deck) -> None:
    assert [tile for item in deck.items for tile in item.tiles if tile != tile.lower()] == []


@every_deck
def test_what_asks_has_a_question_mark_wherever_it_is_read(deck: Deck) -> None:
    asking = [item.da for item in deck.items if item.da.startswith(ASKING)]

    assert [danish for danish in asking if not danish.endswith("?")] == []


def test_a_question_is_the_text_that_a_voice_recorded_as_its_saying() -> None:
    asking = [item for deck in DECKS.values() for item in deck.items if item.da.endswith("?")]

    assert len(asking) >= 6
    assert [one.da for one in asking if key_of("da", one.da) not in {key_of("da", each.da) for each in one.says}] == []


@every_deck
def test_what_she_can_and_what_is_done_in_life_are_whole_sentences(deck: Deck) -> None:
    told = [*(can.da for can in deck.cans), *(mission.da for mission in deck.missions)]

    assert [danish for danish in told if not danish.endswith(".")] == []


@pytest.mark.parametrize(("picture", "danish"), HONEST.items())
def test_a_picture_shows_one_thing_in_all_decks(picture: str, danish: str) -> None:
    shown = {item.da for deck in DECKS.values() for item in deck.items if item.picture == picture}

    assert shown == {danish}


@pytest.mark.parametrize(
    ("deck", "one", "other"),
    [("kitchen", "pan", "egg"), ("warehouse", "heavy", "scales"), ("safety", "break", "watch")],
)
def test_a_picture_that_shows_another_word_too_is_never_beside_it(deck: str, one: str, other: str) -> None:
    words: list[Item] = [item for item in DECKS[deck].items if item.id in {one, other}]

    assert synonyms(*words)


@every_deck
def test_a_voice_beside_a_picture_is_wrong_only_where_its_own_picture_was_looked_at(deck: Deck) -> None:
    bare = {f"{deck.id}.{item.id}" for item in deck.items if not item.picture}
    asked = [ask(Kind.PICTURE_VOICE, f"{deck.id}.{item.id}", deck, Random(item.id)) for item in deck.items]

    assert [one.word for one in asked if one and bare & {choice.id for choice in one.choices}] == []


@every_deck
def test_a_picture_that_holds_another_one_whole_is_never_beside_it(deck: Deck) -> None:
    shown = [item for item in deck.items if item.picture]
    strokes = {
        name: set(re.findall(r'\bd="([^"]+)"', svg)) for name, svg in drawn({item.picture for item in shown}).items()
    }
    holds = [
        (one.id, other.id)
        for one, other in permutations(shown, 2)
        if one.picture != other.picture and strokes[other.picture] and strokes[one.picture] > strokes[other.picture]
    ]

    assert [pair for pair in holds if not synonyms(*(item for item in shown if item.id in pair))] == []


@pytest.mark.parametrize(
    ("deck", "one", "other"),
    [
        ("everyday", "sove", "seng"),
        ("elderly", "sleep", "bed"),
        ("kitchen", "bowl", "rice"),
        ("safety", "poison", "danger"),
        ("safety", "payslip", "contract"),
        ("safety", "rota", "form"),
        ("safety", "nausea", "ill"),
        ("cleaning", "lock", "key"),
        ("cleaning", "stain", "cloth"),
        ("warehouse", "note", "list"),
        ("warehouse", "number", "counting"),
        ("shop", "paying", "till"),
    ],
)
def test_what_a_patient_reader_would_call_by_either_word_is_asked_by_one_alone(deck: str, one: str, other: str) -> None:
    assert synonyms(*(item for item in DECKS[deck].items if item.id in {one, other}))
