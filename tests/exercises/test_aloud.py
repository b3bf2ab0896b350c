"""What the studio offers of a deck is what the exercises say, and nothing twice."""

from __future__ import annotations

from random import Random

from app.exercises.aloud import sentences_said, words_said
from app.exercises.kinds import ask, claims
from tests.exercises.our_decks import shipped, small_deck

DECKS = [small_deck(), *shipped()]


def test_whatever_an_exercise_says_can_be_recorded() -> None:
    for deck in DECKS:
        offered = {*words_said(deck), *sentences_said(deck)}
        for word in deck.parts:
            for kind in claims(word, deck):
                for seed in range(3):
                    question = ask(kind, word, deck, Random(seed))
                    assert question
                    heard = {*question.says, *(choice.say for choice in question.choices if choice.say)}
                    assert heard <= offered, (word, kind)


def test_words_come_first_and_each_text_once() -> None:
    for deck in DECKS:
        words, sentences = words_said(deck), sentences_said(deck)
        assert words[: len(deck.items)] == tuple(dict.fromkeys(item.da for item in deck.items))[: len(deck.items)]
        assert len({*words, *sentences}) == len(words) + len(sentences)
        assert {pair.one for pair in deck.pairs} <= set(words)
