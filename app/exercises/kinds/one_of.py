"""Tap the right one of two, three or four: what most kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random

from app.exercises.deck import Deck, Item, Level
from app.exercises.question import FEWEST, Choice, Question, Strand
from app.exercises.wrong import wrong_answers

STRANDS = list(Strand)


def level_of(item: Item, strand: Strand) -> Level:
    """How hard this word is to understand, to read or to produce."""
    return item.levels[STRANDS.index(strand)]


def one_of(
    question: Question,
    item: Item,
    deck: Deck,
    others: Sequence[Deck],
    chance: Random,
    *,
    face: Callable[[Item], str],
    choice: Callable[[str, Item], Choice],
    most: int,
) -> Question | None:
    """The question with its word among wrong ones; None where the decks have too few for its level."""
    right = (question.word, item)
    level = level_of(item, question.strand)
    wrong = wrong_answers(right, deck, others, chance, level=level, face=face, most=most)
    return with_choices(question, choice(*right), [choice(*each) for each in wrong], chance) if wrong else None


def with_choices(question: Question, right: Choice, wrong: Iterable[Choice], chance: Random) -> Question:
    """One right choice among wrong ones, in an order of chance; with fewer than three it is not counted."""
    choices = [right, *wrong]
    chance.shuffle(choices)
    return replace(
        question,
        choices=tuple(choices),
        right=(right.id,),
        scheduled=len(choices) >= FEWEST,
        chance=1 / len(choices),
    )


def texts(right: str, wrong: Sequence[str], *, aloud: bool = False) -> tuple[Choice, list[Choice]]:
    """Choices that are read (and heard, when `aloud`): the right one and the others."""
    made = [Choice(f"{number}", text=text, say=text if aloud else "") for number, text in enumerate((right, *wrong))]
    return made[0], made[1:]
