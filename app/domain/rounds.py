"""A door round: what a place asks of one who knocks there, and what the taps of a day add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.refusal import Refusal
from app.i18n import N_
from app.records import Attempt, Channel, Outcome, QuietDoor, Spot, SpotKind

MINUTES_AT_FIRST = 30
"""A round that nobody tapped in."""

MOST_MINUTES = 12 * 60

_CHANNELS = {SpotKind.STAIRWELL: Channel.DOOR, SpotKind.EVENT: Channel.EVENT}


def refuse_long(minutes: int | None) -> None:
    """Refusal for a round, or a talk, that would have taken longer than a day's work."""
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise Refusal(N_("A round lasts at most twelve hours."))


@dataclass(frozen=True)
class Tally:
    """How often each outcome was tapped, and how many taps that is in all."""

    of: Mapping[str, int]
    taps: int


def tally(attempts: Iterable[Attempt]) -> Tally:
    """The sum of what everybody tapped; two workers in one stairwell add up."""
    counted = Counter(attempt.outcome for attempt in attempts)
    return Tally(counted, counted.total())


def outcomes_at(spot: Spot) -> list[str]:
    """What can be tapped there: only where there are doors can nobody be home."""
    at_doors = [Outcome.NOBODY_HOME.value] if spot.kind == SpotKind.STAIRWELL else []
    return [*at_doors, Outcome.TALKED.value, Outcome.NOT_NOW.value, Outcome.INTERESTED.value]


def channel_at(kind: str) -> str:
    """How one meets somebody at a place of that kind."""
    return _CHANNELS.get(SpotKind(kind), Channel.OTHER).value if kind in set(SpotKind) else Channel.OTHER.value


def minutes_since(first: str, now: datetime) -> int:
    """From the first tap until now, in whole fives; at least five."""
    try:
        began = datetime.fromisoformat(first)
    except ValueError:
        return MINUTES_AT_FIRST
    minutes = (now - began).total_seconds() / 60
    return max(5, 5 * round(minutes / 5))


def still_quiet(door: QuietDoor, today: date) -> bool:
    """Its last day counts."""
    return door.until is not None and door.until >= today
