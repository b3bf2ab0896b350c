"""What a Danish word begins with: the letter that is read, and the sound that is heard."""

from __future__ import annotations

SOFT = "eiyæø"
ALIKE = {"c": "k", "q": "k", "w": "v", "z": "s", "x": "s"}

HEARD_AS = {
    "v": ("hv",),
    "j": ("hj", "yo"),
    "s": ("ps",),
    "d": ("job", "jeans", "juice"),
    "a": ("ej", "egen", "eget", "egne"),
    "e": ("ik", "im", "in"),
    "æ": ("ef", "ek", "ell", "els", "em", "en", "er"),
    "ø": ("yn",),
    "å": ("of", "og", "ok", "om", "on", "op", "os", "ot", "ov", "un", "øj"),
}
"""{the letter of a sound: beginnings that are said with it and written with another}: *undskyld*, *indgang*, *øje*."""

NO_LETTER = ("ch", "gelé", "gener", "sh", "sj")
"""Beginnings whose sound is that of no letter alone."""


def first_letter(word: str) -> str:
    """As it is written, small."""
    return word[:1].casefold()


def first_sound(word: str) -> str:
    """A letter for the sound: *hvid* begins as *vand* does, *cykel* as *sæbe*, *undskyld* as *åben*."""
    begins = word.casefold()
    for sound, written in HEARD_AS.items():
        if begins.startswith(written):
            return sound
    if begins.startswith("c"):
        return "s" if begins[1:2] and begins[1] in SOFT else "k"
    return ALIKE.get(begins[:1], begins[:1])


def sounds_as_written(word: str) -> bool:
    """Whether who hears the first sound knows its letter."""
    begins = first_letter(word)
    return begins.isalpha() and first_sound(word) == begins and not word.casefold().startswith(NO_LETTER)
