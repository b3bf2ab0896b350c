"""Where somebody is on the ladder of hours, which weeks she was there, and how many of them without any pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.records import Placement, Rung, RungKind

UNPAID = frozenset({RungKind.TRY_OUT.value, RungKind.PLACEMENT.value})
"""On these rungs only the hours named as paid have a wage; on the others all have."""

MOST_HOURS = 37
"""A full week in Denmark."""

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class PlacementNow:
    """One placement as it stands today; `rungs` by day, the first one first."""

    placement: Placement
    rungs: tuple[Rung, ...]
    today: date

    @property
    def began_on(self) -> date | None:
        """The day of the first rung, past or to come."""
        return self.rungs[0].from_on if self.rungs else None

    @property
    def rung(self) -> Rung | None:
        """The one she stands on; before the first day the one she will begin on."""
        reached = [rung for rung in self.rungs if rung.from_on and rung.from_on <= self.today]
        return reached[-1] if reached else self.rungs[0] if self.rungs else None

    @property
    def confirmed(self) -> bool:
        return self.placement.confirmed_on is not None

    @property
    def over(self) -> bool:
        return self.placement.ended_on is not None

    @property
    def going(self) -> bool:
        """Both said yes, it has begun and not ended."""
        return self.confirmed and not self.over and self.began_on is not None and self.began_on <= self.today

    @property
    def last_day(self) -> date:
        """So far, or for good."""
        return min(self.placement.ended_on or self.today, self.today)


def placements_now(placements: Iterable[Placement], rungs: Iterable[Rung], today: date) -> list[PlacementNow]:
    """What goes on first, then what is to come, then what is over, the latest first."""
    of: dict[str, list[Rung]] = {}
    for rung in rungs:
        if rung.from_on:
            of.setdefault(rung.placement, []).append(rung)
    all_now = [
        PlacementNow(one, tuple(sorted(of.get(one.id, ()), key=lambda r: (r.from_on or date.min, r.id))), today)
        for one in placements
    ]

    def order(now: PlacementNow) -> tuple[int, int, str]:
        day = (now.placement.ended_on or now.began_on or date.min).toordinal()
        return (2, -day, now.placement.id) if now.over else (0 if now.going else 1, day, now.placement.id)

    return sorted(all_now, key=order)


def is_paid(rung: Rung) -> bool:
    """Is there a wage for any of her hours?"""
    return rung.kind not in UNPAID or bool(rung.paid_hours)


def monday_of(day: date) -> date:
    """Of the week of that day."""
    return day - timedelta(days=day.weekday())


def weeks_there(now: PlacementNow) -> list[date]:
    """The Mondays of all weeks in which she was there, the first one first; none before both said yes."""
    if not now.confirmed or now.began_on is None:
        return []
    return list(_mondays(now.began_on, now.last_day))


def unpaid_weeks(all_of_hers: Sequence[PlacementNow]) -> tuple[int, int]:
    """(weeks, places) without a single paid hour, counted over all places since she last had a wage."""
    unpaid: dict[date, set[str]] = {}
    paid: set[date] = set()
    for now in all_of_hers:
        for rung, first, last in _spans(now):
            for monday in _mondays(first, last):
                if is_paid(rung):
                    paid.add(monday)
                else:
                    unpaid.setdefault(monday, set()).add(now.placement.company or now.placement.at)
    since = max(paid, default=date.min)
    weeks = [monday for monday in unpaid if monday > since]
    return len(weeks), len(set().union(*(unpaid[monday] for monday in weeks)))


def _spans(now: PlacementNow) -> Iterator[tuple[Rung, date, date]]:
    """Each rung with its first and last day."""
    if not now.confirmed:
        return
    ends = [rung.from_on - timedelta(days=1) for rung in now.rungs[1:] if rung.from_on]
    for rung, until in zip(now.rungs, [*ends, now.last_day], strict=True):
        if rung.from_on:
            yield rung, rung.from_on, min(until, now.last_day)


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = monday_of(first)
    while monday <= last and first <= last:
        yield monday
        monday += WEEK
