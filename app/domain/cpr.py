"""A CPR number in a text: no field of ours is for one, and nobody writes one down by mistake."""

from __future__ import annotations

import re
import unicodedata

from app.domain.refusal import Refusal
from app.i18n import N_

_NUMBER = re.compile(r"(?<![\d+])(\d{2})([-./ ]?)(\d{2})\2(\d{2}) ?[-\u2010-\u2015\u2212 ]? ?\d{4}(?!\d)")
_FOUR = re.compile(r"\d{4}")


def refuse_cpr(*texts: str) -> None:
    """Refusal when one of them holds something that reads as a CPR number; what was typed stays where it was typed."""
    if any(holds_cpr(text) for text in texts):
        raise Refusal(N_("There is a CPR number in the text. Take it out, then keep it. The rest is still here."))


def holds_cpr(text: str) -> bool:
    """Does this text hold something that reads as a CPR number: a day that can be, then four digits?

    Numbers given to people without one have 60 added to the day. Numbers since 2007 need not pass modulus 11,
    so no check digit is asked for (CPR-kontoret, "Personnummeret i CPR").
    """
    if len(text) < 10 or not _FOUR.search(text):
        return False
    plain = text if text.isascii() else _plain(text)
    return any(can_be(said[1], said[3]) for said in _NUMBER.finditer(plain))


def can_be(day: str, month: str) -> bool:
    """Is there such a day in such a month?"""
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    number = int(day) - (60 if int(day) > 60 else 0)
    return 1 <= int(month) <= 12 and 1 <= number <= lengths[int(month) - 1]


def _plain(text: str) -> str:
    """With the digits 0-9, whatever script they were written in."""
    return "".join(str(unicodedata.decimal(each, each)) for each in unicodedata.normalize("NFKC", text))
