"""Hear a word, tap the letter that it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.exercises.deck import Deck, Level
from app.exercises.kinds.one_of import level_of, with_choices
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.sounds import first_letter, sounds_as_written
from app.exercises.wrong import MOST

CONFUSED = ("bp", "dt", "gk", "vf", "mn", "eiæ", "yø", "oåu", "jg", "sz", "aæ", "hr", "yi")
"""Letters whose sounds a beginner does not yet tell apart: never beside one another at L1."""

LETTERS = "abdefghijklmnoprstuvyæøå"


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """None above L2, and where the letter is not what is heard: *hvid*, *cykel*."""
    item = deck.item(word)
    if item is None or level_of(item, Strand.READ) > Level.L2 or not sounds_as_written(item.bare):
        return None
    right = first_letter(item.bare)
    near = {letter for group in CONFUSED if right in group for letter in group}
    apart = level_of(item, Strand.READ) == Level.L1
    wrong = [letter for letter in LETTERS if letter != right and not (apart and letter in near)]
    asked = Question(kind=Kind.SOUND_LETTER, word=word, strand=Strand.READ, says=(item.bare,), picture=item.picture)
    picked = chance.sample(wrong, max(most, 2) - 1)
    return with_choices(asked, Choice(right, text=right), [Choice(letter, text=letter) for letter in picked], chance)
