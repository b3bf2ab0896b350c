"""The clocks of the law, as reminders to us: how soon a first place of work, and how long between two of them.

Topartsaftalen (KL, 2016): a first effort at a company within two weeks, at the latest after one month; at most six
weeks between two offers. The clock runs while the track *Work* goes on with her, and rests when that rests: no field
tells whether the law speaks of her.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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


def runs(track: Track) -> bool:
    """Is work worked on with her now?"""
    return track.kind == TrackKind.WORK and track.began_on is not None and not (track.rests_since or track.ended_on)


def offer_due(tracks: Iterable[Track], hers: Sequence[PlacementNow], today: date, clocks: Clocks) -> OfferDue | None:
    """`tracks` and `hers` of one mentee. None while she has a place, and before it is time to be reminded."""
    running = [track for track in tracks if runs(track)]
    if not running or any(now.confirmed and not now.over for now in hers):
        return None
    began = max(track.began_on for track in running if track.began_on)
    ends = [now.placement.ended_on for now in hers if now.confirmed and now.placement.ended_on]
    if ends:
        since = max(began, *ends)
        by, from_on = since + timedelta(days=clocks.gap_days), since + timedelta(days=clocks.gap_days - EARLY_DAYS)
        asked = clocks.gap_days > 0
    else:
        by, from_on = began + timedelta(days=clocks.first_latest), began + timedelta(days=clocks.first_days)
        asked = clocks.first_latest > 0
    return OfferDue(running[0].mentee, not ends, by) if asked and today >= from_on else None
