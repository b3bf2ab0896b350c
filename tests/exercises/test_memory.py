"""Her answers, folded: one state from any order, the Danish day on every night, and nothing lost to a wrong clock."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.danish_day import ZONE, danish_day
from app.exercises.memory import LAPSES, Card, Memory, Trace, begun
from app.records import Review

MONDAY = date(2026, 3, 2)
NIGHT_MS = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp() * 1000)
DAY_MS = 86_400_000
MOP = Card("cleaning.mop", "understand")
OUR_CENTURY = (int(datetime(1997, 1, 1, tzinfo=UTC).timestamp()), int(datetime(2037, 12, 31, tzinfo=UTC).timestamp()))


def said(number: int, day: float, *, good: bool = True, card: Card = MOP, counts: bool = True) -> Review:
    """An answer so many days after the Monday."""
    return Review(
        id=f"{number:032x}",
        word=card.word,
        strand=card.strand,
        kind="hear_picture",
        good=good,
        among=4,
        counts=counts,
        at_ms=NIGHT_MS + int(day * DAY_MS),
        zone=ZONE,
        sequence=number,
    )


answers = st.lists(
    st.builds(
        said,
        st.integers(0, 40),
        st.floats(-3, 40, allow_nan=False),
        good=st.booleans(),
        card=st.sampled_from([MOP, Card("cleaning.mop", "read"), Card("kitchen.pot", "understand")]),
        counts=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda answer: answer.id,
)


def state(memory: Memory) -> tuple[object, ...]:
    return memory.traces, memory.met, memory.seen, {card: memory.kinds(card) for card in memory.traces}


@given(answers, st.randoms(use_true_random=False))
def test_answers_of_two_phones_give_one_state_in_whatever_order_and_however_often_they_come(
    all_of_them: list[Review], chance: random.Random
) -> None:
    today = MONDAY + timedelta(days=30)
    whole = Memory(today, all_of_them)
    mixed = [*all_of_them, *all_of_them[::2]]
    chance.shuffle(mixed)
    one_by_one = Memory(today)
    for answer in mixed:
        one_by_one.add(answer)

    assert state(Memory(today, mixed)) == state(whole) == state(one_by_one)


@given(st.integers(*OUR_CENTURY))
def test_the_danish_day_is_that_of_the_wall_clock_less_four_hours(second: int) -> None:
    wall = datetime.fromtimestamp(second, ZoneInfo(ZONE)).replace(tzinfo=None)

    assert danish_day(second * 1000) == (wall - timedelta(hours=4)).date()


@pytest.mark.parametrize("year", range(1997, 2038))
def test_the_nights_of_daylight_saving_have_one_day_before_four_and_one_after(year: int) -> None:
    zone = ZoneInfo(ZONE)
    for month in (3, 10):
        sunday = next(day for day in (date(year, month, 31 - back) for back in range(7)) if day.isoweekday() == 7)
        four = datetime(year, month, sunday.day, 4, tzinfo=zone)
        first = int((four - timedelta(hours=8)).timestamp())
        days = [danish_day(second * 1000) for second in range(first, int(four.timestamp()), 600)]
        assert set(days) == {sunday - timedelta(days=1)}
        assert danish_day(int(four.timestamp()) * 1000) == sunday


def test_moments_that_no_calendar_has_are_days_all_the_same() -> None:
    assert danish_day(-(2**63)).year in {1969, 1970}
    assert danish_day(2**63 - 1).year == 9999 or danish_day(2**63 - 1) == date(9998, 12, 31)


def test_the_next_morning_is_another_day_and_one_in_the_night_is_not() -> None:
    evening, night, morning = (said(n, 0).at_ms or 0 for n in range(3))
    evening, night, morning = (evening + h * 3_600_000 for h in (9, 13, 17))

    assert danish_day(evening) == danish_day(night) == MONDAY
    assert danish_day(morning) == MONDAY + timedelta(days=1)


def test_many_answers_of_one_day_leave_the_next_day_another_day() -> None:
    once = begun(MONDAY, good=True, among=4)
    twice = once.after(MONDAY, good=True, among=4)
    next_day = MONDAY + timedelta(days=1)

    assert twice.recall(next_day) < 1
    assert twice.after(next_day, good=True, among=4).stability > twice.after(MONDAY, good=True, among=4).stability


def test_a_right_answer_a_day_later_makes_it_last_and_a_wrong_one_does_not() -> None:
    start = begun(MONDAY, good=True, among=4)
    right = start.after(MONDAY + timedelta(days=3), good=True, among=4)
    wrong = start.after(MONDAY + timedelta(days=3), good=False, among=4)

    assert wrong.stability < start.stability < right.stability
    assert (wrong.lapses, right.lapses) == (1, 0)
    assert 0.8 < right.recall(right.due) < 0.9


def test_what_came_back_in_the_same_sitting_and_a_first_meeting_move_nothing_but_are_known_as_seen() -> None:
    memory = Memory(MONDAY, [said(1, 0, counts=False)])

    assert memory.traces == {}
    assert memory.met == {MOP.word: MONDAY}
    assert memory.seen == {MOP.word: (MONDAY, MOP.strand)}


@pytest.mark.parametrize("later", [0, 1, 2, 40, 700])
def test_a_clock_that_ran_ahead_keeps_no_word_away(later: int) -> None:
    today = MONDAY + timedelta(days=later)
    pot = Card("kitchen.pot", "understand")
    memory = Memory(today, [said(1, -6), said(2, -3), said(3, 3000), said(4, 3000, card=pot)])

    assert memory.traces == Memory(today, [said(1, -6), said(2, -3)]).traces
    assert memory.seen[MOP.word].day < today
    assert memory.met[pot.word] < today
    assert pot not in memory.traces


def test_two_phones_that_folded_a_day_to_come_on_different_days_agree_when_it_is_there() -> None:
    early = Memory(MONDAY, [said(1, 2), said(2, 5, good=False)])
    assert early.traces == {}

    there = MONDAY + timedelta(days=5)
    one, other = Memory(there, [said(1, 2), said(2, 5, good=False)]), Memory(there, [said(2, 5, good=False)])
    other.add(said(1, 2))
    assert state(one) == state(other)
    assert one.traces[MOP].first == MONDAY + timedelta(days=2)


def test_an_answer_from_before_there_was_an_app_proves_nothing() -> None:
    eight_years_ago = -8 * 365
    memory = Memory(MONDAY, [said(1, eight_years_ago), said(2, 0)])

    assert memory.traces == Memory(MONDAY, [said(2, 0)]).traces
    assert memory.met[MOP.word] < MONDAY


@settings(max_examples=50)
@given(st.lists(st.integers(-40 * DAY_MS, DAY_MS), min_size=1, max_size=12))
def test_a_clock_that_is_set_back_and_forth_breaks_nothing(bends: list[int]) -> None:
    memory = Memory(MONDAY + timedelta(days=60))
    for number, bend in enumerate(bends):
        memory.add(said(number, number + bend / DAY_MS, good=number % 3 > 0))

    trace = memory.traces[MOP]
    assert trace.first <= trace.last <= memory.today
    assert trace.last < trace.due


def test_forgotten_often_it_is_to_be_practised_together_until_it_sits() -> None:
    trace = begun(MONDAY, good=True, among=4)
    for week in range(LAPSES):
        assert not trace.together
        trace = trace.after(MONDAY + timedelta(weeks=week + 1), good=False, among=4)
    assert trace.together

    later = trace.last
    for _ in range(8):
        later += timedelta(days=3)
        trace = trace.after(later, good=True, among=4)
    assert not trace.together


def test_luck_proves_nothing_and_what_sat_once_stays_in_what_she_sees() -> None:
    lucky = certain = begun(MONDAY, good=True, among=2)
    lucky = lucky.after(MONDAY + timedelta(days=4), good=True, among=2)
    assert lucky.stability > 7
    assert not lucky.sits

    for days in (4, 14):
        certain = certain.after(MONDAY + timedelta(days=days), good=True, among=4)
    assert certain.sits
    assert certain.after(MONDAY + timedelta(days=30), good=False, among=4).sits


def test_the_order_by_fading_is_the_order_of_recall() -> None:
    chance = random.Random(3)
    traces = [
        Trace(chance.uniform(0.2, 90), 5.0, MONDAY, MONDAY + timedelta(days=chance.randrange(50)), MONDAY)
        for _ in range(60)
    ]
    today = MONDAY + timedelta(days=60)

    faded = sorted(traces, key=lambda trace: -trace.faded(today))
    recalled = [trace.recall(today) for trace in faded]
    assert recalled == sorted(recalled)


def test_answers_that_a_newer_or_a_broken_app_wrote_are_left_alone() -> None:
    odd = [Review(id="1"), Review(id="2", word="a.b", strand="read"), Review(id="3", word="a.b", good=True)]
    strange = Review(id="4", word="a.b", strand="sing", kind="opera", good=True, at_ms=NIGHT_MS, among=-3)
    never = [Review(id=f"at {at}", word="a.c", strand="read", good=True, at_ms=at) for at in (-(2**63), 0, 2**62)]

    memory = Memory(MONDAY, [*odd, strange, *never])
    assert list(memory.traces) == [Card("a.b", "sing")]
