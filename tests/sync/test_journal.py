"""What was kept is on disk, also when the disk is full."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sync.errors import JournalFull
from sync.journal import Journal
from sync.version import SUITE, Version, aad_of
from tests.sync.phones import Phone, World, database

ROW, OTHER = b"r" * 16, b"o" * 16


def kept(journal: Journal, space: bytes, row: bytes, sealed: bytes = b"sealed") -> int:
    journal.keep_unsent(Version(space, row, b"a" * 16, 7, 0, SUITE, bytes(12), sealed), 0, 0, 0)
    return journal.unsent()[-1].number


def test_a_full_disk_says_so_and_loses_nothing(world: World, karen: Phone, space: bytes, tmp_path: Path) -> None:
    journal = Journal(database(tmp_path / "journal.db"))
    kept(journal, space, ROW, bytes(100))
    pages = journal.run("PRAGMA page_count").fetchone()[0]
    journal.run(f"PRAGMA max_page_count={pages + 2}")

    def write_much() -> None:
        with journal.transaction():
            for _ in range(100):
                kept(journal, space, OTHER, bytes(4000))

    with pytest.raises(JournalFull):
        write_much()

    assert [one.row for one in journal.unsent()] == [ROW]
    assert kept(journal, space, ROW) == 2


class FailingDisk(sqlite3.Connection):
    """SQLite on a disk that fails at the next statement that begins so, once."""

    fails: tuple[str, int] | None = None

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:
        if self.fails and sql.startswith(self.fails[0]):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode, self.fails = self.fails[1], None
            raise error
        return super().execute(sql, *given)


def in_one(journal: Journal, space: bytes) -> None:
    with journal.transaction():
        kept(journal, space, OTHER)


@pytest.mark.parametrize("step", ["BEGIN", "INSERT", "COMMIT"])
@pytest.mark.parametrize(
    "code",
    [
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
    ],
)
def test_a_disk_that_fails_keeps_nothing_says_so_and_the_next_write_is_kept(
    world: World, karen: Phone, space: bytes, tmp_path: Path, code: int, step: str
) -> None:
    connection = sqlite3.connect(tmp_path / "journal.db", factory=FailingDisk)
    journal = Journal(connection)
    kept(journal, space, ROW)
    connection.fails = (step, code)

    with pytest.raises(JournalFull):
        in_one(journal, space)

    assert [one.row for one in journal.unsent()] == [ROW]
    kept(journal, space, OTHER)
    assert [one.row for one in journal.unsent()] == [ROW, OTHER]


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_BUSY])
def test_what_is_no_failing_disk_is_not_called_one(space: bytes, tmp_path: Path, code: int) -> None:
    connection = sqlite3.connect(tmp_path / "journal.db", factory=FailingDisk)
    journal = Journal(connection)
    connection.fails = ("COMMIT", code)

    with pytest.raises(sqlite3.OperationalError):
        in_one(journal, space)


def test_what_one_wrote_is_on_disk_when_the_write_returns(space: bytes, tmp_path: Path) -> None:
    path, after_a_fall = tmp_path / "journal.db", tmp_path / "after a fall"
    journal = Journal(database(path))
    kept(journal, space, ROW)
    shutil.copyfile(path, after_a_fall)  # what beside it is not yet in it would be missing

    (one,) = Journal(database(after_a_fall)).unsent()

    assert one.sealed == b"sealed"
    assert one.aad == one.version.aad == aad_of(SUITE, space, ROW, b"a" * 16, 7, 0)


def test_a_journal_is_open_once_and_the_second_to_come_is_told_so(space: bytes, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    first = database(path)
    kept(Journal(first), space, ROW)

    second = database(path)
    second.execute("PRAGMA busy_timeout=0")
    with pytest.raises(PermissionError):
        Journal(second)

    first.close()
    assert len(Journal(second).unsent()) == 1


def test_a_bad_bit_beside_the_journal_takes_nothing_with_it(space: bytes, tmp_path: Path) -> None:
    """A write-ahead log is read up to its first bad frame: what was kept after that would be gone, without a word."""
    (tmp_path / "phone").mkdir()
    journal = Journal(database(tmp_path / "phone" / "journal.db"))
    for _ in range(20):
        kept(journal, space, ROW)
    beside = [file for file in (tmp_path / "phone").iterdir() if file.name != "journal.db"]

    for file in beside:
        for at in range(0, file.stat().st_size, 97):
            copy = tmp_path / "copy"
            shutil.copytree(tmp_path / "phone", copy, dirs_exist_ok=True)
            whole = bytearray(file.read_bytes())
            whole[at] ^= 1
            (copy / file.name).write_bytes(whole)
            opened = database(copy / "journal.db")
            assert len(Journal(opened).unsent()) == 20
            opened.close()


def test_a_number_in_the_journal_is_never_given_twice(space: bytes) -> None:
    journal = Journal(database())
    first = kept(journal, space, ROW)
    journal.run("DELETE FROM unsent")

    assert kept(journal, space, ROW) == first + 1


def test_only_what_was_refused_and_is_not_on_its_way_is_dropped(space: bytes) -> None:
    journal = Journal(database())
    places = [kept(journal, space, row) for row in (ROW, ROW, ROW, OTHER)]
    journal.run_many("INSERT INTO refusal VALUES (?, 'gap')", [(place,) for place in (*places[:2], places[3])])
    journal.run("UPDATE unsent SET offered=1 WHERE number=?", (places[1],))

    assert journal.drop_refused(space, ROW) == 1

    assert [(one.number, one.reason) for one in journal.waiting()] == [
        (places[1], "gap"),
        (places[2], None),
        (places[3], "gap"),
    ]
    assert journal.run("SELECT count(*) FROM refusal").fetchone() == (2,)
