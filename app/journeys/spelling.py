"""Danish words that this phone knows, read when somebody begins to write one; where they are not there, nobody asks."""

from __future__ import annotations

from app.exercises.spelling import Spelling
from app.platform import Platform

LIST = "spelling/da.txt"


async def open_spelling(platform: Platform) -> Spelling | None:
    """It is fetched once, and then lies on this phone; None without a network before that."""
    try:
        return Spelling(await platform.asset(LIST))
    except (OSError, ValueError):
        return None
