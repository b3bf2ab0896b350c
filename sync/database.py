"""The file under the journal: one SQLite connection, its transactions, its schema, and small facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any  # Any: what SQLite binds and gives

from sync.errors import JournalFull, TooOld
from sync.tables import MIGRATIONS

_NOT_KEPT = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""Of these kinds, whatever the disk was at: writing, making sure, cutting off."""


class Database:
    """One connection, no threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """The file is this connection's alone until it is closed. Raises `TooOld`; PermissionError: another has it."""
        self.connection = connection
        self._deep = False
        connection.isolation_level = None
        try:
            self._pragmas()
            self._migrate()
        except sqlite3.OperationalError as cause:
            if getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise PermissionError("somebody else has this journal open") from cause
            raise

    def _pragmas(self) -> None:
        self.run("PRAGMA secure_delete=ON")
        self.run("PRAGMA temp_store=MEMORY")
        self.run("PRAGMA locking_mode=EXCLUSIVE")  # nor does each read ask the file system again who else is there
        self.run("PRAGMA journal_mode=PERSIST")  # one bad bit in a write-ahead log takes all that was written after it
        self.run("PRAGMA synchronous=FULL")

    def _migrate(self) -> None:
        at: int = self.run("PRAGMA user_version").fetchone()[0]
        if at > len(MIGRATIONS):
            raise TooOld(f"a journal of version {at}")
        for step, statements in enumerate(MIGRATIONS[at:], start=at + 1):
            with self.transaction():
                for statement in statements:
                    self.run(statement)
                self.run(f"PRAGMA user_version={step}")

    def run(self, sql: str, given: Iterable[Any] = ()) -> sqlite3.Cursor:
        """One statement; raises `JournalFull`."""
        try:
            return self.connection.execute(sql, tuple(given))
        except sqlite3.OperationalError as cause:
            raise _named(cause) from cause

    def run_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """One statement for many rows; raises `JournalFull`."""
        try:
            self.connection.executemany(sql, rows)
        except sqlite3.OperationalError as cause:
            raise _named(cause) from cause

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, on disk when it ends; inside another one it is part of that. Raises `JournalFull`."""
        if self._deep:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        self._deep = True
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.run("ROLLBACK")
            raise
        finally:
            self._deep = False

    def meta(self, key: str) -> bytes | None:
        """A small fact, or None."""
        found = self.run("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return None if found is None else bytes(found[0])

    def set_meta(self, key: str, value: bytes | None) -> None:
        """Keep a small fact; None forgets it."""
        with self.transaction():
            if value is None:
                self.run("DELETE FROM meta WHERE key=?", (key,))
            else:
                self.run("INSERT OR REPLACE INTO meta VALUES (?,?)", (key, value))


def _named(cause: sqlite3.OperationalError) -> Exception:
    code = getattr(cause, "sqlite_errorcode", 0)
    if code & 0xFF in _NOT_KEPT or "is full" in str(cause):
        return JournalFull(str(cause))
    return cause
