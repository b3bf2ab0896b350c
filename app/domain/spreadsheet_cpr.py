"""Where a list holds CPR numbers, under whatever heading: they are never taken in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.cpr import can_be, holds_cpr

_LOST_ZERO = re.compile(r"(\d)(\d{2})(\d{2})-?\d{4}")  # a spreadsheet took 0101801234 for a number
_HEADING = re.compile(r"\b(cpr|personnummer|personnr|cprnr|cprnummer|civil registration)", re.IGNORECASE)
_SHARE = 0.2
_SHARE_OF_SHORT = 0.5


def cpr_columns(header: Sequence[str], columns: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns that look like CPR numbers: by their heading, or because a fifth of what they hold does.

    `columns` holds the cells of each column; a single number in a long column is the matter of its own line.
    """
    found = {at for at, word in enumerate(header) if _HEADING.search(word)}
    for at, cells in enumerate(columns):
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        sure = sum(holds_cpr(cell) for cell in filled)
        maybe = sum(_short(cell) for cell in filled)
        if (
            sure == len(filled)
            or sure >= max(2, _SHARE * len(filled))
            or sure + maybe >= max(5, _SHARE_OF_SHORT * len(filled))
        ):
            found.add(at)
    return frozenset(found)


def _short(cell: str) -> bool:
    said = _LOST_ZERO.fullmatch(cell)
    return said is not None and can_be("0" + said[1], said[2])
