"""A question as it stands before her: what is heard and shown, what can be tapped, and what is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

FEWEST = 3
"""Choices of a question that memory counts: with two, a blind tap is right half the time."""


SLIPS = 2
"""Tiles that lie elsewhere in an answer that is nearly right: two that changed places."""


class Kind(StrEnum):
    """The fifteen kinds of exercise."""

    HEAR_PICTURE = "hear_picture"
    PICTURE_VOICE = "picture_voice"
    SAME_DIFFERENT = "same_different"
    SOUND_LETTER = "sound_letter"
    HEAR_WORD = "hear_word"
    TILES = "tiles"
    ORDER_WORDS = "order_words"
    SCENE = "scene"
    ROUTINE = "routine"
    SIGN = "sign"
    NUMBER = "number"
    DIALOGUE = "dialogue"
    FIELD = "field"
    SAY_IT = "say_it"
    MISSION = "mission"


BY_EAR = frozenset({Kind.SOUND_LETTER, Kind.HEAR_WORD, Kind.TILES, Kind.ORDER_WORDS})
"""What is heard is the answer itself: where it can only be written, it would be copied."""


class Strand(StrEnum):
    """What of a word is practised; each is remembered on its own."""

    UNDERSTAND = "understand"
    READ = "read"
    PRODUCE = "produce"


@dataclass(frozen=True)
class Choice:
    """What can be tapped: a picture, a text, a voice, or several of them; x, y only on a scene, in hundredths of it."""

    id: str
    picture: str = ""
    text: str = ""
    say: str = ""
    x: int = 0
    y: int = 0

    @property
    def seen(self) -> tuple[str, str, str, int, int]:
        """What a person can tell one choice from another by: two tiles with one letter are the same tile."""
        return (self.picture, self.text, self.say, self.x, self.y)


@dataclass(frozen=True)
class Question:
    """`right` = the choices in order: one, or several for an order or a scene; none where nothing is checked."""

    kind: Kind
    word: str  # the whole id: cleaning.mop, cleaning.routine.floor
    strand: Strand
    says: tuple[str, ...] = ()  # Danish, heard one after the other
    picture: str = ""
    text: str = ""
    choices: tuple[Choice, ...] = ()
    right: tuple[str, ...] = ()
    scheduled: bool = False
    chance: float = 1.0  # that a blind tap is right
    card: tuple[tuple[str, str], ...] = ()  # of a form: what stands on the invented person's card


def check(question: Question, answer: tuple[str, ...]) -> bool:
    """True when the answer is right, or when there is nothing to check. An unknown choice is wrong."""
    if not question.right:
        return True
    by_id = {choice.id: choice.seen for choice in question.choices}
    return [by_id.get(id_) for id_ in answer] == [by_id[id_] for id_ in question.right]


def almost(question: Question, answer: tuple[str, ...]) -> bool:
    """Whether of several that were laid in order all but two lie right. It is wrong, comes back, and is told kindly."""
    if len(question.right) <= SLIPS or len(answer) != len(question.right) or check(question, answer):
        return False
    by_id = {choice.id: choice.seen for choice in question.choices}
    laid = zip(answer, question.right, strict=True)
    return sum(by_id.get(one) != by_id[other] for one, other in laid) <= SLIPS


def again(question: Question, chance: Random) -> Question:
    """The same question with its choices in another order: a wrong answer comes back in the same sitting."""
    mixed = list(question.choices)
    chance.shuffle(mixed)
    return replace(question, choices=tuple(mixed))
