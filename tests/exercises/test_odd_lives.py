"""Lives that a plan must bear: two phones, only wrong answers, a deck that is gone, thousands of cards."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.danish_day import midnight
from app.exercises.choosing import CAP, Word
from app.exercises.memory import Card, Memory
from app.exercises.sitting import PLANNED, Turn, plan
from app.records import Review
from tests.exercises.her import MONDAY, Her, words

MANY_DAYS = 60


def review(
    number: int, word: str, *, day: date = MONDAY, strand: str = "understand", good: bool = True, counts: bool = True
) -> Review:
    """At noon of that day."""
    at_ms = int(midnight(day).timestamp() * 1000) + 43_200_000 + number
    return Review(
        id=f"{number:032x}", word=word, strand=strand, kind="hear_picture", good=good, among=4, counts=counts,
        at_ms=at_ms, sequence=number,
    )  # fmt: skip


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000))
def test_two_phones_that_know_the_same_plan_the_same_sitting(seed: int) -> None:
    chance, there = Random(seed), words(60)
    told = [
        review(number, chance.choice(there).id, counts=chance.random() < 0.3, good=chance.random() < 0.7)
        for number in range(60)
    ]
    mixed = chance.sample(told, len(told))
    tomorrow = MONDAY + timedelta(days=1)

    assert plan(there, Memory(tomorrow, told)) == plan(there, Memory(tomorrow, mixed))


def test_who_only_answers_wrong_is_given_something_every_day_and_few_words_in_all() -> None:
    her = Her(200)
    always = frozenset(range(CAP))
    for _ in range(MANY_DAYS):
        asked = her.sits_down(wrong=always)
        assert 0 < len(asked) <= CAP
        her.later()
    assert len(her.memory.met) <= CAP + 3
    assert {card.word for card, trace in her.memory.traces.items() if trace.together}
    her.practises(20)
    assert len(her.memory.met) > CAP + 3  # once it goes better, she goes on


def test_a_deck_that_was_taken_away_is_asked_no_more_and_others_take_its_place() -> None:
    her = Her(40)
    her.practises(20)
    gone = {word.id for word in her.words[:30]}
    her.words = [*her.words[30:], *words(30, deck="kitchen")]
    met = set(her.memory.met)

    asked = {turn.word for _ in range(10) for turn in _a_day(her)}
    assert not asked & gone
    assert asked - met


def _a_day(her: Her) -> list[Turn]:
    asked = her.sits_down()
    her.later()
    return asked


def test_five_thousand_cards_give_one_sitting_and_what_is_least_certain_first() -> None:
    there = words(2500)
    told = [
        review(2 * number + half, word.id, strand=strand, day=MONDAY + timedelta(days=number % 50))
        for number, word in enumerate(there)
        for half, strand in enumerate(("understand", "read"))
    ]
    memory = Memory(MONDAY + timedelta(days=400), told)
    assert len(memory.traces) == 5000

    asked = plan(there, memory).waiting
    assert len(asked) == PLANNED
    first = max(trace.faded(memory.today) for trace in memory.traces.values())
    assert memory.traces[Card(asked[0].word, asked[0].strand)].faded(memory.today) == first


@pytest.mark.parametrize("strands", [{}, {"produce": ("say_it",)}])
def test_words_that_cannot_be_asked_give_an_empty_sitting(strands: dict[str, tuple[str, ...]]) -> None:
    assert plan([Word(f"cleaning.{number}", strands) for number in range(5)], Memory(MONDAY)).waiting == ()
