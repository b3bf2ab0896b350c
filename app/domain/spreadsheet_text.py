"""Which letters the bytes of a list are."""

from __future__ import annotations

import re

from app.domain.refusal import Refusal
from app.domain.spreadsheet_letters import OLD, letters_of
from app.i18n import N_

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

MOST_BYTES = 20_000_000

ENCODINGS = ("ascii", "utf_8", "utf_16", "utf_16_le", "utf_16_be", *OLD)
"""What Danish offices write: Excel on Windows and on a Mac, its "Unicode text", and old systems. Left free, the
detector takes Danish for Central European and reads ø as ř."""

_NO_LISTS = {
    b"PK\x03\x04": N_("This is a workbook. Open it in Excel, choose Save as, then CSV UTF-8."),
    b"\xd0\xcf\x11\xe0": N_("This is a workbook. Open it in Excel, choose Save as, then CSV UTF-8."),
    b"%PDF": N_("This is a PDF. Ask for the list as a CSV file."),
}


def text_of(content: bytes) -> tuple[str, str]:
    """(encoding, text). Refuses what is too big, a workbook or a PDF, and bytes that are no text."""
    from charset_normalizer import from_bytes  # here: it is needed on one screen, and a start should not wait for it

    if len(content) > MOST_BYTES:
        raise Refusal(N_("This file is larger than %(most)s MB. Split the list."), most=MOST_BYTES // 1_000_000)
    for magic, why in _NO_LISTS.items():
        if content.startswith(magic):
            raise Refusal(why)
    if not content.strip():
        raise Refusal(N_("This file is empty."))
    best = from_bytes(content, cp_isolation=list(ENCODINGS)).best()
    encoding = best.encoding if best else ""
    if encoding in OLD:
        encoding = letters_of(content)  # the library counts letters, and hardly any of a list are Danish
    text = content.decode(encoding) if encoding in OLD else str(best or "").removeprefix("\ufeff")
    if best is None or len(_CONTROL.findall(text)) > len(text) / 200:
        raise Refusal(N_("This file is no list that we can read. Save it as CSV UTF-8 and try again."))
    return encoding, text
