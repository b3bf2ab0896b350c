"""python -m build.decks: assets/decks/*.yaml become packs beside them; a broken deck is said aloud and left out."""

from __future__ import annotations

from build.decks.compile import compiled_once

if __name__ == "__main__":
    compiled_once()
