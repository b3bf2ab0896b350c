"""A stamp says when a field was set: milliseconds and a counter in one integer, ordered across phones."""

from __future__ import annotations

Stamp = int

COUNTER_BITS = 16
DAY_MS = 86_400_000
NOW_MAX = (1 << 46) - 1  # ms; the year 4199: whatever a broken clock says, a stamp fits SQLite and a day four bytes
STAMP_END = (NOW_MAX + 1) << COUNTER_BITS  # no stamp reaches this


def stamp_of(ms: int) -> Stamp:
    """The first stamp of that millisecond since 1970 UTC; before 1970 is 1970."""
    return bounded(ms) << COUNTER_BITS


def bounded(ms: int) -> int:
    """A clock's reading that can be a stamp."""
    return min(max(0, ms), NOW_MAX)


def ms_of(stamp: Stamp) -> int:
    """Milliseconds since 1970 UTC."""
    return stamp >> COUNTER_BITS


def day_of(stamp: Stamp) -> int:
    """Days since 1970 UTC."""
    return ms_of(stamp) // DAY_MS


def settle(raw: int, offset: int, hub_now: int, floor: Stamp, previous: Stamp) -> Stamp:
    """The stamp of one unsent field, at the moment it is offered.

    `raw` = the phone's clock when it was written, `offset` = what to add to that clock, `hub_now`, all in ms;
    `floor` = the greatest acknowledged or foreign stamp known when it was written; `previous` = this author's last.
    """
    return min(max(stamp_of(min(raw + offset, hub_now)), floor + 1, previous + 1), STAMP_END - 1)
