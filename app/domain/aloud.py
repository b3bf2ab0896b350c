"""What is said aloud: by which of the device's voices, in which language, and in which order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

DANISH = "da"

Part = tuple[str, str]
"""(language, text): one thing to be said."""

_THREE_LETTERS = {
    "ara": "ar", "arb": "ar", "dan": "da", "eng": "en", "fas": "fa", "per": "fa", "kur": "ku", "kmr": "ku", "pus": "ps",
    "som": "so", "tam": "ta", "tir": "ti", "tur": "tr", "ukr": "uk", "urd": "ur",
}  # fmt: skip
"""Some phones name their voices so. Sorani (ckb) stands for itself: a Kurmanji voice would not be understood."""

_KIN = {"prs": ("fa",), "fa": ("prs",), "fil": ("tl",), "tl": ("fil",), "bs": ("hr",), "hr": ("bs",)}
"""Whose voices one understands when there is none of one's own: Dari and Persian are one language, spoken by two."""


def voice_for(language: str, tags: Iterable[str]) -> str:
    """The tag of the voice that says `language`: of that very tag, else of its language, else of its kin; "" for none.

    The first of several; the device names its own favourite first.
    """
    wanted, there = _pieces(language), [(tag, _pieces(tag)) for tag in tags]
    for base in (wanted[0], *_KIN.get(wanted[0], ())):
        exact = [tag for tag, pieces in there if pieces == (base, *wanted[1:])]
        alike = [tag for tag, pieces in there if pieces[0] == base]
        if exact or alike:
            return (exact or alike)[0]
    return ""


def _pieces(tag: str) -> tuple[str, ...]:
    base, *rest = tag.replace("_", "-").lower().split("-")
    return (_THREE_LETTERS.get(base, base), *rest)


def language_of(text: str, hers: str) -> str:
    """In which language somebody wrote: what is not in Latin letters is hers, all else Danish, which staff write."""
    letters = [sign for sign in text if sign.isalpha()]
    latin = sum(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return hers if letters and latin * 2 < len(letters) else DANISH


def to_say(parts: Sequence[Part], tags: Sequence[str]) -> list[tuple[str, str]]:
    """(text, tag of the voice) of all that the device can say, in the same order; each text once."""
    said: dict[str, str] = {}
    for language, text in parts:
        tag = voice_for(language, tags)
        if tag and text.strip():
            said.setdefault(text, tag)
    return list(said.items())
