"""Hear a word, lay it from tiles of letters or syllables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import perm
from random import Random

from app.exercises.deck import Deck, Item, Level
from app.exercises.kinds.one_of import level_of
from app.exercises.question import FEWEST, Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """None below L2, and where too few tiles can be told from those of the word."""
    item = deck.item(word)
    if item is None or not item.tiles or level_of(item, Strand.PRODUCE) < Level.L2:
        return None
    right = [Choice(f"{number}", text=tile) for number, tile in enumerate(item.tiles)]
    missing = max(0, most - len(right)) if len(right) < FEWEST else 0
    odd = [Choice(f"odd{number}", text=tile) for number, tile in enumerate(_odd(item, deck, chance)[:missing])]
    choices = [*right, *odd]
    chance.shuffle(choices)
    ways = perm(len(choices), len(right))
    asked = Question(kind=Kind.TILES, word=word, strand=Strand.PRODUCE, says=(item.da,), picture=item.picture)
    return replace(
        asked,
        choices=tuple(choices),
        right=tuple(choice.id for choice in right),
        scheduled=ways >= FEWEST,
        chance=1 / ways,
    )


def _odd(item: Item, deck: Deck, chance: Random) -> list[str]:
    """Tiles of other words that stand nowhere in this one: no other way of laying them is right."""
    bare = item.bare.lower()
    found = sorted({tile for other in deck.items for tile in other.tiles if tile.lower() not in bare})
    chance.shuffle(found)
    return found
