"""Hear a sentence, lay its words in order."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial
from random import Random

from app.exercises.deck import Deck, Level
from app.exercises.kinds.in_order import in_order
from app.exercises.question import FEWEST, Choice, Kind, Question, Strand
from app.exercises.word_tiles import names_in, word_tiles
from app.exercises.wrong import MOST


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
    """Its words; a name is what has a capital inside another saying of the deck."""
    return word_tiles(saying, names_in(each.da for item in deck.items for each in item.says))
