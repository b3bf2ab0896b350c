"""When a message to her is safe, by her own word: somebody else may look at her phone at other times.

All times are those on the wall: no zone, so that the night of summer time moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.records import Mentee, Reach

EVERY_DAY = "1234567"


def is_safe(mentee: Mentee, when: datetime) -> bool:
    """May a message reach her at that moment? Where nobody asked her yet, the one who writes decides."""
    return next_safe(mentee, when) == when


def next_safe(mentee: Mentee, when: datetime) -> datetime | None:
    """The first safe moment from `when` on; None: never, or in words that this app cannot read."""
    if mentee.reach in {"", Reach.ANY.value}:
        return when
    if mentee.reach != Reach.TIMES:
        return None
    ahead = (max(opens, when) for opens, closes in _windows(mentee, when.date()) if when < closes)
    return min(ahead, default=None)


def _windows(mentee: Mentee, around: date) -> Iterator[tuple[datetime, datetime]]:
    """From the evening before to a week later: (opens, closes)."""
    try:
        opens = time.fromisoformat(mentee.safe_from or "00:00")
        closes = time.fromisoformat(mentee.safe_to or "00:00")
    except ValueError:
        return
    for away in range(-1, 8):
        day = around + timedelta(days=away)
        if str(day.isoweekday()) in (mentee.safe_days or EVERY_DAY):
            last = day if closes > opens else day + timedelta(days=1)
            yield datetime.combine(day, opens), datetime.combine(last, closes)
