"""Which week is asked about, and the early signs that a placement needs somebody: for us to act on, never blame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from app.domain.placements import WEEK, PlacementNow, monday_of, weeks_there
from app.records import Face

OPENS_AFTER = timedelta(days=3)
"""A week is asked about from its Thursday until the Wednesday after."""

LOOK_BACK = 3 * WEEK
"""Older weeks than these say nothing about how it goes now."""


class Sign(StrEnum):
    """Why somebody should ask how it goes."""

    HARD_FOR_HER = "hard_for_her"
    HARD_FOR_THEM = "hard_for_them"
    DIFFER = "differ"
    SHE_IS_SILENT = "she_is_silent"
    THEY_ARE_SILENT = "they_are_silent"


def week_asked(today: date) -> date:
    """The Monday of the week that both sides are asked about today."""
    return monday_of(today - OPENS_AFTER)


def is_asked(now: PlacementNow) -> bool:
    """Was she there in the week that is asked about?"""
    return week_asked(now.today) in weeks_there(now)


def early_signs(now: PlacementNow, hers: Mapping[date, str], theirs: Mapping[date, str]) -> list[Sign]:
    """By Monday what each side said. Nothing once it is over, and nothing of what is only planned."""
    if not now.going:
        return []
    asked = week_asked(now.today)
    there = [monday for monday in weeks_there(now) if asked - LOOK_BACK < monday <= now.today]
    signs = []
    for said, hard in ((hers, Sign.HARD_FOR_HER), (theirs, Sign.HARD_FOR_THEM)):
        if _twice_hard([said[monday] for monday in there if monday in said]):
            signs.append(hard)
    both = [monday for monday in there if monday in hers and monday in theirs]
    if both and (hers[both[-1]] == Face.HARD) != (theirs[both[-1]] == Face.HARD):
        signs.append(Sign.DIFFER)
    closed = asked - WEEK
    for said, silent in ((hers, Sign.SHE_IS_SILENT), (theirs, Sign.THEY_ARE_SILENT)):
        if closed in there and not any(monday in said for monday in there if monday >= closed):
            signs.append(silent)
    return signs


def _twice_hard(faces: Sequence[str]) -> bool:
    """The last two answers of one side."""
    return len(faces) > 1 and faces[-1] == faces[-2] == Face.HARD
