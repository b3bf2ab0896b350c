"""What a thing is called when nobody types a name: its sort, and the next number."""

from __future__ import annotations

from itertools import count

from sqlmodel import col

from app.ports import Ports
from app.records import Cohort, Company, RowId, Spot

Named = Cohort | Company | Spot


def numbered(ports: Ports, noun: type[Named], word: str, *, row: RowId, space: str = "") -> str:
    """`word` with the lowest number that no other one has, in `space` or wherever she reads; `row` = its own."""
    where = [col(noun.name).startswith(word, autoescape=True), col(noun.id) != row]
    where += [col(noun.space) == space] if space else []
    taken = {one.name for one in ports.store.find(noun, *where)}
    return next(name for number in count(1) if (name := f"{word} {number}") not in taken)
