"""What people type, made orderly before it is kept: nothing invisible, one way to write a letter, a sane length."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from app.domain.refusal import Refusal
from app.i18n import N_

LINE_MAX = 400
"""Letters in a name, an address, a place."""

PROSE_MAX = 20_000
"""Letters in a running text: some eight pages."""

# Control characters, and the marks that override writing direction and would turn the rest of a screen around.
# The gentle marks (LRM, RLM, isolates, joiners) stay: Arabic, Persian and Urdu names need them.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def tidy(value: Any) -> Any:
    """One line: blanks squeezed, ends trimmed. What is no text passes as it is. Refusal when it is too long."""
    if not isinstance(value, str):
        return value
    line = _BLANKS.sub(" ", _UNSEEN.sub(" ", unicodedata.normalize("NFC", value))).strip()
    return _short(line, LINE_MAX)


def tidy_prose(value: Any) -> Any:
    """Running text: its line breaks stay. Refusal when it is too long."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _short(_UNSEEN.sub("", text).strip(), PROSE_MAX)


def _short(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Refusal(
            N_("This text is too long: %(letters)d letters, and there is room for %(room)d."),
            letters=len(text),
            room=longest,
        )
    return text
