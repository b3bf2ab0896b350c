"""The fifteen kinds of exercise, each in its file: how a word is asked."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Protocol

from app.exercises.deck import Deck
from app.exercises.kinds import (
    dialogue,
    field,
    hear_picture,
    hear_word,
    mission,
    number,
    order_words,
    picture_voice,
    routine,
    same_different,
    say_it,
    scene,
    sign,
    sound_letter,
    tiles,
)
from app.exercises.question import Kind, Question, Strand
from app.exercises.wrong import MOST


class Ask(Protocol):
    """Makes a question of a word; None where this word cannot be asked so, which never hangs on chance.

    `most` = choices at most: two for the first meeting of a word, which is then not counted.
    """

    def __call__(
        self, word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST
    ) -> Question | None: ...


KINDS: dict[Kind, Ask] = {
    Kind.HEAR_PICTURE: hear_picture.ask,
    Kind.PICTURE_VOICE: picture_voice.ask,
    Kind.SAME_DIFFERENT: same_different.ask,
    Kind.SOUND_LETTER: sound_letter.ask,
    Kind.HEAR_WORD: hear_word.ask,
    Kind.TILES: tiles.ask,
    Kind.ORDER_WORDS: order_words.ask,
    Kind.SCENE: scene.ask,
    Kind.ROUTINE: routine.ask,
    Kind.SIGN: sign.ask,
    Kind.NUMBER: number.ask,
    Kind.DIALOGUE: dialogue.ask,
    Kind.FIELD: field.ask,
    Kind.SAY_IT: say_it.ask,
    Kind.MISSION: mission.ask,
}

READ = {Kind.SOUND_LETTER, Kind.HEAR_WORD, Kind.SIGN, Kind.FIELD}
PRODUCED = {Kind.TILES, Kind.ORDER_WORDS, Kind.SAY_IT, Kind.MISSION}


def ask(
    kind: Kind, word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST
) -> Question | None:
    """That word in that kind; None where it cannot be asked so."""
    return KINDS[kind](word, deck, chance, others, most=most)


def claims(word: str, deck: Deck, others: Sequence[Deck] = ()) -> frozenset[Kind]:
    """The kinds in which this word can be asked."""
    unmoved = Random(0)  # noqa: S311 - which choices, nobody sees
    return frozenset(kind for kind in KINDS if ask(kind, word, deck, unmoved, others) is not None)


def strand_of(kind: Kind) -> Strand:
    """What of a word it practises."""
    if kind in READ:
        return Strand.READ
    return Strand.PRODUCE if kind in PRODUCED else Strand.UNDERSTAND
