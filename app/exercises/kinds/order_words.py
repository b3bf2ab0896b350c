"""Hear a sentence, lay its words in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import factorial
from random import Random

from app.exercises.deck import Deck, Level
from app.exercises.kinds.in_order import in_order
from app.exercises.question import FEWEST, Choice, Kind, Question, Strand
from app.exercises.wrong import MOST

ENDS = ".!?"
NO_NAMES = {"I", "De", "Dem", "Deres"}
"""With a capital inside a sentence, with none where *i dag* or *de små* begins one."""


def ask(word: str, deck: Deck, chance: Random, others: Sequence[Deck] = (), *, most: int = MOST) -> Question | None:  # noqa: ARG001 - one shape for all kinds
    """From L3 on, with three words or more; what is heard says which order is meant, and no tile does."""
    item = deck.item(word)
    sayings = [each.da for each in item.says if each.level >= Level.L3] if item else []
    long = [saying for saying in sayings if len(set(tiles_of(saying, deck))) >= FEWEST]
    if not long:
        return None
    saying = chance.choice(long)
    words = [Choice(f"{number}", text=text) for number, text in enumerate(tiles_of(saying, deck))]
    asked = Question(kind=Kind.ORDER_WORDS, word=word, strand=Strand.PRODUCE, says=(saying,))
    return in_order(asked, words, chance, ways=factorial(len(words)))


def tiles_of(saying: str, deck: Deck) -> list[str]:
    """Its words, without what shows that one is the first or the last: a capital that is no name's, a full stop."""
    names = {word for item in deck.items for each in item.says for word in _inside(each.da)} - NO_NAMES
    tiles = []
    for word, begins in _words(saying):
        bare = word.rstrip(ENDS)
        tiles.append(bare[:1].lower() + bare[1:] if begins and bare.rstrip(",") not in names else bare)
    return tiles


def _inside(saying: str) -> Iterator[str]:
    """Words with a capital that stand not first: names."""
    for word, begins in _words(saying):
        if not begins and word[:1].isupper():
            yield word.rstrip(f"{ENDS},")


def _words(saying: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether a sentence begins with it."""
    before = ENDS
    for word in saying.split():
        yield word, before.endswith(tuple(ENDS))
        before = word
