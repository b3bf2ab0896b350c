"""Two who both said that they would like to meet: only then there is a pair. One side alone goes by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.records import Side, WouldMeet

ALONE = timedelta(days=2)
"""So long one side waits for the other: an event and the day after."""

BOTH = timedelta(days=30)
"""So long a pair waits to be proposed."""

Pair = tuple[str, str]
"""(mentee, mentor): row ids"""


def pairs(said: Iterable[WouldMeet], today: date) -> list[Pair]:
    """Those of whom both said yes, within two days of each other; the newest first."""
    days = _days(said)
    both = {pair: max(sides.values()) for pair, sides in days.items() if _is_pair(sides)}
    fresh = [pair for pair, day in both.items() if today - day <= BOTH]
    return sorted(fresh, key=lambda pair: (-both[pair].toordinal(), pair))


def over(said: Iterable[WouldMeet], today: date) -> list[WouldMeet]:
    """What is to be forgotten now."""
    known = list(said)
    days = _days(known)
    gone = []
    for one in known:
        kept = BOTH if _is_pair(days.get((one.mentee, one.mentor), {})) else ALONE
        if one.said_on is None or today - one.said_on > kept:
            gone.append(one)
    return gone


def _days(said: Iterable[WouldMeet]) -> dict[Pair, dict[str, date]]:
    """{pair: {side: the last day on which it said so}}"""
    days: dict[Pair, dict[str, date]] = {}
    for one in said:
        if one.said_on and one.side in set(Side):
            sides = days.setdefault((one.mentee, one.mentor), {})
            sides[one.side] = max(one.said_on, sides.get(one.side, one.said_on))
    return days


def _is_pair(sides: dict[str, date]) -> bool:
    return set(sides) == set(Side) and max(sides.values()) - min(sides.values()) <= ALONE
