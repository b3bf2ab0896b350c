"""Names in the order of a Danish list, also where the database sorts."""

from __future__ import annotations

from typing import Any

from sqlmodel import col

from app.storage.fold import name_order

DANISH = "danish"


def by_name(column: str) -> Any:
    """For `order_by`: that field of a noun, as a Danish list orders it."""
    return col(column).collate(DANISH)


def compared(one: str, other: str) -> int:
    """SQLite's way to ask which comes first."""
    first, second = name_order(one), name_order(other)
    return (first > second) - (first < second)
