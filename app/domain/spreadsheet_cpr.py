"""Where a list holds CPR numbers, under whatever heading: they are never taken in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NUMBER = re.compile(r"(?<![\d+])(\d{2})([-./ ]?)(\d{2})\2(\d{2}) ?[-\u2010-\u2015\u2212 ]? ?\d{4}(?!\d)")
_FOUR = re.compile(r"\d{4}")
_LOST_ZERO = re.compile(r"(\d)(\d{2})(\d{2})-?\d{4}")  # a spreadsheet took 0101801234 for a number
_HEADING = re.compile(r"\b(cpr|personnummer|personnr|cprnr|cprnummer|civil registration)", re.IGNORECASE)
_SHARE = 0.2
_SHARE_OF_SHORT = 0.5


def holds_cpr(cell: str) -> bool:
    """Does this text hold something that reads as a CPR number: a day that can be, then four digits?

    Numbers given to people without one have 60 added to the day. Numbers since 2007 need not pass modulus 11,
    so no check digit is asked for (CPR-kontoret, "Personnummeret i CPR").
    """
    if len(cell) < 10 or not _FOUR.search(cell):
        return False
    plain = cell if cell.isascii() else _plain(cell)
    return any(_can_be(said[1], said[3]) for said in _NUMBER.finditer(plain))


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
    return said is not None and _can_be("0" + said[1], said[2])


def _plain(cell: str) -> str:
    text = unicodedata.normalize("NFKC", cell)
    return "".join(str(unicodedata.decimal(each, each)) for each in text)


def _can_be(day: str, month: str) -> bool:
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    number = int(day) - (60 if int(day) > 60 else 0)
    return 1 <= int(month) <= 12 and 1 <= number <= lengths[int(month) - 1]
