"""What a part of a deck is called where it stands for itself, and what stands on its card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.exercises.deck import Deck, Dialogue, Field, Item, Mission, Number, Pair, Part, Routine, Scene, Sign, deck_of


@dataclass(frozen=True)
class Named:
    """`name` is heard and read first, `written` is only read, each of `says` is heard and read in its turn."""

    name: str
    picture: str = ""
    written: str = ""
    says: tuple[str, ...] = ()


def named(part: Part) -> Named:  # noqa: PLR0911 - one for each sort of part
    """In Danish; an id says nothing to anybody."""
    match part:
        case Item():
            letters = " · ".join(part.tiles) if len(part.tiles) > 1 else ""
            return Named(part.da, part.picture, letters, tuple(saying.da for saying in part.says[:2]))
        case Pair():
            return Named(part.one, says=(part.other,))
        case Routine():
            return Named(part.da, says=tuple(step.da for step in part.steps))
        case Scene():
            asked = tuple(task.say for task in part.tasks)
            return Named("".join(asked[:1]), says=asked[1:])
        case Sign():
            return Named(part.text, part.picture, says=(part.means,)) if part.text else Named(part.means, part.picture)
        case Number():
            return Named(part.say, written=part.value)
        case Dialogue():
            return Named(part.hear, says=(part.right,))
        case Field():
            return Named(part.label, says=(part.answer,))
        case Mission():
            return Named(part.da, part.picture)


def name_in(decks: Mapping[str, Deck], word: str) -> str:
    """By its whole id; "" while its deck is not there, or when a newer one no longer has it."""
    deck = decks.get(deck_of(word))
    part = deck.parts.get(word) if deck else None
    return named(part).name if part else ""
