"""What a deck says in Danish, each text once: its words as they are met, and what is said beside them."""

from __future__ import annotations

from collections.abc import Iterator

from app.exercises.deck import Deck, Item, Level
from app.exercises.sounds import sounds_as_written


def words_said(deck: Deck) -> tuple[str, ...]:
    """Words and short phrases with their article, and the two of a pair."""
    pairs = (word for pair in deck.pairs for word in (pair.one, pair.other))
    return tuple(dict.fromkeys([*(item.da for item in deck.items), *pairs]))


def sentences_said(deck: Deck) -> tuple[str, ...]:
    """The deck's own name and what she can do now; words in use, numbers, signs, what is asked on a scene, what
    colleagues say; and words without their article.
    """
    words = frozenset(words_said(deck))
    return tuple(text for text in dict.fromkeys(_beside(deck)) if text not in words)


def _beside(deck: Deck) -> Iterator[str]:
    yield from (deck.title["da"], *(can.da for can in deck.cans))
    for item in deck.items:
        yield from (saying.da for saying in item.says)
        yield from _bare(item)
    yield from (number.say for number in deck.numbers)
    yield from (task.say for scene in deck.scenes for task in scene.tasks)
    for turn in deck.dialogues:
        yield from (turn.hear, turn.right, *turn.wrong)
    for routine in deck.routines:
        yield from (routine.da, *(step.da for step in routine.steps))
    for sign in deck.signs:
        yield from (sign.means, *sign.not_)
    yield from (field.label for field in deck.fields)
    yield from (mission.da for mission in deck.missions)


def _bare(item: Item) -> Iterator[str]:
    """As it is said where its first letter is asked (kinds/sound_letter.py)."""
    if item.bare != item.da and item.levels[1] <= Level.L2 and sounds_as_written(item.bare):
        yield item.bare
