"""What outreach costs and brings: tried, spoken with, something begun, taking part; never one number for all four.

Everything is a count of rows with its denominator beside it, or says that the denominator is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.records import EVERYBODY, Estimate


@dataclass(frozen=True)
class Brought:
    """One channel in one area. `minutes` is None where nobody told how long it took."""

    channel: str
    tried: int = 0
    spoken: int = 0
    begun: int = 0
    joined: int = 0
    minutes: int | None = None

    @property
    def minutes_each(self) -> int | None:
        """Whole minutes for each person who takes part; None while there are none, or no minutes."""
        return round(self.minutes / self.joined) if self.minutes is not None and self.joined else None

    @property
    def spoken_each(self) -> int | None:
        """People spoken with for each who takes part, rounded."""
        return round(self.spoken / self.joined) if self.joined else None


@dataclass(frozen=True)
class Reach:
    """`reached` of `of`; None when the number of all is not known, or smaller than those reached."""

    reached: int
    of: int | None


def of_everybody(estimates: Iterable[Estimate]) -> Estimate | None:
    """The first that counts all: of nobody who is reached do we know to which smaller group she belongs."""
    return next((one for one in estimates if one.whom == EVERYBODY), None)


def reach(reached: int, estimate: Estimate | None) -> Reach:
    """A fraction, and only with an estimate of all that says how, when and by whom it was made."""
    if estimate is None or not is_sound(estimate) or (estimate.number or 0) < reached:
        return Reach(reached, None)
    return Reach(reached, estimate.number)


def is_sound(estimate: Estimate) -> bool:
    """Is it of everybody, with a number, a method, a day and a source?"""
    said = estimate.number and estimate.method and estimate.counted_on and estimate.source
    return estimate.whom == EVERYBODY and bool(said)
