"""When a message to her is safe, and the first moment that is."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.safe_times import is_safe, next_safe
from app.records import Mentee

TIMES = st.times().map(lambda each: f"{each:%H:%M}")
YEAR = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2026-12-31")
MOMENTS = st.datetimes(*YEAR).map(lambda each: each.replace(second=0, microsecond=0))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def times(days: str, opens: str, closes: str) -> Mentee:
    return Mentee(reach="times", safe_days=days, safe_from=opens, safe_to=closes)


def safe_by_the_clock(mentee: Mentee, when: datetime) -> bool:
    """The oracle: read off the wall, minute by minute."""
    day, hour = str(when.isoweekday()), f"{when:%H:%M}"
    before = str((when - timedelta(days=1)).isoweekday())
    chosen = mentee.safe_days or "1234567"
    if mentee.safe_from < mentee.safe_to:
        return day in chosen and mentee.safe_from <= hour < mentee.safe_to
    return (day in chosen and hour >= mentee.safe_from) or (before in chosen and hour < mentee.safe_to)


@given(st.sets(st.sampled_from("1234567"), max_size=6).map("".join), TIMES, TIMES, MOMENTS)
def test_a_moment_is_safe_when_the_clock_on_the_wall_says_so(days: str, opens: str, closes: str, now: datetime) -> None:
    mentee = times(days, opens, closes)
    assert is_safe(mentee, now) == safe_by_the_clock(mentee, now)


@given(st.sets(st.sampled_from("1234567"), max_size=6).map("".join), TIMES, TIMES, MOMENTS)
def test_the_next_safe_time_is_safe_and_no_quarter_before_it_is(
    days: str, opens: str, closes: str, now: datetime
) -> None:
    mentee = times(days, opens, closes)
    found = next_safe(mentee, now)
    assert found is not None
    assert found >= now
    assert safe_by_the_clock(mentee, found)
    if found > now:
        between = [now + timedelta(minutes=step) for step in range(0, int((found - now).total_seconds() // 60), 15)]
        assert not any(safe_by_the_clock(mentee, each) for each in between)


def test_the_night_of_summer_time_moves_nothing() -> None:
    mentee = times("", "02:30", "03:30")
    assert next_safe(mentee, at("2026-03-28T23:00")) == at("2026-03-29T02:30")
    assert is_safe(mentee, at("2026-10-25T02:45"))


def test_never_is_never_and_words_of_a_newer_app_are_not_taken_for_yes() -> None:
    now = at("2026-03-02T10:00")
    assert next_safe(Mentee(reach="never"), now) is None
    assert next_safe(Mentee(reach="by drum"), now) is None
    assert next_safe(times("", "noon", "14:00"), now) is None
    assert next_safe(times("x", "09:00", "14:00"), now) is None


def test_any_time_and_nobody_asked_yet_leave_it_to_who_writes() -> None:
    now = at("2026-03-02T23:00")
    assert is_safe(Mentee(reach="any"), now)
    assert is_safe(Mentee(), now)


def test_pairs_of_days_are_told_apart() -> None:
    mentee = times("13", "09:00", "10:00")
    found = [next_safe(mentee, at("2026-03-02T10:00") + timedelta(days=away)) for away in (0, 2)]
    assert found == [at("2026-03-04T09:00"), at("2026-03-09T09:00")]
