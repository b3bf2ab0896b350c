"""The kinds of lock. Whatever the kind, what opens it is one line of text: digits, names of pictures, or words."""

from __future__ import annotations

import unicodedata

PIN, PICTURES, WORDS = "pin", "pictures", "words"
LEAST = {PIN: 6, PICTURES: 6, WORDS: 5}
"""So many digits, pictures, words; what they are worth: docs/security.md."""

_SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def canonical(given: str) -> str:
    """One spelling, whatever keyboard it came from: digits of any script; `Blå  SKY` as `blaa sky`."""
    plain = unicodedata.normalize("NFKC", given).lower().translate(_SPELT)
    return " ".join("".join(str(unicodedata.decimal(letter, letter)) for letter in plain).split())


def long_enough(kind: str, given: str) -> bool:
    """Six digits or more, in any script's digits; six pictures; five words."""
    if kind == PIN:
        return given.isdecimal() and len(given) >= LEAST[PIN]
    return len(given.split()) >= LEAST[kind]
