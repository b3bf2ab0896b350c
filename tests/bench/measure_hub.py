"""How many phones one hub serves: empty syncs and one-row pushes, over HTTP, with both databases.

Sixteen connections, each with a phone that asks again as soon as it was answered; a file of her own for each, which a
worker reads too. A number of milliseconds is what one request takes of the hub when it does nothing else.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Iterable
from pathlib import Path
from time import perf_counter

from sync.codes import CONTENT_TYPE
from sync.wire import Push, SyncAnswer, SyncRequest
from tests.hub.phones import Phone, row
from tests.hub.postgres import Postgres
from tests.hub.server import Server

PHONES = 16
EMPTY, PUSHES = 250, 100  # each
BODY = 300  # bytes of a row, sealed
RATES = [word for name in ("--sync-rate", "--knock-rate", "--invite-rate") for word in (name, "1000000 1000000")]


def measure(folder: Path) -> dict[str, float]:
    """`hub_…` on SQLite, `hub_pg_…` on PostgreSQL with its writes flushed."""
    numbers = measured(folder / "hub.db", "hub")
    postgres = Postgres(fsync="on")
    try:
        return numbers | measured(postgres.new(), "hub_pg")
    finally:
        postgres.remove()


def measured(database: Path | str, name: str) -> dict[str, float]:
    """Milliseconds of one empty sync and of one push."""
    server = Server(database, *RATES)
    try:
        phones = people(server)
        pushes = [prepared(phone) for phone in phones]
        empty_s = asyncio.run(timed(asked(server, phone, [()] * EMPTY) for phone in phones))
        push_s = asyncio.run(timed(asked(server, *one) for one in zip(phones, pushes, strict=True)))
    finally:
        server.stop(signal.SIGKILL)
    return {
        f"{name}_empty_ms": empty_s * 1000 / (EMPTY * PHONES),
        f"{name}_push_ms": push_s * 1000 / (PUSHES * PHONES),
    }


def people(server: Server) -> list[Phone]:
    """Mentors, each with a file that the worker who founded it reads."""
    karen = Phone(server)  # type: ignore[arg-type]  # it stands where a hub in this process does
    karen.found_organisation()
    root = next(iter(karen.logs))
    mentors = []
    for _ in range(PHONES):
        file = karen.found_circle()
        karen.sync_all()
        mentor = Phone(server)  # type: ignore[arg-type]
        mentor.join(*karen.invite(mentor, (root, 0, 0), (file, 0, 0)))
        mentor.sync_all()
        mentors.append(mentor)
    return mentors


def prepared(mentor: Phone) -> list[tuple[Push]]:
    """Signed beforehand: phones do that elsewhere."""
    file = next(circle for circle in mentor.logs if circle != next(iter(mentor.logs)))
    made = []
    for number in range(PUSHES):
        push = mentor.push_of(file, 0, (row(number), os.urandom(BODY)))
        mentor.remember(push)
        made.append((push,))
    return made


async def timed(phones: Iterable[Awaitable[None]]) -> float:
    """Seconds until all are done."""
    began = perf_counter()
    await asyncio.gather(*phones)
    return perf_counter() - began


async def asked(server: Server, phone: Phone, turns: Iterable[tuple[Push, ...]]) -> None:
    """One phone on one connection, one turn after the other."""
    host, port = server.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    cursor, now = phone.cursor, server.clock()
    for pushes in turns:
        body = SyncRequest(token=phone.token, now=now, cursor=cursor, pushes=pushes).pack()
        head = ["POST /sync HTTP/1.1", f"Host: {host}", f"Content-Type: {CONTENT_TYPE}", f"Content-Length: {len(body)}"]
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        said = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = int(said.split(b"content-length:")[1].split(b"\r\n")[0])
        answer = SyncAnswer.unpack(await reader.readexactly(length))
        assert answer.push_answers == (None,) * len(pushes)
        cursor = answer.cursor or cursor
    writer.close()
