"""Names that a sheet of paper may carry: a first letter, and digits that are hers however many others come or leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.records import RowId

FEWEST = 3


def initials(names: Mapping[RowId, str]) -> dict[RowId, str]:
    """{row: name} to {row: mark}, as "A 432"; "?" for the letter of who has no name. Give all that ever were there.

    The digits are those of the row alone, from its end. Two that begin with one letter and whose first three are the
    same have so many more that they differ: a mark never becomes that of somebody who was known when it was printed.
    """
    alike = defaultdict(list)
    for row, name in names.items():
        alike[name.strip()[:1].upper() or "?"].append(row)
    letters = {row: letter for letter, rows in alike.items() for row in rows}
    return {row: f"{letters[row]} {_digits(row, alike[letters[row]])}" for row in names}


def _digits(row: RowId, among: list[RowId]) -> str:
    """As few as tell that row from the others."""
    digits, others = _number(row), [_number(other) for other in among if other != row]
    enough = FEWEST
    while any(other[:enough] == digits[:enough] for other in others):
        enough += 1
    return digits[:enough]


def _number(row: RowId) -> str:
    """All of it, the last digit first: of a hashed row those are spread evenly."""
    return f"{int(row, 16):039d}"[::-1]
