"""The day of somebody in Denmark, from any phone's clock: it begins at four in the morning on the wall.

No table of zones is on a phone. Denmark's clocks follow directive 2000/84/EC: an hour ahead of UTC, and two from 01:00
UTC of the last Sunday in March to 01:00 UTC of the last one in October. `ZONE` is kept with a moment, should that end.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

ZONE = "Europe/Copenhagen"
ROLLOVER = timedelta(hours=4)
"""Who practises at one in the night still belongs to the evening before. No clock is changed that late."""

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - everything here is reckoned in UTC
_LAST_MS = 253_370_764_800_000  # 9999-01-01


def danish_day(at_ms: int) -> date:
    """The day that moment belongs to; `at_ms` since 1970 UTC. Moments no calendar has are the nearest it has."""
    utc = _EPOCH + timedelta(milliseconds=min(max(at_ms, 0), _LAST_MS))
    ahead = _SUMMER if _changes(utc.year, 3) <= utc < _changes(utc.year, 10) else _WINTER
    return (utc + ahead - ROLLOVER).date()


def _changes(year: int, month: int) -> datetime:
    """01:00 UTC of the last Sunday of that month (it has 31 days)."""
    last = datetime(year, month, 31, 1)  # noqa: DTZ001
    return last - timedelta(days=last.isoweekday() % 7)


def midnight(day: date) -> datetime:
    """Of that day, in UTC: what a library that counts days is given."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
