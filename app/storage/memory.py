"""The records in memory: ordinary SQLModel tables in an in-memory SQLite, rebuilt at every unlock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, TypeVar, cast

from sqlalchemy import ColumnElement, Engine, create_engine, literal_column
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import sqlite
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Session, SQLModel, col, func, select

from app.records import Record, tables
from app.storage.fold import haystack, needles
from app.storage.nouns import nouns
from app.storage.order import DANISH, compared
from app.storage.values import Value

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""(space, row), both 32 hex digits."""

Of = str | ColumnElement[str]
Conditions = Sequence[ColumnElement[bool] | bool]

SEARCHED: dict[str, tuple[str, ...]] = {
    "contact": ("name", "address"),
    "mentee": ("name",),
    "company": ("name",),
    "offer": ("name",),
}
"""The tables with a search box, and the fields it looks in; a `phone` is always looked in."""

BESIDE_MEETINGS = ("meetingnote", "appointment", "conversation", "errand")
"""The nouns that go with a meeting and name it: one thing a person did is one thing."""

SOUGHT = "sought"
"""A column beside the noun's own: the row's search text, made when somebody first searches."""


class Memory:
    """One connection; readers get detached objects, so what they change changes nothing here."""

    asks_empty: ClassVar[bool] = False
    """Only in a rehearsal: tables without rows are asked too, so that what a question takes is found out."""

    def __init__(self) -> None:
        self.connection = _engine().connect()
        raw = cast("sqlite3.Connection", self.connection.connection.driver_connection)
        raw.create_collation(DANISH, compared)
        _empty().backup(raw)
        self._tables = {name: SQLModel.metadata.tables[name] for name in tables()}
        self._filled: set[str] = set()  # the tables that ever had a row: nothing is sought in others
        self._unsought = set(SEARCHED)  # nouns with rows that have no search text yet

    def put(
        self, rows: Mapping[str, Sequence[Sequence[Value]]], gone: Iterable[Key] = (), *, fresh: bool = False
    ) -> set[str]:
        """Rows by table replace what stood at their keys; `fresh` promises that nothing stands there.

        The tables that something was taken from or put into.
        """
        keys: list[tuple[Value, Value]] = list(gone)
        if not fresh:
            keys += [(each[0], each[1]) for some in rows.values() for each in some]
        touched = {name for name, some in rows.items() if some}
        with self.connection.begin():
            if keys:
                for name in self._filled:
                    if self.connection.exec_driver_sql(_removal(name), keys).rowcount > 0:
                        touched.add(name)
            for name in touched & set(rows):
                self._filled.add(name)
                inserted = [tuple(each) for each in rows[name]]
                self.connection.exec_driver_sql(_insertion(name), inserted)
        self._unsought |= touched & set(SEARCHED)
        return touched

    def find(
        self,
        noun: type[R],
        where: Sequence[ColumnElement[bool] | bool],
        matching: str,
        order_by: Sequence[Any],
        limit: int | None,
        offset: int,
    ) -> list[R]:
        if self._is_empty(noun):
            return []
        query = select(noun).where(*where, *self._matches(noun, matching)).order_by(*order_by).limit(limit)
        with Session(self.connection, expire_on_commit=False) as session:
            found = list(session.exec(query.offset(offset) if offset else query).all())
            session.expunge_all()
        return found

    def get(self, noun: type[R], row: str, space: str | None) -> R | None:
        if self._is_empty(noun):
            return None
        query = select(noun).where(col(noun.id) == row)
        query = query.where(col(noun.space) == space) if space else query.order_by(col(noun.space))
        with Session(self.connection, expire_on_commit=False) as session:
            found = session.exec(query.limit(1)).first()
            session.expunge_all()
        return found

    def meetings_beside(self) -> dict[str, str]:
        """{row: the meeting it goes with}, of notes, appointments and what else goes with one."""
        with self.connection.begin():
            return {
                row: meeting
                for table in (self._tables[name] for name in BESIDE_MEETINGS)
                for row, meeting in self.connection.execute(select_columns(table.c.id, table.c.meeting))
            }

    def latest(self, noun: type[R], of: Of, newest: str, where: Conditions) -> dict[str, Any]:
        return self._of_each(noun, of, func.max(getattr(noun, newest)), where)

    def soonest(self, noun: type[R], of: Of, first: str, where: Conditions) -> dict[str, Any]:
        return self._of_each(noun, of, func.min(getattr(noun, first)), where)

    def _of_each(self, noun: type[R], of: Of, found: Any, where: Conditions) -> dict[str, Any]:
        if self._is_empty(noun):
            return {}
        each = getattr(noun, of) if isinstance(of, str) else of
        with Session(self.connection) as session:
            return dict(session.exec(select(each, found).where(*where).group_by(each)).all())

    def values(self, noun: type[R], field: str, where: Sequence[ColumnElement[bool] | bool]) -> dict[str, Any]:
        if self._is_empty(noun):
            return {}
        with Session(self.connection) as session:
            return dict(session.exec(select(col(noun.id), getattr(noun, field)).where(*where)).all())

    def tally(self, noun: type[R], of: str, where: Sequence[ColumnElement[bool] | bool]) -> dict[Any, int]:
        if self._is_empty(noun):
            return {}
        each = getattr(noun, of)
        with Session(self.connection) as session:
            return dict(session.exec(select(each, func.count()).where(*where).group_by(each)).all())

    def total(self, noun: type[R], of: str, number: str, where: Sequence[ColumnElement[bool] | bool]) -> dict[Any, int]:
        if self._is_empty(noun):
            return {}
        each, added = getattr(noun, of), func.sum(getattr(noun, number))
        with Session(self.connection) as session:
            return dict(session.exec(select(each, added).where(*where).group_by(each)).all())

    def count(self, noun: type[R], where: Sequence[ColumnElement[bool] | bool], matching: str) -> int:
        if self._is_empty(noun):
            return 0
        query = select(func.count()).select_from(noun).where(*where, *self._matches(noun, matching))
        with Session(self.connection) as session:
            return session.exec(query).one()

    def close(self) -> None:
        self.connection.close()

    def _is_empty(self, noun: type[Record]) -> bool:
        """Nothing ever stood in that table, as in most of them on most phones: half of what a screen asks."""
        return noun.__name__.lower() not in self._filled and not self.asks_empty

    def _matches(self, noun: type[Record], query: str) -> list[ColumnElement[bool]]:
        wanted = needles(query)
        if not wanted:
            return []
        name = noun.__name__.lower()
        self._make_sought(name)
        return [func.instr(literal_column(f"{name}.{SOUGHT}"), each) > 0 for each in wanted]

    def _make_sought(self, name: str) -> None:
        if name not in self._unsought:
            return
        fields = (*SEARCHED[name], "phone" if "phone" in nouns()[name].at else "''")
        with self.connection.begin():
            unsought = f"SELECT rowid, {', '.join(fields)} FROM {name} WHERE {SOUGHT} IS NULL"  # noqa: S608 - our own
            rows = self.connection.exec_driver_sql(unsought)
            made = [(haystack(texts, phone), place) for place, *texts, phone in rows]
            if made:
                self.connection.exec_driver_sql(f"UPDATE {name} SET {SOUGHT}=? WHERE rowid=?", made)  # noqa: S608
        self._unsought.remove(name)


