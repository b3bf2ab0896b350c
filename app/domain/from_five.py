"""How many people: said from five on. Of fewer, somebody who knows them could tell who they are."""

from __future__ import annotations

from collections.abc import Iterable

FEWEST = 5


def from_five(people: Iterable[str]) -> int | None:
    """How many different ones; None for fewer than five, and for nobody: the two are told alike."""
    number = len(set(people))
    return number if number >= FEWEST else None
