"""Every word of every deck can be asked in every kind that it claims; one answer is right and every other is not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exercises.deck import Deck, Item, Level
from app.exercises.kinds import KINDS, ask, claims, strand_of
from app.exercises.kinds.order_words import tiles_of
from app.exercises.question import FEWEST, Kind, Question, again, check
from app.exercises.sitting import FIRST_MET
from app.exercises.sounds import first_letter, first_sound, sounds_as_written
from tests.exercises.our_decks import shipped, small_deck

SMALL = small_deck()
DECKS = [SMALL, *shipped()]
BY_LEVEL = {Kind.HEAR_PICTURE: 0, Kind.PICTURE_VOICE: 0, Kind.HEAR_WORD: 1}
CLAIMS = [(deck, word, kind) for deck in DECKS for word in deck.parts for kind in sorted(claims(word, deck))]
chances = st.integers(0, 2**32).map(Random)
any_claim = st.sampled_from(CLAIMS)

Claim = tuple[Deck, str, Kind]


def question_of(claim: Claim, chance: Random) -> Question:
    deck, word, kind = claim
    question = ask(kind, word, deck, chance)
    assert question is not None, f"{word} claims {kind}"
    return question


def answers(question: Question) -> Iterator[tuple[str, ...]]:
    """Every way of tapping as many choices as there are to tap, and each one alone."""
    ids = [choice.id for choice in question.choices]
    yield from permutations(ids, min(len(question.right), 5))
    yield from ((id_,) for id_ in ids)


def test_the_fifteen_kinds_are_all_there_and_the_small_deck_can_be_asked_in_each() -> None:
    assert set(KINDS) == set(Kind)
    assert {kind for deck, _word, kind in CLAIMS if deck is SMALL} == set(Kind)


def test_every_word_of_every_deck_is_asked_in_every_kind_that_it_claims() -> None:
    for claim in CLAIMS:
        holds(claim, Random(claim[1]))


@given(claim=any_claim, chance=chances)
def test_whatever_chance_says_the_right_answer_is_accepted_and_every_other_refused(
    claim: Claim, chance: Random
) -> None:
    holds(claim, chance)


def holds(claim: Claim, chance: Random) -> None:
    question = question_of(claim, chance)
    by_id = {choice.id: choice.seen for choice in question.choices}
    assert check(question, question.right)
    assert check(again(question, chance), question.right)
    assert question.strand == strand_of(question.kind)
    assert not question.scheduled or (question.chance <= 1 / FEWEST and len(question.choices) >= FEWEST)
    assert question.right or not question.scheduled
    right = [by_id[id_] for id_ in question.right]
    for answer in answers(question) if right else ():
        assert check(question, answer) == ([by_id[id_] for id_ in answer] == right), (question, answer)
    nothing_is_taken_for_another(question, claim[0])


def nothing_is_taken_for_another(question: Question, deck: Deck) -> None:
    if question.kind not in {Kind.TILES, Kind.ORDER_WORDS}:
        seen = [choice.seen for choice in question.choices]
        assert len(set(seen)) == len(seen), question
    right = deck.item(question.word)
    for choice in question.choices:
        wrong = deck.item(choice.id)
        if right and wrong and choice.id not in question.right:
            assert not {right.da, right.picture or "no picture"} & {wrong.da, wrong.picture}
            assert all(right.gloss[code].text != wrong.gloss[code].text for code in ("en", "ar")), question
            assert right.id not in wrong.like
            assert wrong.id not in right.like
            assert_far_enough(question, right, wrong)


def assert_far_enough(question: Question, right: Item, wrong: Item) -> None:
    level = right.levels[BY_LEVEL[question.kind]]
    if level == Level.L1:
        assert right.group != wrong.group
        assert first_sound(right.bare) != first_sound(wrong.bare)
    elif level == Level.L2:
        assert right.group != wrong.group or first_letter(right.bare) != first_letter(wrong.bare)
    else:
        assert right.group == wrong.group


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_tiles_spell_the_word_in_one_way_only(deck: Deck) -> None:
    for item in deck.items:
        question = ask(Kind.TILES, f"{deck.id}.{item.id}", deck, Random(item.id))
        if question is None or len(question.choices) > 6:
            continue
        texts = {choice.id: choice.text for choice in question.choices}
        for many in range(1, len(texts) + 1):
            for laid in permutations(texts, many):
                spelt = "".join(texts[id_] for id_ in laid).replace(" ", "") == item.bare.replace(" ", "")
                assert spelt == check(question, laid), (item.da, laid)


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_no_tile_of_a_sentence_shows_that_it_is_the_first_or_the_last(deck: Deck) -> None:
    for item in deck.items:
        question = ask(Kind.ORDER_WORDS, f"{deck.id}.{item.id}", deck, Random(item.id))
        if question is None:
            continue
        texts = {choice.id: choice.text for choice in question.choices}
        laid = [texts[id_] for id_ in question.right]
        assert [word.casefold().rstrip(".!?") for word in question.says[0].split()] == [
            word.casefold() for word in laid
        ]
        assert laid[0][0].islower(), laid
        assert not [word for word in laid if word.endswith((".", "!", "?"))]
        assert question.says[0].endswith((".", "!", "?"))


@pytest.mark.parametrize(
    ("saying", "tiles"),
    [
        ("Min bror kører bus i Aarhus.", ["min", "bror", "kører", "bus", "i", "Aarhus"]),
        ("Aarhus er en by.", ["Aarhus", "er", "en", "by"]),
        ("I dag har I fri.", ["i", "dag", "har", "I", "fri"]),
        ("Gangen er lang. Begynd her.", ["gangen", "er", "lang", "begynd", "her"]),
        ("Nej tak, ikke i dag!", ["nej", "tak,", "ikke", "i", "dag"]),
    ],
)
def test_a_name_keeps_its_capital_on_a_tile(saying: str, tiles: list[str]) -> None:
    [everyday] = [deck for deck in shipped() if deck.id == "everyday"]
    assert tiles_of(saying, everyday) == tiles


@given(chance=chances)
def test_the_first_meeting_has_two_choices_and_is_not_counted(chance: Random) -> None:
    for item in SMALL.items:
        for kind in map(Kind, FIRST_MET):
            question = ask(kind, f"cleaning.{item.id}", SMALL, chance, most=2)
            if question is not None:
                assert len(question.choices) == 2
                assert not question.scheduled


@given(st.integers(0, 2**32))
def test_whether_a_word_can_be_asked_is_not_up_to_chance(seed: int) -> None:
    for word in SMALL.parts:
        can = {kind for kind in Kind if ask(kind, word, SMALL, Random(seed)) is not None}
        assert can == claims(word, SMALL)


def test_a_word_with_too_few_around_it_is_looked_for_in_the_other_decks() -> None:
    alone = Deck(
        deck="shop", title={}, industry="shop", version=1, licence="", items=(SMALL.items[0],), picture="broom"
    )
    assert ask(Kind.HEAR_PICTURE, "shop.broom", alone, Random(1)) is None
    question = ask(Kind.HEAR_PICTURE, "shop.broom", alone, Random(1), [SMALL])
    assert question is not None
    assert len(question.choices) == 4


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("hvid", "v"),
        ("hjem", "j"),
        ("cykel", "s"),
        ("computer", "k"),
        ("quiz", "k"),
        ("undskyld", "å"),
        ("øje", "å"),
        ("ovn", "å"),
        ("Indgang", "e"),
        ("yoghurt", "j"),
    ],
)
def test_a_word_begins_with_the_sound_that_is_heard(word: str, sound: str) -> None:
    assert first_sound(word) == sound
    assert not sounds_as_written(word)


@pytest.mark.parametrize("word", ["uge", "ur", "is", "øre", "elevator", "etiket", "ord", "jakke", "skib", "Hej"])
def test_a_word_that_sounds_as_it_begins_may_be_asked_by_its_letter(word: str) -> None:
    assert sounds_as_written(word)


@pytest.mark.parametrize(
    "word", ["everyday.undskyld", "everyday.oje", "kitchen.cheese", "shop.trolley", "warehouse.up"]
)
def test_nobody_is_asked_for_a_letter_that_she_does_not_hear(word: str) -> None:
    [deck] = [deck for deck in shipped() if word in deck.parts]
    assert Kind.SOUND_LETTER not in claims(word, deck)
