"""A sentence taken apart into words to be laid in order: no tile shows that it is the first or the last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

ENDS = ".!?"
NO_NAMES = {"I", "De", "Dem", "Deres"}
"""With a capital inside a sentence, with none where *i dag* or *de små* begins one."""


def word_tiles(text: str, names: Collection[str]) -> list[str]:
    """Its words, without a capital that is no name's, and without a full stop."""
    tiles = []
    for word, begins in _words(text):
        bare = word.rstrip(ENDS)
        tiles.append(bare[:1].lower() + bare[1:] if begins and bare.rstrip(",") not in names else bare)
    return [tile for tile in tiles if tile]


def names_in(texts: Iterable[str]) -> set[str]:
    """Words with a capital that stand not first."""
    inside = ((word, begins) for text in texts for word, begins in _words(text))
    return {word.rstrip(f"{ENDS},") for word, begins in inside if not begins and word[:1].isupper()} - NO_NAMES


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether a sentence begins with it."""
    before = ENDS
    for word in text.split():
        yield word, before.endswith(tuple(ENDS))
        before = word
