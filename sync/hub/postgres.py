"""The hub's database when one machine is not enough: PostgreSQL, shared by any number of hubs."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache, partial
from itertools import count
from threading import BoundedSemaphore
from typing import Any  # a column holds bytes, a number or nothing

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.types.numeric import Int8BinaryDumper

from sync.hub.store import Away, NotAHub, Sql, Store, made_ready

CONNECTIONS = 8  # of one process
WAIT_S = 5  # for one of them, and for PostgreSQL to take a new one
SETTINGS = {
    "synchronous_commit": "on",  # what is acknowledged is on disk
    "lock_timeout": "10s",  # a phone that waits longer than this for its organisation comes again
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "30s",  # a process that stands still lets go of the head lock
}
BIRTH = 0x62726F62  # who makes or migrates the tables does it alone

Connection = psycopg.Connection[tuple[Any, ...]]


class PostgresStore(Store):
    """One database (or one schema: `?options=-csearch_path=…`) is one hub, whichever process asks.

    Who writes takes the row of her organisation first and lets go of it with the commit. So the numbers of an
    organisation become visible in their order, and a reader, who sees one moment of the database, never has a number
    behind which a lower one is still being written.
    """

    def __init__(self, url: str, chance: Callable[[int], bytes] = os.urandom, *, made: bool = False) -> None:
        """`made`: a hub's tables are there already. Raises `Away` or `NotAHub`."""
        self.chance = chance
        self._url = url
        self._idle: deque[Connection] = deque()
        self._room = BoundedSemaphore(CONNECTIONS)
        try:
            with self.write() as sql:
                sql("SELECT pg_advisory_xact_lock(?)", BIRTH)
                if made and "hub" not in self.tables(sql):
                    raise NotAHub("there is no database of a hub there")
                self.secret = made_ready(sql, self.tables(sql), chance)
        except psycopg.ProgrammingError as cause:
            self.close()
            raise NotAHub("the tables cannot be made there") from cause
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle.pop().close()

    def tables(self, sql: Sql) -> set[str]:
        """In the schema of this hub."""
        found = sql("SELECT tablename::bytea FROM pg_tables WHERE schemaname = current_schema()")
        return {bytes(name).decode() for (name,) in found}

    def bytes_kept(self, sql: Sql) -> int:
        """Of its tables, with their indexes."""
        ((size,),) = sql(
            "SELECT coalesce(sum(pg_total_relation_size(pg_class.oid)), 0)::bigint FROM pg_class"
            " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
        )
        return int(size)

    def read(self) -> AbstractContextManager[Sql]:
        return self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    def write(self) -> AbstractContextManager[Sql]:
        return self._transaction("BEGIN ISOLATION LEVEL READ COMMITTED")

    def hold(self, sql: Sql, organisation: bytes) -> bool:
        sql("SELECT 1 FROM organisation WHERE organisation = ? FOR UPDATE", organisation)
        return True

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Sql]:
        if not self._room.acquire(timeout=WAIT_S):
            raise Away("all connections are taken")
        try:
            db = self._begun(begin)
            try:
                yield partial(_run, db)
                _end(db, "COMMIT")
            except BaseException:
                with suppress(psycopg.Error):
                    _end(db, "ROLLBACK")
                raise
            finally:
                if db.info.transaction_status == TransactionStatus.IDLE:
                    self._idle.append(db)
                else:
                    db.close()
        except (psycopg.OperationalError, psycopg.InterfaceError) as cause:
            raise Away(cause.sqlstate or type(cause).__name__) from cause
        finally:
            self._room.release()

    def _begun(self, begin: str) -> Connection:
        """A connection with a transaction. Those that broke while they lay idle are thrown away."""
        with suppress(IndexError):
            while True:
                db = self._idle.pop()
                try:
                    db.execute(begin.encode())
                except psycopg.Error:
                    db.close()
                else:
                    return db
        db = psycopg.connect(
            self._url, autocommit=True, connect_timeout=WAIT_S, application_name="brobygger-hub", cursor_factory=Cursor
        )
        db.adapters.register_dumper(int, Int8BinaryDumper)  # one kind of number, so one plan for a statement
        for name, value in SETTINGS.items():
            db.execute(b"SELECT set_config($1, $2, false)", (name, value))
        db.execute(begin.encode())
        return db


class Cursor(psycopg.RawCursor[tuple[Any, ...]]):
    """Speaks PostgreSQL's own placeholders."""


def _run(db: Connection, statement: str, *values: object) -> list[tuple[Any, ...]]:
    done = db.execute(dollars(statement), values, binary=True)
    return done.fetchall() if done.description else []


def _end(db: Connection, how: str) -> None:
    """Raises when a commit was none: PostgreSQL rolls back a transaction in which something failed, and says so."""
    if db.execute(how.encode()).statusmessage != how:
        raise psycopg.OperationalError("rolled back")


@cache
def dollars(statement: str) -> bytes:
    """`?` and `?3` in PostgreSQL's own writing: numbered from the left, or `$3`."""
    left = count(1)
    return re.sub(r"\?(\d*)", lambda mark: f"${mark[1] or next(left)}", statement).encode()
