"""The ladder of hours, weeks without pay, the two-sided pulse, the clocks of the law: rules that look at no clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.offer_clocks import Clocks, OfferDue, offer_due
from app.domain.placements import PlacementNow, placements_now, unpaid_weeks
from app.domain.pulses import Sign, early_signs, is_asked, week_asked
from app.records import Placement, Rung

MONDAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def there(
    *rungs: tuple[int, str, int], today: date, ended: int | None = None, confirmed: bool = True, at: str = "a"
) -> PlacementNow:
    """`rungs` = (days after MONDAY, kind, paid hours); `ended` in days after MONDAY."""
    one = Placement(
        id=at,
        mentee="m",
        at=at,
        confirmed_on=MONDAY if confirmed else None,
        ended_on=None if ended is None else MONDAY + timedelta(ended),
    )
    made = [
        Rung(id=f"{at}{days}", placement=at, kind=kind, from_on=MONDAY + timedelta(days), hours=10, paid_hours=paid)
        for days, kind, paid in rungs
    ]
    return placements_now([one], made, today)[0]


def test_the_rung_is_the_latest_reached_and_before_the_first_day_the_one_to_come() -> None:
    ladder = ((0, "try_out", 0), (14, "placement", 0), (60, "paid", 10))
    for days, kind in ((-5, "try_out"), (0, "try_out"), (13, "try_out"), (14, "placement"), (99, "paid")):
        now = there(*ladder, today=MONDAY + timedelta(days))
        assert now.rung is not None
        assert (now.rung.kind, now.going) == (kind, days >= 0)
    assert not there(*ladder, today=MONDAY + WEEK, confirmed=False).going
    assert not there(*ladder, today=MONDAY + WEEK, ended=3).going
    assert there(today=MONDAY).rung is None


@given(
    st.lists(
        st.tuples(st.integers(0, 120), st.sampled_from(["try_out", "placement", "subsidy", "paid"]), st.integers(0, 2)),
        min_size=1,
        max_size=4,
        unique_by=lambda rung: rung[0],
    ),
    st.integers(0, 200),
    st.none() | st.integers(0, 200),
)
def test_unpaid_weeks_are_those_of_a_walk_day_by_day_since_the_last_wage(
    rungs: list[tuple[int, str, int]], today: int, ended: int | None
) -> None:
    now = there(*rungs, today=MONDAY + timedelta(today), ended=ended)
    unpaid, last_paid = set(), -1
    for day in range(min(today, today if ended is None else ended) + 1):
        reached = [rung for rung in sorted(rungs) if rung[0] <= day]
        if reached:
            _, kind, paid = reached[-1]
            if kind in {"subsidy", "paid"} or paid:
                last_paid = max(last_paid, day // 7)
            else:
                unpaid.add(day // 7)

    weeks, places = unpaid_weeks([now])

    assert weeks == len([week for week in unpaid if week > last_paid])
    assert places == (1 if weeks else 0)


def test_unpaid_weeks_add_up_over_places_and_a_shared_week_counts_once() -> None:
    first = there((0, "placement", 0), today=MONDAY + 20 * WEEK, ended=30, at="a")
    second = there((31, "placement", 0), today=MONDAY + 20 * WEEK, ended=60, at="b")
    assert unpaid_weeks([first, second]) == (9, 2)
    assert unpaid_weeks([first, second, there((63, "subsidy", 0), today=MONDAY + 20 * WEEK, at="c")]) == (0, 0)
    assert unpaid_weeks([there((0, "placement", 0), today=MONDAY + 20 * WEEK, confirmed=False)]) == (0, 0)


def test_a_week_is_asked_about_from_thursday_to_wednesday_and_only_while_she_is_there() -> None:
    asked = [week_asked(MONDAY + timedelta(days)) for days in range(10)]
    assert asked == [MONDAY - WEEK] * 3 + [MONDAY] * 7
    ladder = ((2, "try_out", 0),)
    told = [is_asked(there(*ladder, today=MONDAY + timedelta(days), ended=8)) for days in range(2, 20)]
    assert told == [False, *[True] * 14, False, False, False]


def said(*faces: str) -> dict[date, str]:
    """Week by week from MONDAY on; "" = nothing."""
    words = {"g": "good", "s": "so_so", "h": "hard"}
    return {MONDAY + n * WEEK: words[face] for n, face in enumerate(faces) if face}


@pytest.mark.parametrize(
    ("hers", "theirs", "signs"),
    [
        ("gg", "gg", []),
        ("gs", "gg", []),  # a shade is no difference
        ("hh", "hh", [Sign.HARD_FOR_HER, Sign.HARD_FOR_THEM]),
        ("hg", "hg", []),
        ("gh", "gg", [Sign.DIFFER]),
        ("gs", "gh", [Sign.DIFFER]),
        ("hs", "gg", []),  # only the latest week that both told of
    ],
)
def test_two_hard_in_a_row_or_a_difference_asks_somebody_to_look(hers: str, theirs: str, signs: list[Sign]) -> None:
    now = there((0, "placement", 0), today=MONDAY + timedelta(10))
    assert early_signs(now, said(*hers), said(*theirs)) == signs


def test_a_side_is_silent_when_a_week_closed_without_a_word_and_none_came_since() -> None:
    ladder = ((0, "placement", 0),)
    wednesday, thursday = MONDAY + timedelta(9), MONDAY + timedelta(10)
    assert early_signs(there(*ladder, today=wednesday), {}, {}) == []
    assert early_signs(there(*ladder, today=thursday), {}, said("g")) == [Sign.SHE_IS_SILENT]
    assert early_signs(there(*ladder, today=thursday), said("g"), {}) == [Sign.THEY_ARE_SILENT]
    late = {MONDAY + WEEK: "good"}
    assert early_signs(there(*ladder, today=thursday), late, late) == []


def test_what_is_over_or_only_planned_gives_no_sign() -> None:
    today = MONDAY + timedelta(10)
    for now in (
        there((0, "placement", 0), today=today, ended=9),
        there((0, "placement", 0), today=today, confirmed=False),
        there((11, "placement", 0), today=today),
    ):
        assert early_signs(now, said("h", "h"), {}) == []


def test_the_first_place_is_asked_for_after_two_weeks_and_due_within_a_month() -> None:
    today, rule = MONDAY, Clocks()
    assert offer_due("m", today - timedelta(13), [], today, rule) is None
    assert offer_due("m", today - timedelta(14), [], today, rule) == OfferDue("m", True, today + timedelta(16))
    late = offer_due("m", today - timedelta(31), [], today, rule)
    assert late is not None
    assert late.passed(today)
    assert offer_due("m", today - timedelta(31), [], today, Clocks(first_latest=0)) is None


def test_six_weeks_between_two_places_are_told_two_weeks_before() -> None:
    rule = Clocks()

    def due(days: int, **how: object) -> OfferDue | None:
        today = MONDAY + timedelta(days)
        now = there((0, "try_out", 0), today=today, ended=7, **how)  # type: ignore[arg-type]
        return offer_due("m", today - timedelta(200), [now], today, rule)

    assert due(34) is None
    assert due(35) == OfferDue("m", False, MONDAY + timedelta(49))
    today = MONDAY + timedelta(99)
    assert offer_due("m", today - timedelta(200), [there((0, "paid", 9), today=today)], today, rule) is None
    with_none = due(99, confirmed=False)
    assert with_none is not None
    assert with_none.first
