"""The clocks of the law, as reminders to us: how soon a first place of work, and how long between two of them.

Topartsaftalen (KL, 2016): a first effort at a company within two weeks, at the latest after one month; at most six
weeks between two offers. The clock runs while the track *Work* goes on with her, rests when that rests, and counts
from the day on which it goes on: no field tells whether the law speaks of her.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_
from sqlmodel import col

from app.domain.placements import PlacementNow
from app.records import Track, TrackKind

EARLY_DAYS = 14
"""So long before the last day between two offers somebody is reminded."""


@dataclass(frozen=True)
class Clocks:
    """Days and weeks as decided by the organisation; 0 = nobody is reminded."""

    first_days: int = 14
    first_latest: int = 30
    gap_days: int = 42
    unpaid_weeks: int = 13  # the longest unpaid placement that the reference knows of; 4 is the shorter one


@dataclass(frozen=True)
class OfferDue:
    """Somebody needs a place of work by a day; `first` = she had none yet."""

    mentee: str
    first: bool
    by: date

    def passed(self, today: date) -> bool:
        return today > self.by


def runs() -> ColumnElement[bool]:
    """A condition for `latest`: the tracks that say that work is worked on with her now."""
    return and_(
        col(Track.kind) == TrackKind.WORK.value,
        col(Track.began_on).is_not(None),
        col(Track.rests_since).is_(None),
        col(Track.ended_on).is_(None),
    )


def offer_due(mentee: str, began: date, hers: Sequence[PlacementNow], today: date, clocks: Clocks) -> OfferDue | None:
    """None while she has a place, and before it is time for it.

    `began` = when her newest track that `runs` did, or went on after a rest.
    """
    if any(now.confirmed and not now.over for now in hers):
        return None
    ends = [now.placement.ended_on for now in hers if now.confirmed and now.placement.ended_on]
    if ends:
        since = max(began, *ends)
        by, from_on = since + timedelta(days=clocks.gap_days), since + timedelta(days=clocks.gap_days - EARLY_DAYS)
        asked = clocks.gap_days > 0
    else:
        by, from_on = began + timedelta(days=clocks.first_latest), began + timedelta(days=clocks.first_days)
        asked = clocks.first_latest > 0
    return OfferDue(mentee, not ends, by) if asked and today >= from_on else None
