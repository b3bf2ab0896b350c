"""How long a colleague's answer usually takes, and whether a question tells whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from statistics import median

ENOUGH = 3
"""Below that many answers nothing is usual."""

SHORTEST_NAME = 3
"""Letters; shorter parts of a name are words, too."""


def usual(waits: Sequence[timedelta]) -> timedelta | None:
    """The middle one of the waits for a first answer; None while there are too few."""
    return timedelta(seconds=median(wait.total_seconds() for wait in waits)) if len(waits) >= ENOUGH else None


def tells_a_name(text: str, names: Iterable[str]) -> bool:
    """Does a part of one of these names stand in the text as a word, in small or capital letters?"""
    words = set(re.findall(r"\w+", text.casefold()))
    parts = {part for name in names for part in re.findall(r"\w+", name.casefold()) if len(part) >= SHORTEST_NAME}
    return bool(words & parts)
