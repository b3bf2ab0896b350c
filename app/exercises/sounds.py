"""What a Danish word begins with: the letter that is read, and the sound that is heard."""

from __future__ import annotations

SILENT_H = ("hv", "hj")
SOFT = "eiyæø"
ALIKE = {"c": "k", "q": "k", "w": "v", "z": "s", "x": "s"}


def first_letter(word: str) -> str:
    """As it is written, small."""
    return word[:1].casefold()


def first_sound(word: str) -> str:
    """A letter for the sound: *hvid* begins as *vand* does, *cykel* as *sæbe*."""
    begins = word.casefold()
    if begins.startswith(SILENT_H):
        begins = begins[1:]
    if begins.startswith("c"):
        return "s" if begins[1:2] and begins[1] in SOFT else "k"
    return ALIKE.get(begins[:1], begins[:1])


def sounds_as_written(word: str) -> bool:
    """Whether who hears the first sound knows its letter."""
    begins = first_letter(word)
    return (
        begins.isalpha() and begins not in ALIKE and first_sound(word) == begins and not word.startswith(("ch", "sj"))
    )
