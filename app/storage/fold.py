"""How text is compared when somebody searches: case, accents and ways of writing a letter do not count; æ ø å do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "ö": "o", "ä": "a"})
_DIGRAPH = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae", "ö": "oe", "ä": "ae"})
_LAST = str.maketrans("æäøöå", "{{||}")  # the signs that stand behind z
_NORDIC = re.compile("[åøæöä]")
_NOT_DIGIT = re.compile(r"[\s()./+-]+")

# One letter, several keyboards: alef maksura and Persian yeh, teh marbuta, Persian kaf; tatweel only stretches.
_ONE_LETTER = {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": "", "ı": "i", "đ": "d", "ł": "l", "ð": "d"}
_DIGITS = {chr(base + n): str(n) for base in (0x660, 0x6F0) for n in range(10)}


class _Bare(dict[int, str]):
    """Letter by letter without accents and vowel signs; looked up once each, then as fast as `str.translate`."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = letter if letter in "åøæöä" else unicodedata.normalize("NFKD", letter)
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        self[code] = "".join(_ONE_LETTER.get(part, _DIGITS.get(part, part)) for part in bare)
        return self[code]


_BARE = _Bare()


def fold(text: str) -> str:
    """`text` without case, accents and vowel signs; å, ø, æ, ö, ä stay letters of their own."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.casefold()).translate(_BARE)


def name_order(text: str) -> str:
    """What a Danish list goes by: case and accents do not count, æ ø å come last, aa is å."""
    return fold(text).replace("aa", "å").translate(_LAST)


def digits(text: str) -> str:
    """A telephone number as it is compared: no blanks, no signs, no Danish country code; "" when it is no number."""
    squeezed = _NOT_DIGIT.sub("", text.translate(_BARE))
    if not squeezed.isdigit():
        return ""
    if text.strip().startswith(("+45", "0045")):
        return squeezed.removeprefix("00").removeprefix("45")
    return squeezed


def haystack(texts: Iterable[str], phone: str = "") -> str:
    """Everything that a query is looked for in: the texts as written, and as typed on a keyboard without æ ø å."""
    folded = fold("\n".join((*texts, phone)))
    ways = [folded, digits(phone)]
    if "aa" in folded:
        ways.append(folded.replace("aa", "å"))
    if _NORDIC.search(folded):
        ways += [folded.translate(_PLAIN), folded.translate(_DIGRAPH)]
    return "\n".join(ways)


def needles(query: str) -> list[str]:
    """What must all be found: the query's words, or the one number that it is. A word with å has å for aa, too."""
    number = digits(query)
    return [number] if number else [word.replace("aa", "å") if "å" in word else word for word in fold(query).split()]
