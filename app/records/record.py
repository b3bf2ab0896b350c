"""What every noun has: a row id, a space, defaults for all its fields, and a repr that tells nothing."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, TypeVar

from sqlalchemy import ColumnElement, Index, bindparam
from sqlmodel import Field, SQLModel, col

RowId = str
"""32 hex digits; made when a screen opens, so that two quick taps keep one row."""

PROSE = "prose"

Prose = Annotated[str, PROSE]
"""Running text written by a person: a rival text is shown beside it, never lost."""


class Record(SQLModel):
    """A row as its readers see it: joined, detached, plain. `(id, space)` is its key."""

    id: str = Field(default="", primary_key=True)
    space: str = Field(default="", primary_key=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id[:8]}>"

    __str__ = __repr__

    def __repr_args__(self) -> Sequence[tuple[str | None, Any]]:
        """Pydantic's errors and rich printers ask here; no field of a person leaves this way."""
        return [("id", self.id[:8])]


R = TypeVar("R", bound=Record)


def one_of(field: str, words: Iterable[str]) -> ColumnElement[bool]:
    """A condition whose words stand in the SQL itself: only so SQLite sees that an index `few` goes with it."""
    return col(field).in_(bindparam(None, [str(word) for word in words], expanding=True, literal_execute=True))


def few(field: object, among: ColumnElement[bool]) -> Index:
    """An index by that field of the few rows that are often asked for; the many others cost it nothing."""
    column: Any = col(field)
    return Index(f"few_{column.class_.__name__.lower()}_{column.key}", column, sqlite_where=among)


def tables() -> dict[str, type[Record]]:
    """Every noun by its name on the wire (the class name in small letters)."""
    return {kind.__name__.lower(): kind for kind in Record.__subclasses__()}


def table_named(name: object) -> type[Record] | None:
    """The noun of that name, or None: a table of a newer app waits."""
    return tables().get(name) if isinstance(name, str) else None


def field_names(table: type[Record]) -> tuple[str, ...]:
    """The fields an author may speak of: all but the key."""
    return tuple(name for name in table.model_fields if name not in ("id", "space"))


def fields_of(record: Record) -> dict[str, Any]:
    """What this record says, without its key."""
    return {name: getattr(record, name) for name in field_names(type(record))}


def altered(record: R, **fields: Any) -> R:
    """Another record that says the same but for `fields`; nothing is checked, nothing is kept."""
    return type(record)(**{"id": record.id, "space": record.space, **fields_of(record), **fields})


def is_prose(table: type[Record], field: str) -> bool:
    """Is that field running text, whose rivals stand side by side?"""
    return field in table.model_fields and PROSE in table.model_fields[field].metadata
