"""The decks under test: every one that is shipped, and the small one of the tests."""

from __future__ import annotations

from pathlib import Path

from app.exercises.deck import Deck
from build.decks.source import DECKS, sources

SMALL = Path(__file__).parent / "decks"


def small_deck() -> Deck:
    """A few of every part."""
    [source], _faults = sources(SMALL)
    return source.deck


def shipped() -> list[Deck]:
    """Those of assets/decks."""
    return [source.deck for source in sources(DECKS)[0]]
