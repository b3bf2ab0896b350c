"""Which meetings come next."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.agenda import next_meetings, same_weekday
from app.records import Meeting

TODAY = date(2026, 3, 10)


def meeting(starts: str, state: str = "planned") -> Meeting:
    return Meeting(id=starts, starts=starts, state=state)


def test_the_soonest_meeting_comes_first_and_today_counts_to_its_end() -> None:
    plans = [meeting("2026-03-12T10:00"), meeting("2026-03-10T08:00"), meeting("2026-03-11T09:00", "moved")]
    assert [m.starts[:10] for m in next_meetings(plans, TODAY.isoformat())] == [
        "2026-03-10",
        "2026-03-11",
        "2026-03-12",
    ]


def test_what_was_held_or_cancelled_is_not_to_come() -> None:
    over = [meeting("2026-03-12T10:00", "held"), meeting("2026-03-12T10:00", "cancelled")]
    assert next_meetings(over, TODAY.isoformat()) == []


@given(st.dates(date(2000, 1, 1), TODAY))
def test_the_same_weekday_is_the_next_one_to_come_and_never_today(day: date) -> None:
    again = same_weekday(day, TODAY)
    assert again.weekday() == day.weekday()
    assert 1 <= (again - TODAY).days <= 7
