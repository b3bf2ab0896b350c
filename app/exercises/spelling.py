"""Danish as it is spelt: whether a word is known, alone or put together from known ones, and what is near to it.

The list is made from Stavekontrolden (build/decks/word_list.py) and stays packed in memory: blocks of words in order,
each word as [how many letters it shares with the one before, A = none][the others][what it may be]. So "Aabe1Bc7" is
*abe*, and *ac*. Looked up by halving, a block at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåé"
ENCODING = "latin-1"
MOST_PARTS = 3
SHORTEST = 2
"""Letters of a part of a compound."""

ALIKE = 3
"""First letters that two slips leave as they are."""

TWO = 2
LONGEST = 40
"""A longer word is nobody's: it is not looked at."""

TYPED = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
ENTRY = re.compile("([A-Z])([^A-Z0-?]*)([0-?])")


ALONE, BEGIN, END, UNSAID = 1, 2, 4, 8
"""What a word may be: itself, the beginning or the end of a compound; right, but never offered.

None of it: it is wrong, though it looks like a compound.
"""

NAME = UNSAID
"""Nothing but this: right with a capital."""


class Spelling:
    """Loaded once a word is to be written; a few megabytes, and no more."""

    def __init__(self, packed: bytes) -> None:
        """ValueError for what is no list of ours."""
        first, *self._blocks = packed.decode(ENCODING).split("\n")
        self._heads = [_head(block) for block in self._blocks]
        self._confused = [tuple(pair.split(">")) for pair in first.split(" ")]
        if not self._blocks or any(len(pair) != 2 for pair in self._confused):
            raise ValueError("no list of words")
        self._read = lru_cache(maxsize=256)(self._block)

    def unknown(self, text: str) -> list[str]:
        """The words of a text that nobody knows. A name (a capital letter behind the first word) is left alone."""
        words = [found[0] for found in TYPED.finditer(text) if len(found[0]) <= LONGEST]
        asked = [word for at, word in enumerate(words) if not at or word.islower()]
        return [word.rstrip(".") for word in dict.fromkeys(asked) if not self._right(word)]

    def nearest(self, word: str, most: int = 4) -> list[str]:
        """Known words one slip away, the likeliest first; written with a capital where that one was."""
        small = word.casefold()
        found = dict.fromkeys(islice(self._near(small), most))
        return [near.capitalize() if word[:1].isupper() else near for near in found]

    def _right(self, word: str) -> bool:
        small = word.casefold().replace("’", "'")
        called = word[:1].isupper() and self._of(small) == NAME
        return called or any(self._known(form) for form in (small, small.rstrip(".")))

    def _known(self, word: str) -> bool:
        """As it stands, in the genitive, or as a compound that is no slip for one word."""
        may = self._of(word)
        if may == 0 or self._is(word, ALONE):
            return may != 0
        if "-" in word.strip("-"):
            return all(map(self._known, word.strip("-").split("-")))
        return self._compound(word) and not any(self._is(other, ALONE) for other in self._confusions(word))

    def _compound(self, word: str, parts: int = MOST_PARTS) -> bool:
        """Known parts, each where it may stand."""
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            if self._is(word[:at], BEGIN):
                rest = word[at:]
                if self._is(rest, END) or (parts > 2 and self._compound(rest, parts - 1)):
                    return True
        return False

    def _is(self, part: str, what: int) -> bool:
        """The list leaves out the genitive."""
        may = self._of(part)
        if may is not None and may & what:
            return True
        stem = (self._of(part[:-1]) or 0) if what != BEGIN and part.endswith("s") else 0
        return bool(stem & what)

    def _near(self, word: str) -> Iterator[str]:
        """Whole words one slip away; where there is none, two slips; where there is none, compounds of known parts."""
        for slips in (self._slips(word), self._two_slips(word)):
            if found := [one for one in slips if self._offered(one)]:
                yield from found
                return
        yield from self._compounds_near(word)

    def _two_slips(self, word: str) -> Iterator[str]:
        """Of those that begin alike."""
        begin, end = word[:ALIKE], word[:ALIKE] + "\xff"
        if len(begin) < ALIKE:
            return
        for at in range(max(bisect_right(self._heads, begin) - 1, 0), bisect_right(self._heads, end)):
            for one in self._read(at):
                if one.startswith(begin) and within_two(word, one):
                    yield one

    def _compounds_near(self, word: str) -> Iterator[str]:
        for at in range(SHORTEST + 1, len(word) - SHORTEST):
            head, tail = word[:at], word[at:]
            if self._is(tail, END):
                yield from (one + tail for one in self._slips(head) if len(one) > SHORTEST and self._is(one, BEGIN))
            if self._is(head, BEGIN):
                yield from (head + one for one in self._slips(tail) if len(one) > SHORTEST and self._is(one, END))

    def _offered(self, word: str) -> bool:
        may = self._of(word)
        return may is not None and bool(may & ALONE) and not may & UNSAID

    def _slips(self, word: str) -> Iterator[str]:
        """What is often confused, then any one slip of the hand."""
        yield from self._confusions(word)
        cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        yield from (start + end[1] + end[0] + end[2:] for start, end in cuts if len(end) > 1)
        yield from (start + end[1:] for start, end in cuts if end)
        yield from (start + letter + end for start, end in cuts for letter in LETTERS)
        yield from (start + letter + end[1:] for start, end in cuts if end for letter in LETTERS)

    def _confusions(self, word: str) -> Iterator[str]:
        for wrong, right in self._confused:
            at = word.find(wrong)
            while at >= 0:
                yield word[:at] + right + word[at + len(wrong) :]
                at = word.find(wrong, at + 1)

    def _of(self, word: str) -> int | None:
        at = bisect_right(self._heads, word) - 1
        return self._read(at).get(word) if at >= 0 else None

    def _block(self, at: int) -> dict[str, int]:
        found: dict[str, int] = {}
        word = ""
        for shared, rest, may in ENTRY.findall(self._blocks[at]):
            word = word[: ord(shared) - ord("A")] + rest
            found[word] = ord(may) - ord("0")
        return found


def _head(block: str) -> str:
    first = ENTRY.match(block)
    if first is None:
        raise ValueError("no block of words")
    return first[2]


def within_two(one: str, other: str) -> bool:
    """Whether two letters put in, left out or changed make one of the other."""
    if abs(len(one) - len(other)) > TWO:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row = row, [at]
        for place, its in enumerate(other, 1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != its)))
        if min(row) > TWO:
            return False
    return row[-1] <= TWO
