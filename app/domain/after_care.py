"""Who is to be asked how she is, after her file ended: once a month for as long as it was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.records import Ending

EVERY_DAYS = 30
"""So often somebody asks. A promise of three months is two or three calls."""


@dataclass(frozen=True)
class CareDue:
    """One who waits for a call; `days` since somebody heard of her."""

    ending: Ending
    days: int


def care_due(ending: Ending, heard_on: date | None, today: date) -> CareDue | None:
    """`heard_on` = the last day somebody met or called her. None while nobody has to ask, and once it is over."""
    if ending.ended_on is None or ending.came_back_on or ending.care_until is None or ending.care_until < today:
        return None
    since = max(ending.ended_on, heard_on or ending.ended_on)
    days = (today - since).days
    return CareDue(ending, days) if days >= EVERY_DAYS else None
