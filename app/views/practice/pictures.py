"""The pictures of a deck, which travel in its pack."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from app.exercises.deck import Deck
from app.views.kit import drawing


def deck_drawing(decks: Sequence[Deck], name: str, *, size: int = 72) -> ft.Control:
    """That picture, from the first pack that has it."""
    svg = next((deck.drawings[name] for deck in decks if name in deck.drawings), "")
    return drawing(name, size=size, svg=svg)


def across(most: int = 480) -> float:
    """How wide an exercise may be on this screen."""
    return min((ft.context.page.width or 360) - 32, most)
