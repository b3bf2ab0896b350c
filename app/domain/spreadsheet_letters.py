"""In which of the old encodings a Danish list was written: the one that puts letters where letters belong."""

from __future__ import annotations

import re
from itertools import islice

OLD = ("cp1252", "mac_roman", "cp850")
"""Excel on Windows, Excel on a Mac, old systems; the order breaks ties."""

_LOOK_AT = 20_000  # signs outside ASCII; a long list says no more than its beginning
_SIGN = re.compile(r"[^\x00-\x7f]")

_DANISH, _NEIGHBOURS, _USUAL, _SELDOM = (
    frozenset("æøåÆØÅ"),
    frozenset("äöüéÄÖÜÉ"),
    frozenset("–—…‘’“”§°½\xa0"),
    "«»¼¾€´",
)
_ODD = 4


def letters_of(content: bytes) -> str:
    """The name of the encoding in which these bytes read most like Danish; they are known to be in one of `OLD`."""
    return min(OLD, key=lambda each: _oddness(content, each))


def _oddness(content: bytes, encoding: str) -> float:
    """0 for a list whose only signs outside ASCII are æ, ø, å in their places; infinite for bytes it cannot be."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return float("inf")
    places = (sign.start() for sign in islice(_SIGN.finditer(text), _LOOK_AT))
    return sum(_odd(text[at], text[at - 1 : at], text[at + 1 : at + 2]) for at in places)


def _odd(sign: str, before: str, after: str) -> int:
    """How little a sign fits between its neighbours, "" where there are none: "°" in "J°rgen", "Ú" in "cafÚ"."""
    if not sign.isalpha():
        inside = before.isalpha() and after.isalpha() and sign != "’"
        return _ODD if inside else 1 if sign in _USUAL else 2 if sign in _SELDOM else _ODD
    capital_late = sign.isupper() and before.isalpha() and (before.islower() or after.islower())
    small_early = sign.islower() and after.isupper()
    if capital_late or small_early:
        return _ODD
    if sign in _DANISH:
        return 0
    if not before.isalpha() and not after.isalpha():
        return 3
    begins_small = sign.islower() and not before.isalpha()
    return (1 if sign in _NEIGHBOURS else 2) + begins_small
