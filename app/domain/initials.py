"""Names that a sheet of paper may carry: a first letter, and a number where several begin with the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def initials(names: Iterable[str]) -> list[str]:
    """In the order of the names: "A", "F", "A 2"; "?" for who has no name."""
    seen: Counter[str] = Counter()
    short = []
    for name in names:
        letter = name.strip()[:1].upper() or "?"
        seen[letter] += 1
        short.append(f"{letter} {seen[letter]}" if seen[letter] > 1 else letter)
    return short
