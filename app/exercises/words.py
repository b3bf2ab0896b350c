"""A deck as a row of words to be met: what each can be asked in, how hard it is, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from random import Random
from typing import TypeVar

from app.exercises.choosing import Word
from app.exercises.deck import Deck, Dialogue, Field, Item, Level, Mission, Pair, Part, Scene, Sign
from app.exercises.kinds import KINDS, ask, strand_of
from app.exercises.question import BY_EAR, Kind, Strand

T = TypeVar("T")

EACH = 5
"""After so many words with a picture something else comes: one without, and a sign, a number or a routine."""

Heard = Callable[[Sequence[str]], bool]
"""Whether this phone can say that in Danish."""


def always(_says: Sequence[str]) -> bool:
    """Where there is a Danish voice."""
    return True


class Claimed(Mapping[str, Sequence[str]]):
    """{strand: kinds that count} of one word, found when they are first asked for."""

    def __init__(self, word: str, deck: Deck, others: Sequence[Deck], heard: Heard) -> None:
        self._word, self._deck, self._others, self._heard = word, deck, others, heard

    @cached_property
    def _found(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        unmoved = Random(0)  # noqa: S311 - which choices, nobody sees
        for kind in KINDS:
            question = ask(kind, self._word, self._deck, unmoved, self._others)
            if question and question.scheduled and (kind not in BY_EAR or self._heard(question.says)):
                found.setdefault(strand_of(kind).value, []).append(kind.value)
        return found

    def __getitem__(self, strand: str) -> Sequence[str]:
        return self._found[strand]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def words_of(deck: Deck, others: Sequence[Deck] = (), heard: Heard = always) -> list[Word]:
    """In the order in which she may meet them; `others` lend the wrong answers that a small deck lacks.

    What cannot be heard on this phone is asked in no kind that would have her copy it.
    """
    return [
        Word(word, Claimed(word, deck, others, heard), _levels(deck.parts[word]), _loose(deck.parts[word]))
        for word in _order(deck)
    ]


def one_of_each(rows: Iterable[Sequence[T]]) -> list[T]:
    """One of each, then the next of each."""
    return [one for each in zip_longest(*rows) for one in each if one is not None]


def _order(deck: Deck) -> list[str]:
    """Words with a picture as the deck has them, for these are met without reading; after five, others in turn."""
    pictured = [word for word, part in deck.parts.items() if isinstance(part, Item) and part.picture]
    bare = [word for word, part in deck.parts.items() if isinstance(part, Item) and not part.picture]
    pairs = [word for word, part in deck.parts.items() if isinstance(part, Pair)]
    sorts: dict[type, list[str]] = {}
    for word, part in deck.parts.items():
        if not isinstance(part, Item | Pair | Mission):
            sorts.setdefault(type(part), []).append(word)
    beside = one_of_each(sorts.values())
    order = []
    for nth, word in enumerate(pictured, 1):
        order.append(word)
        if nth % EACH == 0:
            order += [*bare[:1], *beside[:1]]
            del bare[:1], beside[:1]
    return [*order, *one_of_each((bare, beside)), *pairs]


def _loose(part: Part) -> tuple[str, ...]:
    if isinstance(part, Item):
        return (Kind.SAY_IT.value,)
    return (Kind.SAME_DIFFERENT.value,) if isinstance(part, Pair) else ()


def _levels(part: Part) -> Mapping[str, int]:
    if isinstance(part, Item):
        return dict(zip((strand.value for strand in Strand), map(int, part.levels), strict=False))
    return dict.fromkeys((strand.value for strand in Strand), int(_level(part)))


def _level(part: Part) -> Level:
    if isinstance(part, Dialogue):
        return part.level
    if isinstance(part, Scene):
        return min((task.level for task in part.tasks), default=Level.L1)
    if isinstance(part, Field):
        return Level.L3
    return Level.L2 if isinstance(part, Sign) else Level.L1
