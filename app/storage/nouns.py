"""What reading needs to know of a noun, looked up once: how each field is read, which are prose, an empty row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from app.domain.roles import homes_of, may_set
from app.records import Record, field_names, is_prose, tables
from app.storage.values import Value, reader, to_wire, usual
from sync.version import GONE


class Noun(NamedTuple):
    """`readers` raise ValueError for a value the field cannot hold.

    `blank` = an empty row's values in the order of `columns` (space and id first), `at` = a field's place in it.
    A value on the wire is what SQLite holds too: a day is "YYYY-MM-DD" in both.
    """

    table: type[Record]
    readers: Mapping[str, Callable[[object], Any]]
    prose: frozenset[str]
    columns: tuple[str, ...]
    blank: tuple[Value, ...]
    at: Mapping[str, int]


class Slot(NamedTuple):
    """`usual` = a type of which the field holds every value; for others `read` raises ValueError."""

    at: int
    usual: type
    read: Callable[[object], Any]


def noun(table: object) -> Noun | None:
    """None for a table of a newer app, or of nobody's: it waits."""
    return nouns().get(table) if isinstance(table, str) else None


@cache
def settable(kind: str, role: str, rung: int, table: str) -> frozenset[str]:
    """The fields that somebody of that role and rung may set of that noun, in a space of that kind."""
    known = noun(table)
    if known is None or kind not in homes_of(table):
        return frozenset()
    return frozenset(name for name in (*known.readers, GONE) if may_set(role, rung, table, name))


@cache
def slots(kind: str, role: str, rung: int, table: str) -> Mapping[str, Slot]:
    """The same fields, each with its place in a row and how it is read."""
    known = noun(table)
    allowed = settable(kind, role, rung, table)
    return (
        {name: Slot(known.at[name], usual(read), read) for name, read in known.readers.items() if name in allowed}
        if known
        else {}
    )


@cache
def nouns() -> dict[str, Noun]:
    """All that this app knows, by their names on the wire."""
    return {name: _noun(table) for name, table in tables().items()}


def _noun(table: type[Record]) -> Noun:
    names = field_names(table)
    columns = ("space", "id", *names)
    return Noun(
        table,
        {name: reader(table.model_fields[name].annotation) for name in names},
        frozenset(name for name in names if is_prose(table, name)),
        columns,
        ("", "", *(to_wire(table.model_fields[name].default) for name in names)),
        {name: place for place, name in enumerate(columns)},
    )
