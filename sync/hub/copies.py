"""Copies of the hub's database: made while it runs, looked at, and put in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import strftime
from urllib.parse import quote

from sync.hub.checking import wrong_in
from sync.hub.restored import put_back_all
from sync.hub.schema import VERSION
from sync.hub.store import HubStore, NotAHub, Store, wall_clock


def backup(store: HubStore, target: Path) -> int:
    """A whole copy of this moment, for the owner's eyes only; returns its bytes. Nobody else is answered meanwhile.

    Raises `OSError`, `FileExistsError` when something is there already.
    """
    draft = target.with_name(target.name + ".part")
    if target.exists():
        raise FileExistsError(17, "there is a file of that name already", str(target))
    try:
        _create(draft)
        store.copy_to(draft)
        _flush(draft)
        os.link(draft, target)  # fails where a rename would replace
        _flush(target.parent)
        return target.stat().st_size
    finally:
        draft.unlink(missing_ok=True)


def restore(data: Path, source: Path, chance: Callable[[int], bytes] = os.urandom) -> Path | None:
    """Puts a copy in the place of the database; returns where the replaced one lies now.

    Every organisation is told that this was done. Raises `AlreadyOpen` while a hub runs on it, `NotAHub`, `OSError`.
    """
    if data.exists():
        if data.samefile(source):
            raise NotAHub("that is the database itself")
        with suppress(NotAHub):  # what is broken may be replaced
            HubStore(data).close()
    fresh = data.with_name(data.name + ".restoring")
    try:
        fresh.unlink(missing_ok=True)
        _create(fresh)
        with _opened(source) as copy, closing(sqlite3.connect(fresh)) as made:
            _see_whole(copy)
            copy.backup(made)
        with HubStore(fresh, chance) as store, store.write() as sql:
            put_back_all(sql, chance, wall_clock())
        _flush(fresh)
        kept = _keep(data)
        fresh.replace(data)
        _flush(data.parent)
        return kept
    finally:
        fresh.unlink(missing_ok=True)


def restore_in_place(store: Store) -> None:
    """The database itself was put back, with the tools of its own: every organisation is told."""
    with store.write() as sql:
        put_back_all(sql, store.chance, wall_clock())


def check(path: Path) -> list[str]:
    """What is wrong with a copy, or with the database of a hub that does not run; empty when all is well.

    Every page, and all that `wrong_in` looks at.
    """
    with _opened(path) as db:
        _see_whole(db)
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        return list(wrong_in(lambda statement, *values: db.execute(statement, values).fetchall(), tables))


def _keep(data: Path) -> Path | None:
    """The database that is there is kept under another name, as is whatever lies beside it."""
    if not data.exists():
        return None
    kept = data.with_name(f"{data.name}.before-{strftime('%Y%m%d-%H%M%S')}")
    for number in range(1, 1000):
        if not kept.exists():
            break
        kept = kept.with_suffix(f".{number}")
    os.link(data, kept)
    for end in ("-wal", "-shm"):
        beside = data.with_name(data.name + end)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + end))
    return kept


def _create(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _flush(path: Path) -> None:
    """On disk for good."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """To read. Raises `NotAHub`, `FileNotFoundError`."""
    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file", str(path))
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=0.2)) as db:
            yield db
    except sqlite3.OperationalError as cause:
        raise NotAHub("another process has it open" if "locked" in str(cause) else "it cannot be opened") from cause
    except sqlite3.DatabaseError as cause:
        raise NotAHub("this is no database, or a damaged one") from cause


def _see_whole(db: sqlite3.Connection) -> None:
    """Raises `NotAHub`."""
    found = [said for (said,) in db.execute("PRAGMA integrity_check(1)")]
    if found != ["ok"]:
        raise NotAHub("it is damaged")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'hub'").fetchone():
        raise NotAHub("this is the database of something else")
    ((schema,),) = db.execute("SELECT schema FROM hub")
    if schema > VERSION:
        raise NotAHub("it was made by a newer hub")
