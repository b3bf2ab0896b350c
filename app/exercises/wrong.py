"""The wrong answers beside a right one: derived from the deck by level, never a synonym, never the same picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from app.exercises.deck import Deck, Item, Level
from app.exercises.question import FEWEST
from app.exercises.sounds import first_letter, first_sound

MOST = 4
"""Choices of a question, unless fewer are asked for."""

COMPARED = ("en", "ar")
"""Languages whose glosses every deck has: one meaning in either is a synonym."""

Word = tuple[str, Item]  # its whole id, and itself


def wrong_answers(
    right: Word,
    deck: Deck,
    others: Sequence[Deck],
    chance: Random,
    *,
    level: Level,
    face: Callable[[Item], str],
    most: int = MOST,
) -> list[Word]:
    """At most `most` - 1 words whose faces differ; none when they are too few for the level.

    `face` = what of a word is shown or said; "" = it cannot be a choice. Whether there are enough is not up to chance.
    """
    near = _candidates(right, deck, (), level, face)
    faces = {face(item) for _word, item in near}
    if len(faces) < most - 1 and level < Level.L3:
        near = [*near, *_candidates(right, deck, others, level, face)]
    chance.shuffle(near)
    picked: dict[str, Word] = {}
    for word in near:
        picked.setdefault(face(word[1]), word)
    wanted = max(most, 2) - 1
    enough = min(FEWEST - 1, wanted)
    return list(picked.values())[:wanted] if len(picked) >= enough else []


def synonyms(one: Item, other: Item) -> bool:
    """Whether a person could hold both for the same thing."""
    if one.bare.casefold() == other.bare.casefold() or (one.picture and one.picture == other.picture):
        return True
    if one.id in other.like or other.id in one.like:
        return True
    both = ((one.gloss.get(code), other.gloss.get(code)) for code in COMPARED)
    return any(a and b and not _senses(a.text).isdisjoint(_senses(b.text)) for a, b in both)


def far_enough(right: Item, other: Item, level: Level) -> bool:
    """L1: another group and another first sound. L2: one of them. From L3: the same group."""
    if level >= Level.L3:
        return right.group == other.group
    if level == Level.L2:
        return right.group != other.group or first_letter(right.bare) != first_letter(other.bare)
    return right.group != other.group and first_sound(right.bare) != first_sound(other.bare)


def _candidates(
    right: Word, deck: Deck, others: Sequence[Deck], level: Level, face: Callable[[Item], str]
) -> list[Word]:
    decks = others or (deck,)
    return [
        (f"{each.id}.{item.id}", item)
        for each in decks
        for item in each.items
        if face(item)
        and face(item) != face(right[1])
        and far_enough(right[1], item, level)
        and not synonyms(right[1], item)
    ]


@cache
def _senses(gloss: str) -> frozenset[str]:
    """*a house; a home* means house, and home."""
    parts = re.split(r"[;,/()،؛]", gloss.casefold())
    return frozenset(re.sub(r"^(a|an|the|to) ", "", part.strip()) for part in parts) - {""}
