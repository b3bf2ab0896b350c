"""The hub's database: what every one can do, and SQLite's (one file, one connection, one writer)."""

from __future__ import annotations

import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from hashlib import sha256
from pathlib import Path
from threading import RLock
from time import time
from typing import Any, Self  # Any: a column holds bytes, a number or nothing

from sync.hub.schema import MIGRATIONS, TABLES, VERSION

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
CODE_LENGTH = 16  # 80 bits
DAY_MS = 86_400_000


Sql = Callable[..., list[tuple[Any, ...]]]


class AlreadyOpen(Exception):
    """Another process has this hub open; there is one connection at a time (SQLite before 3.51.3 can lose with two)."""


class NotAHub(Exception):
    """The file is not a hub's database, or one of a newer hub."""


class Away(Exception):
    """The database cannot be reached, or let go of us: whether what was just committed is there is not known."""


def wall_clock() -> int:
    """Milliseconds since 1970 UTC."""
    return int(time() * 1000)


def new_code(chance: Callable[[int], bytes]) -> str:
    """A founder code as it is read out and typed: `XXXX-XXXX-XXXX-XXXX`, 80 bits."""
    number = int.from_bytes(chance(10))
    letters = "".join(CODE_LETTERS[number >> 5 * place & 31] for place in range(CODE_LENGTH))
    return "-".join(letters[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def code_hash(code: str) -> bytes:
    """What is kept of a founder code; small letters, blanks, dashes and look-alikes (O I L) are forgiven."""
    kept = code.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return sha256(b"bb/founder/1" + "".join(c for c in kept if c in CODE_LETTERS).encode()).digest()


class Store(ABC):
    """All SQL goes through `read()` and `write()`; parameters are `?`, or `?1` where one is used again."""

    chance: Callable[[int], bytes]
    secret: bytes  # of the hub, the same in all its processes
    at_once = 4  # who may work on it at one time
    in_one = 1  # of them, how many may stand `together`

    @abstractmethod
    def read(self) -> AbstractContextManager[Sql]:
        """One moment of the database, for reading."""

    @abstractmethod
    def write(self) -> AbstractContextManager[Sql]:
        """One transaction: on disk for good when the block ends, as if never begun when it raises."""

    def together(self) -> AbstractContextManager[None]:
        """What is written inside is kept when this block ends, and nothing of it when that raises."""
        return nullcontext()

    @abstractmethod
    def close(self) -> None:
        """Lets go of the database."""

    @abstractmethod
    def tables(self, sql: Sql) -> set[str]:
        """The names of all tables that are there."""

    @abstractmethod
    def bytes_kept(self, sql: Sql) -> int:
        """What the database takes on its disk."""

    def hold(self, sql: Sql, organisation: bytes) -> bool:  # noqa: ARG002 - where one writes at a time it is held
        """Takes the organisation's head lock until the transaction ends; whether others may have written meanwhile."""
        return False

    def collect_codes(self) -> None:  # noqa: B027 - a database that many can open has none
        """Takes in the codes that were left beside the database while this process had it to itself."""

    def new_organisation(self, now: int | None = None, days: int = 7) -> str:
        """An empty organisation; returns its founder code, which is kept only as a hash and works once, for `days`."""
        code, expires = new_code(self.chance), (wall_clock() if now is None else now) + days * DAY_MS
        with self.write() as sql:
            admit_code(sql, code_hash(code), expires, self.chance(16))
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def made_ready(sql: Sql, tables: Collection[str], chance: Callable[[int], bytes]) -> bytes:
    """Makes the tables, or brings those of an earlier version up to ours; the hub's secret. Raises `NotAHub`."""
    if "hub" not in tables:
        if tables:
            raise NotAHub("this is the database of something else")
        for statement in TABLES.split(";"):
            sql(statement)
        sql("INSERT INTO hub VALUES (1, ?, ?)", VERSION, chance(32))
    ((schema, secret),) = sql("SELECT schema, secret FROM hub")
    while schema in MIGRATIONS:
        for statement in MIGRATIONS[schema]:
            sql(statement)
        schema += 1
        sql("UPDATE hub SET schema = ?", schema)
    if schema != VERSION:
        raise NotAHub("this database was made by another version of the hub")
    return bytes(secret)


class HubStore(Store):
    """Opens or makes the file. `read()` and `write()` take turns; those that stand together wait for the disk once."""

    at_once = 1
    in_one = 64

    def __init__(self, path: Path | str, chance: Callable[[int], bytes] = os.urandom) -> None:
        """Raises `AlreadyOpen`, `NotAHub`, or `OSError` when the file cannot be made."""
        self.path = Path(path)
        self.chance = chance
        self._turn = RLock()
        self._gathering = False
        self._undone = False  # SQLite itself took back all that was gathered
        self._taken_in: list[Path] = []  # notes with codes, to be erased when what they say is on disk
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(mode=0o600)
        self._db = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False, timeout=0.2)
        try:
            self._begin()
        except BaseException:
            self._db.close()
            raise

    def _begin(self) -> None:
        try:
            # Exclusive: no second process, not even one that reads, and no shared memory file.
            for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.execute("PRAGMA temp_store=MEMORY")
            with self.write() as sql:
                self.secret = made_ready(sql, self.tables(sql), self.chance)
        except sqlite3.OperationalError as cause:
            if "locked" in str(cause):
                raise AlreadyOpen("another process has this hub open") from cause
            raise NotAHub("the database cannot be opened") from cause
        except sqlite3.DatabaseError as cause:
            raise NotAHub("this is no database") from cause

    def close(self) -> None:
        """Everything is in the main file afterwards."""
        with self._turn:
            self._db.close()

    def _run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._db.execute(statement, values).fetchall()

    @contextmanager
    def read(self) -> Iterator[Sql]:
        """Reading, while nobody writes."""
        with self._turn:
            yield self._run

    @contextmanager
    def write(self) -> Iterator[Sql]:
        """One transaction: on disk for good when the block ends, as if never begun when it raises."""
        with self._turn, nullcontext() if self._gathering else self.together():
            if not self._db.in_transaction:
                self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("SAVEPOINT one")
            try:
                yield self._run
                self._db.execute("RELEASE one")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK TO one")
                    self._db.execute("RELEASE one")
                else:
                    self._undone = True
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """One commit for all writes inside. Nobody else reads or writes meanwhile. Raises `sqlite3.Error`."""
        with self._turn:
            self._gathering, self._undone = True, False
            try:
                yield
                if self._undone:
                    raise sqlite3.OperationalError("rolled back")
                if self._db.in_transaction:
                    self._db.execute("COMMIT")
                self._erase_notes()
            finally:
                self._taken_in.clear()
                self._gathering = False
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def tables(self, sql: Sql) -> set[str]:
        """And indexes."""
        return {name for (name,) in sql("SELECT name FROM sqlite_master")}

    def bytes_kept(self, sql: Sql) -> int:  # noqa: ARG002 - the file says it
        """Of the main file."""
        return self.path.stat().st_size

    def copy_to(self, path: Path) -> None:
        """Everything as it is at this moment, into an empty file. Raises `OSError` when the disk is full."""
        with self._turn:
            try:
                self._db.execute("VACUUM INTO ?", (str(path),))
            except sqlite3.OperationalError as cause:
                raise OSError(28, str(cause), str(path)) from cause

    def collect_codes(self) -> None:
        """Takes in the codes that `leave_code` left while this process had the hub open."""
        notes = list(self._notes.glob("*.code")) if self._notes.is_dir() else []
        if not notes:
            return
        with self._turn:
            with self.write() as sql:
                for note in notes:
                    words = note.read_text().split()
                    hashed = bytes.fromhex(note.stem)
                    if words and not sql("SELECT 1 FROM founder WHERE code = ?", hashed):
                        admit_code(sql, hashed, int(words[0]), self.chance(16))
            self._taken_in += notes
            if not self._gathering:
                self._erase_notes()

    def _erase_notes(self) -> None:
        for note in self._taken_in:
            note.unlink(missing_ok=True)
        self._taken_in.clear()

    @property
    def _notes(self) -> Path:
        return notes_beside(self.path)


def notes_beside(path: Path) -> Path:
    """The folder where a second process leaves founder codes (hashed) for the one that has the hub open."""
    return path.with_name(path.name + ".codes")


def leave_code(path: Path, now: int, days: int, chance: Callable[[int], bytes] = os.urandom) -> str:
    """As `new_organisation`, while another process has the hub open; that one finds the note when somebody founds."""
    code = new_code(chance)
    folder = notes_beside(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    draft = folder / "draft"
    draft.write_text(str(now + days * DAY_MS))
    draft.rename(folder / f"{code_hash(code).hex()}.code")
    return code


def admit_code(sql: Sql, hashed: bytes, expires: int, organisation: bytes) -> None:
    """An empty organisation behind a founder code, of which only the hash is known."""
    sql("INSERT INTO organisation (organisation) VALUES (?)", organisation)
    sql("INSERT INTO founder (code, organisation, expires) VALUES (?, ?, ?)", hashed, organisation, expires)
