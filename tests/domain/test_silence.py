"""Who has not met for longer than agreed: the agreement decides, never a rule for all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.hours import hours_of
from app.domain.silence import silences
from app.records import Agreement, Meeting

TODAY = date(2026, 3, 10)


def agreed(
    cadence: str, *, mentee: str = "a", mentor: str = "m", until: date | None = None, days: int = 100
) -> Agreement:
    return Agreement(
        id=mentee + mentor,
        mentee=mentee,
        mentor=mentor,
        cadence=cadence,
        until=until,
        agreed_on=TODAY - timedelta(days),
    )


def silent(one: Agreement, met: int | None, rests: int | None = None) -> bool:
    last = {} if met is None else {(one.mentee, one.mentor): TODAY - timedelta(met)}
    resting = {} if rests is None else {one.mentee: TODAY + timedelta(rests)}
    return bool(silences([one], last, resting, {}, TODAY))


@pytest.mark.parametrize(("cadence", "patience"), [("weekly", 14), ("fortnightly", 28), ("monthly", 62)])
def test_twice_as_long_as_agreed_is_everyday_life_and_a_day_more_is_silence(cadence: str, patience: int) -> None:
    assert not silent(agreed(cadence), patience)
    assert silent(agreed(cadence), patience + 1)


def test_who_meets_only_when_she_asks_is_never_silent_nor_who_agreed_on_nothing() -> None:
    for cadence in ("on_call", "", "a word of a newer app"):
        assert not silent(agreed(cadence), 99)


def test_a_pair_that_never_met_waits_from_the_day_it_agreed() -> None:
    assert silent(agreed("weekly", days=15), None)
    assert not silent(agreed("weekly", days=14), None)


def test_a_pair_in_hard_times_rests_to_the_end_of_that_day() -> None:
    assert not silent(agreed("weekly"), 99, rests=0)
    assert silent(agreed("weekly"), 99, rests=-1)


def test_a_pair_with_a_meeting_ahead_or_an_agreement_that_is_over_is_not_asked_about() -> None:
    assert silences([agreed("weekly")], {}, {}, {("a", "m"): "2026-03-11T10:00"}, TODAY) == []
    assert not silent(agreed("weekly", until=TODAY - timedelta(1)), 99)
    assert silent(agreed("weekly", until=TODAY), 99)


@pytest.mark.parametrize(("cadence", "patience"), [("weekly", 14), ("fortnightly", 28), ("monthly", 62)])
def test_a_plan_further_away_than_our_patience_does_not_hide_that_they_did_not_meet(
    cadence: str, patience: int
) -> None:
    def quiet(days: int) -> bool:
        ahead = {("a", "m"): f"{TODAY + timedelta(days)}T23:30"}
        return not silences([agreed(cadence)], {}, {}, ahead, TODAY)

    assert quiet(0)
    assert quiet(patience)
    assert not quiet(patience + 1)
    assert not quiet(300)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 90)))
def test_the_longest_wait_comes_first_and_nobody_twice(met: dict[str, int]) -> None:
    pairs = [agreed("weekly", mentee=each) for each in met]
    found = silences(pairs, {(each, "m"): TODAY - timedelta(days) for each, days in met.items()}, {}, {}, TODAY)
    assert [one.days for one in found] == sorted((days for days in met.values() if days > 14), reverse=True)
    assert len({one.agreement.mentee for one in found}) == len(found)


def test_each_of_two_mentors_is_silent_by_herself_and_what_nobody_said_whose_it_was_counts_for_both() -> None:
    both = [agreed("weekly", mentor=each) for each in ("m", "n")]
    met, ahead = {("a", "m"): TODAY}, {("a", "m"): f"{TODAY}T10:00"}
    assert [one.agreement.mentor for one in silences(both, met, {}, {}, TODAY)] == ["n"]
    assert [one.agreement.mentor for one in silences(both, {}, {}, ahead, TODAY)] == ["n"]
    assert silences(both, {("a", ""): TODAY}, {}, {}, TODAY) == []
    assert silences(both, {}, {}, {("a", ""): f"{TODAY}T10:00"}, TODAY) == []
    assert len(silences(both, {("a", "o"): TODAY, ("b", "m"): TODAY}, {}, {("a", "o"): f"{TODAY}T10:00"}, TODAY)) == 2


def test_hours_are_a_sum_and_what_came_to_nothing_counts_too() -> None:
    meetings = [
        Meeting(state="held", minutes=50, arranging=10, transport=20),
        Meeting(state="held", minutes=None),
        Meeting(state="cancelled", transport=30, minutes=99),
        Meeting(state="planned"),
    ]
    spent = hours_of(meetings)
    assert (spent.together, spent.besides, spent.lost, spent.minutes) == (50, 30, 30, 110)
