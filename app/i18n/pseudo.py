"""Languages that nobody speaks, made from Danish: one too long, one from right to left, one without any word.

They show what breaks before a real language does. Nobody is offered one: tests and tours remember its code.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable

from app.i18n.languages import Language
from app.i18n.review import BLANK

LONG, MIRRORED, NO_TEXT = "x-long", "x-rtl", "x-none"
PSEUDO = {
    LONG: Language(LONG, "Lååång", "da"),
    MIRRORED: Language(MIRRORED, "⇄", "da", rtl=True),
    NO_TEXT: Language(NO_TEXT, "•••", "da"),
}
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
DOT = "•"


class Pseudo(gettext.NullTranslations):
    """The Danish texts, turned letter by letter; blanks stay as they are."""

    def __init__(self, code: str, danish: gettext.NullTranslations) -> None:
        super().__init__()
        self._turn, self._danish = _TURNS[code], danish

    def gettext(self, message: str) -> str:
        return self.turned(self._danish.gettext(message) or message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.turned(self._danish.ngettext(msgid1, msgid2, n) or (msgid1 if n == 1 else msgid2))

    def turned(self, text: str) -> str:
        """Also for what the calendar says."""
        parts, at = [], 0
        for blank in BLANK.finditer(text):
            parts += [self._turn(text[at : blank.start()]), blank[0]]
            at = blank.end()
        return "".join((*parts, self._turn(text[at:])))


def _long(text: str) -> str:
    """Two thirds more: every vowel three times."""
    return "".join(sign * 3 if sign.lower() in "aeiouyæøå" else sign for sign in text)


def _mirrored(text: str) -> str:
    return "".join(_ARABIC[ord(sign) % len(_ARABIC)] if sign.isalpha() else sign for sign in text)


def _no_text(text: str) -> str:
    return "".join(DOT if sign.isalpha() else sign for sign in text)


_TURNS: dict[str, Callable[[str], str]] = {LONG: _long, MIRRORED: _mirrored, NO_TEXT: _no_text}
