"""A sitting: never above the cap, never a heap, the chosen first, and one strand of a word a day."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exercises.choosing import CAP, NEW_A_DAY, Word, fading, new_today, own_levels
from app.exercises.memory import Card, Memory
from app.exercises.sitting import FIRST_MET, LONGEST_MS, LONGEST_ON_ONE_MS, PLANNED, Sitting, Turn, plan, spent_on
from tests.exercises.her import BOTH, MONDAY, Her, words

lives = st.lists(st.tuples(st.integers(0, 200), st.frozensets(st.integers(0, 11))), min_size=1, max_size=12)
"""(days until the next sitting, which answers are wrong) of each."""


@settings(deadline=None, max_examples=60)
@given(lives)
def test_no_sitting_is_above_the_cap_and_a_word_is_asked_in_one_strand_a_day(
    life: list[tuple[int, frozenset[int]]],
) -> None:
    her = Her()
    today: dict[str, set[str]] = {}
    for away, wrong in life:
        her.later(away)
        today = {} if away else today
        asked = her.sits_down(wrong=wrong)
        assert len(asked) <= CAP
        for turn in asked:
            today.setdefault(turn.word, set()).add(turn.strand)
        assert all(len(strands) == 1 for strands in today.values())
        assert "say_it" not in {turn.kind for turn in asked}


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2000))
def test_after_any_absence_it_is_a_dozen_at_most_and_nothing_says_that_anything_is_late(away: int) -> None:
    her = Her()
    her.practises(15)
    her.later(away)

    asked = plan(her.words, her.memory)
    told = {name for thing in (Sitting, Turn) for name in (each.name for each in dataclasses.fields(thing))}
    assert told == {"waiting", "answered", "word", "strand", "kind", "counts", "first", "again"}
    assert 0 < len(asked.waiting) <= CAP


def test_after_a_year_the_least_certain_come_and_nothing_is_new() -> None:
    her = Her(200)
    her.practises(40)
    her.later(365)
    known = dict(her.memory.traces)

    asked = her.sits_down()
    assert len(asked) == PLANNED
    assert not any(turn.first for turn in asked)
    sure = [known[Card(turn.word, turn.strand)].recall(her.memory.today) for turn in asked]
    rest = fading({word.id: word for word in her.words}, her.memory, ())
    assert sure == sorted(sure)
    assert rest
    assert max(sure) <= min(known[card].recall(her.memory.today) for card in rest if card in known)


def test_new_words_are_three_a_day_and_none_when_a_sitting_is_full() -> None:
    assert [new_today(due, 0) for due in (0, 6, 8, 9, 10, 11, 12, 90)] == [3, 3, 2, 2, 1, 1, 0, 0]
    assert [new_today(0, begun) for begun in range(5)] == [3, 2, 1, 0, 0]

    her = Her()
    first, second = her.sits_down(), her.sits_down()
    assert len({turn.word for turn in first if turn.first}) == NEW_A_DAY
    assert not any(turn.first for turn in second)
    assert not any(turn.counts for turn in second)


def test_a_new_word_is_heard_with_its_picture_among_two_and_asked_in_earnest_a_little_later() -> None:
    asked = Her().sits_down()

    for word in {turn.word for turn in asked}:
        one, other = (turn for turn in asked if turn.word == word)
        assert (one.kind, one.first, one.counts) == (FIRST_MET[0], True, False)
        assert (other.kind, other.first, other.counts) == (FIRST_MET[1], False, True)
        assert asked.index(other) > asked.index(one) + 1 or len(asked) < 5


def test_what_was_wrong_comes_back_in_the_same_sitting_and_is_not_counted_then() -> None:
    her = Her()
    her.practises(5)
    her.later(30)
    asked = her.sits_down(wrong=frozenset({0}))

    again = [place for place, turn in enumerate(asked) if turn.word == asked[0].word]
    assert again == [0, 4]
    assert not asked[4].counts
    assert her.memory.traces[Card(asked[0].word, asked[0].strand)].last == her.memory.today


@pytest.mark.parametrize("place", range(PLANNED))
def test_what_was_wrong_comes_back_wherever_it_stood_in_a_full_sitting(place: int) -> None:
    her = Her(200)
    her.practises(40)
    her.later(365)
    asked = her.sits_down(wrong=frozenset({place}))

    assert [asked[place].word == turn.word for turn in asked[place + 1 :]].count(True) == 1
    assert len(asked) == PLANNED + 1


@settings(deadline=None, max_examples=60)
@given(st.frozensets(st.integers(0, CAP - 1)))
def test_nothing_planned_is_asked_in_the_place_of_what_was_wrong(wrong: frozenset[int]) -> None:
    her = Her(200)
    her.practises(40)
    her.later(365)
    asked = her.sits_down(wrong=wrong)

    for place in sorted(wrong):
        if place < len(asked) and all(asked[place].word != turn.word for turn in asked[place + 1 :]):
            assert all(turn.again for turn in asked[place + 1 :])


def test_a_full_sitting_leaves_a_place_for_what_proves_nothing() -> None:
    her = Her(200)
    her.words = [Word(word.id, word.kinds, word.levels, ("say_it",)) for word in her.words]
    her.practises(40)
    her.later(365)
    one = her.sits_down()
    her.later()
    other = her.sits_down()

    assert "say_it" in {one[-1].kind, other[-1].kind}
    assert len(one) >= PLANNED
    assert len(other) >= PLANNED


def test_always_wrong_ends_at_the_cap_and_five_minutes_end_it_too() -> None:
    assert len(Her().sits_down(wrong=frozenset(range(99)))) == CAP
    sitting = plan(words(9), Memory(MONDAY))
    assert sitting.turn(LONGEST_MS - 1)
    assert sitting.turn(LONGEST_MS) is None
    assert sitting.turn(-3_600_000)


def test_a_question_takes_a_minute_at_most_and_never_less_than_nothing_whatever_the_clock_does() -> None:
    assert [spent_on(0, now_ms) for now_ms in (-3_600_000, 7_000, 3_600_000)] == [0, 7_000, LONGEST_ON_ONE_MS]


def test_words_chosen_at_a_meeting_come_first_even_new_ones_when_much_is_due() -> None:
    her = Her(200)
    her.practises(40)
    her.later(365)
    unmet = next(word.id for word in her.words if word.id not in her.memory.met)
    settled = max(her.memory.traces, key=lambda card: her.memory.traces[card].stability).word

    asked = her.sits_down(chosen=(unmet, settled))
    assert asked[0].word == settled
    assert unmet in {turn.word for turn in asked if turn.first}


def test_a_chosen_word_comes_although_she_knows_it_and_once_a_day() -> None:
    her = Her()
    her.practises(6)
    known = next(iter(her.memory.traces)).word

    assert known in {turn.word for turn in her.sits_down(chosen=(known,))}
    assert plan(her.words, her.memory, (known,)).turn() is None or known not in {
        turn.word for turn in plan(her.words, her.memory, (known,)).waiting if turn.counts
    }


def test_a_card_is_asked_in_another_kind_than_last_time() -> None:
    her = Her()
    kinds: dict[Card, list[str]] = {}
    for _ in range(20):
        for turn in her.sits_down():
            kinds.setdefault(Card(turn.word, turn.strand), []).append(turn.kind)
        her.later()

    assert all(one != next_ for said in kinds.values() for one, next_ in pairwise(said))
    assert max(len(set(said)) for said in kinds.values()) == 3


def test_a_word_that_sits_is_read_next_and_words_go_on_being_met() -> None:
    her = Her(200)
    her.practises(30)
    strands = Counter(card.strand for card in her.memory.traces)

    assert strands["read"] > 5
    assert strands["understand"] > strands["read"]
    for card, trace in her.memory.traces.items():
        if card.strand == "read":
            assert her.memory.traces[Card(card.word, "understand")].sits
            assert trace.first > her.memory.met[card.word]


def test_a_word_without_a_picture_is_met_on_its_card_and_asked_in_earnest_a_little_later() -> None:
    by_ear = {"read": ("hear_word", "sound_letter")}
    bare = [Word(f"cleaning.{number:03}", by_ear, {"read": 1}, loose=("say_it",)) for number in range(3)]
    asked = plan(bare, Memory(MONDAY)).waiting
    for word in bare:
        one, other = [turn for turn in asked if turn.word == word.id]
        assert (one.first, one.counts, other.first, other.counts) == (True, False, False, True)
        assert one.kind != other.kind
    signs = [Word(f"cleaning.sign.{number}", {"read": ("sign",)}, {"read": 2}) for number in range(3)]
    assert all(turn.counts and not turn.first for turn in plan(signs, Memory(MONDAY)).waiting)


def test_a_word_met_when_the_sitting_ended_is_asked_in_earnest_first_next_time() -> None:
    her = Her()
    first = plan(her.words, her.memory).turn()
    assert first
    her.answer(first, good=True)
    her.later()

    asked = her.sits_down()
    assert (asked[0].word, asked[0].counts, asked[0].first) == (first.word, True, False)


def test_each_strand_has_a_level_of_its_own() -> None:
    her = Her()
    assert own_levels(her.words, her.memory) == {"understand": 1, "read": 2, "produce": 4}
    her.practises(40)

    levels = own_levels(her.words, her.memory)
    assert levels["understand"] > levels["read"] or levels["read"] > 2


def test_harder_words_wait_until_her_level() -> None:
    hard = [Word(f"kitchen.{number}", BOTH, {"understand": 3}) for number in range(9)]
    asked = plan([*hard, *words(9)], Memory(MONDAY)).waiting

    assert {turn.word.partition(".")[0] for turn in asked} == {"cleaning"}


def test_at_the_end_a_word_is_said_aloud_or_two_sounds_are_told_apart_and_neither_counts() -> None:
    her = Her()
    pair = Word("cleaning.pair.mop-map", {}, loose=("same_different",))
    her.words = [Word(word.id, word.kinds, word.levels, ("say_it",)) for word in her.words] + [pair]
    first, later = her.sits_down()[-1], _last_of_days(her, 6)

    assert first.kind not in {"say_it", "same_different"}
    assert {turn.kind for turn in later} == {"say_it", "same_different"}
    assert not any(turn.counts for turn in later)
    assert not [card for card in her.memory.traces if card.word == pair.id]


def _last_of_days(her: Her, days: int) -> list[Turn]:
    last = []
    for _ in range(days):
        her.later()
        last.append(her.sits_down()[-1])
    return last


def test_nothing_to_practise_is_an_empty_sitting() -> None:
    assert plan([], Memory(MONDAY)).turn() is None
    assert plan(words(3, {"produce": ("say_it", "mission")}), Memory(MONDAY)).turn() is None
