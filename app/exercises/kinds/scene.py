"""Hear what to do, tap it on a picture of a room: one thing, or a thing and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from math import perm
from random import Random

from app.exercises.deck import Deck, Scene
from app.exercises.question import Choice, Kind, Question, Strand
from app.exercises.wrong import MOST


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """One of its tasks; its things always stand where they stand."""
    scene = deck.parts.get(word)
    if not isinstance(scene, Scene):
        return None
    task = chance.choice(scene.tasks)
    return Question(
        kind=Kind.SCENE,
        word=word,
        strand=Strand.UNDERSTAND,
        says=(task.say,),
        choices=tuple(Choice(one.id, picture=one.picture, x=one.x, y=one.y) for one in scene.things),
        right=task.tap,
        scheduled=True,
        chance=1 / perm(len(scene.things), len(task.tap)),
    )