def forget_questions() -> None:
    """At the lock: beside the SQL of each question lies what was first asked with it, a name or a word sought."""
    _engine().clear_compiled_cache()


@cache
def _insertion(name: str) -> str:
    known = nouns()[name]
    blanks = ",".join("?" * len(known.columns))
    return f"INSERT INTO {name} ({','.join(known.columns)}) VALUES ({blanks})"  # noqa: S608 - our own names


@cache
def _engine() -> Engine:
    """One for all memories, each of which is a connection of its own: what SQL a question makes is found out once."""
    connect = {"check_same_thread": False}
    return create_engine("sqlite://", poolclass=NullPool, connect_args=connect, hide_parameters=True)


@cache
def _empty() -> sqlite3.Connection:
    """What every memory begins as, made once: they are made at every unlock, and whenever a log grew."""
    made = sqlite3.connect(":memory:", check_same_thread=False)
    made.create_collation(DANISH, compared)
    for statement in _schema():
        made.execute(statement)
    return made


def _schema() -> list[str]:
    made = [SQLModel.metadata.tables[name] for name in tables()]
    dialect = sqlite.dialect()
    creating = [str(CreateTable(table).compile(dialect=dialect)) for table in made]
    creating += [f"ALTER TABLE {name} ADD COLUMN {SOUGHT} TEXT" for name in SEARCHED]
    return creating + [str(CreateIndex(index).compile(dialect=dialect)) for table in made for index in table.indexes]


@cache
def _removal(name: str) -> str:
    return f"DELETE FROM {name} WHERE space=? AND id=?"  # noqa: S608 - our own names
