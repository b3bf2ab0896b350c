"""A word that somebody here wrote is asked in every kind that needs no picture, beside words of the other decks."""

from __future__ import annotations

from random import Random

import pytest

from app.exercises.kinds import ask, claims
from app.exercises.question import Kind, check
from app.exercises.written import OWN, own_deck, row_of, whole_id
from app.records import OwnWord
from tests.exercises.our_decks import shipped

OTHERS = [deck for deck in shipped() if deck.id == "cleaning"]
BY_EAR = {Kind.SOUND_LETTER, Kind.HEAR_WORD, Kind.SAY_IT}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("en nøgle", BY_EAR | {Kind.TILES}),
        ("frokoststue", BY_EAR),  # too long for single letters
        ("jeg har fri i dag", BY_EAR | {Kind.TILES}),
        ("hvidløg", BY_EAR - {Kind.SOUND_LETTER} | {Kind.TILES}),  # its h is not heard
    ],
)
def test_one_word_of_her_own_is_asked_with_the_help_of_other_decks(text: str, kinds: set[Kind]) -> None:
    deck = own_deck([OwnWord(id="aa", text=text)])
    assert claims(f"{OWN}.aa", deck, OTHERS) == kinds
    for kind in kinds:
        question = ask(kind, f"{OWN}.aa", deck, Random(3), OTHERS)
        assert question
        assert check(question, question.right)
        wrong = [(choice.id,) for choice in question.choices if choice.id not in question.right]
        assert not any(check(question, each) for each in wrong)


@pytest.mark.parametrize(
    ("texts", "tiles"),
    [
        (["Jeg har fri i morgen."], ("jeg", "har", "fri", "i", "morgen")),
        (["Er du færdig?"], ("er", "du", "færdig")),
        (["Amina har fri.", "Spørg Amina om det."], ("Amina", "har", "fri")),
        (["Vent ... lidt"], ("vent", "lidt")),
    ],
)
def test_no_tile_of_her_own_phrase_shows_which_is_the_first_or_the_last(
    texts: list[str], tiles: tuple[str, ...]
) -> None:
    deck = own_deck([OwnWord(id=f"a{number}", text=text) for number, text in enumerate(texts)])
    assert deck.items[0].tiles == tiles


def test_a_tile_that_is_too_many_is_no_word_of_her_phrase_in_small_letters() -> None:
    texts = ["Hej Amina", "hej du der", "Vi ses snart"]
    deck = own_deck([OwnWord(id=f"a{number}", text=text) for number, text in enumerate(texts)])
    for seed in range(20):
        question = ask(Kind.TILES, f"{OWN}.a0", deck, Random(seed), OTHERS)
        assert question
        assert [choice.text for choice in question.choices].count("hej") == 1


def test_a_word_that_a_deck_has_with_its_article_is_no_wrong_answer_to_itself() -> None:
    moppe = next(item for item in OTHERS[0].items if item.bare == "moppe")
    deck = own_deck([OwnWord(id="aa", text="Moppe")])
    for seed in range(40):
        question = ask(Kind.HEAR_WORD, f"{OWN}.aa", deck, Random(seed), OTHERS)
        assert question
        assert moppe.da not in {choice.text for choice in question.choices}


def test_a_chosen_row_and_a_whole_id_name_one_word() -> None:
    assert whole_id("0a1b") == whole_id("own.0a1b") == "own.0a1b"
    assert row_of("own.0a1b") == row_of("0a1b") == "0a1b"
    assert whole_id("cleaning.mop") == "cleaning.mop"
