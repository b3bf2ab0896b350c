"""What is read while a PIN is stretched is what stands; a disk that fails meanwhile is heard of."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from app.records import Contact
from app.storage.ahead import MOST, PIECE, Ahead, reading_ahead
from tests.storage.desk import Desk

KAREN = b"karen-----------"


def fill(desk: Desk, many: int) -> None:
    desk.admit(KAREN, "worker", name="Karen")
    with desk.journal.transaction():
        for number in range(many):
            desk.hear(desk.area, f"{number:032x}", KAREN, "contact", {"name": f"Contact {number}"})


async def opened_ahead(desk: Desk, turns: int) -> None:
    async with reading_ahead(desk.journal) as pages:
        for _ in range(turns):
            await asyncio.sleep(0)
    await desk.store.open(pages)


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 50])
def test_all_rows_stand_however_far_it_came(desk: Desk, turns: int) -> None:
    fill(desk, 2 * PIECE + 7)
    asyncio.run(opened_ahead(desk, turns))
    names = {one.name for one in desk.store.find(Contact)}
    assert names == {f"Contact {number}" for number in range(2 * PIECE + 7)}


def test_what_was_read_ahead_is_not_read_twice(desk: Desk) -> None:
    fill(desk, PIECE + 7)
    asked: list[str] = []

    async def walk() -> None:
        async with reading_ahead(desk.journal) as pages:
            for _ in range(4):
                await asyncio.sleep(0)
        desk.journal.connection.set_trace_callback(asked.append)
        await desk.store.open(pages)

    asyncio.run(walk())
    assert asked
    assert not [sql for sql in asked if "FROM version" in sql]


def test_it_holds_no_more_than_it_should(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(desk, MOST + 2)
    monkeypatch.setattr("app.storage.ahead.PIECE", 1)
    pages = Ahead(desk.journal)
    asyncio.run(pages.read())
    left: list[str] = []
    desk.journal.connection.set_trace_callback(left.append)
    assert sum(len(page) for page in pages) == MOST + 2
    assert len(left) == 2  # of twelve pages: the last, and the look that finds no more


def test_a_journal_that_cannot_be_read_is_not_an_empty_one(desk: Desk) -> None:
    fill(desk, 3)
    desk.journal.run("ALTER TABLE version RENAME TO lost")
    with pytest.raises(sqlite3.Error):
        asyncio.run(opened_ahead(desk, 5))
