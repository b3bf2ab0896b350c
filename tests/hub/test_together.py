"""Many requests share one commit: nobody hears of what is not on the disk, and one that fails costs nobody else."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from sync.errors import Busy
from sync.hub.answer import Answers
from sync.hub.store import HubStore
from sync.hub.verify import verify
from sync.wire import SyncAnswer, SyncRequest
from tests.hub.phones import PLENTY, Hub, Phone, row


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HubStore]:
    with HubStore(tmp_path / "hub.db") as store:
        with store.write() as sql:
            sql("CREATE TABLE kept (name TEXT PRIMARY KEY)")
        yield store


def names(store: HubStore) -> list[str]:
    with store.read() as sql:
        return [name for (name,) in sql("SELECT name FROM kept ORDER BY name")]


def commits(store: HubStore) -> list[str]:
    """Fills with each COMMIT from now on."""
    heard: list[str] = []
    store._db.set_trace_callback(lambda said: heard.append(said) if said == "COMMIT" else None)
    return heard


def test_writes_that_stand_together_wait_for_the_disk_once(store: HubStore) -> None:
    heard = commits(store)
    with store.together():
        for name in ("a", "b", "c"):
            with store.write() as sql:
                sql("INSERT INTO kept VALUES (?)", name)
        assert heard == []

    assert (names(store), heard) == (["a", "b", "c"], ["COMMIT"])


def test_one_that_raises_is_as_if_never_begun_and_the_others_stand(store: HubStore) -> None:
    with store.together():
        for name in ("a", "b", "a", "c"):
            try:
                with store.write() as sql:
                    sql("INSERT INTO kept VALUES (?)", f"{name}-first")
                    sql("INSERT INTO kept VALUES (?)", name)
            except sqlite3.IntegrityError:
                pass

    assert names(store) == ["a", "a-first", "b", "b-first", "c", "c-first"]


def test_nothing_stands_when_sqlite_took_back_all_of_it(store: HubStore) -> None:
    def keep(how: str, name: str) -> None:
        with store.write() as sql:
            sql(f"INSERT {how} INTO kept VALUES (?)", name)

    def write_all() -> None:
        with store.together():
            keep("", "a")
            with suppress(sqlite3.IntegrityError):
                keep("OR ROLLBACK", "a")  # as SQLite does by itself when the disk is full
            keep("", "c")

    with pytest.raises(sqlite3.OperationalError):
        write_all()

    assert names(store) == []


def test_two_phones_at_once_are_answered_each_its_own(hub: Hub) -> None:
    karen = Phone(hub)
    karen.found_organisation()
    area = karen.found_circle()
    mia = Phone(hub)
    mia.join(*karen.invite(mia, (next(iter(karen.logs)), 0, 0), (area, 0, 0)))
    mia.sync_all()
    pushes = [phone.push_of(area, 0, (row(phone), b"one")) for phone in (karen, mia)]
    bad = mia.push_of(area, 0, (row("x"), b"wrong"), before=9)
    asked = [
        SyncRequest(token=phone.token, now=hub.clock(), cursor=phone.cursor, pushes=(push,)).pack()
        for phone, push in [(karen, pushes[0]), (mia, bad), (mia, pushes[1])] * 4
    ]

    async def all_at_once() -> list[SyncAnswer]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(hub.app), base_url="http://hub") as client:
            said = await asyncio.gather(*[client.post("/sync", content=body) for body in asked])
            return [SyncAnswer.unpack(one.content) for one in said]

    answers = [answer.push_answers[0] for answer in asyncio.run(all_at_once())]

    assert [answer is None for answer in answers] == [True, False, True] * 4
    karen.sync_all()
    mia.sync_all()
    assert b"one" in mia.bodies()
    assert b"one" in karen.bodies()


def test_when_the_commit_fails_everybody_is_told_to_come_again(hub_file: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    karen = Phone(hub_file)
    karen.found_organisation()
    area = karen.found_circle()
    answers = Answers(hub_file.store, hub_file.clock, verify, PLENTY)
    push = karen.push_of(area, 0, (row("a"), b"one"))
    asked = SyncRequest(token=karen.token, now=hub_file.clock(), cursor=karen.cursor, pushes=(push,)).pack()
    idle = SyncRequest(token=karen.token, now=hub_file.clock(), cursor=karen.cursor).pack()
    real = hub_file.file._db

    class Full:
        """The disk is full at the commit."""

        def execute(self, statement: str, *rest: object) -> object:
            if statement == "COMMIT":
                raise sqlite3.OperationalError("database or disk is full")
            return real.execute(statement, *rest)  # type: ignore[arg-type]

        @property
        def in_transaction(self) -> bool:
            return real.in_transaction

    monkeypatch.setattr(hub_file.file, "_db", Full())
    said = answers.answer_all([("/sync", asked, ""), ("/sync", idle, "")])
    monkeypatch.undo()

    for _, answer in said:
        with pytest.raises(Busy):
            SyncAnswer.unpack(answer)
    assert answers.answer_all([("/sync", asked, "")])[0][1] != said[0][1]
    karen.remember(push)
    karen.sync_all()
