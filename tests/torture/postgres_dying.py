"""PostgreSQL under two workers: postmaster killed, backends ended, while four phones push and one reads."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import cast

import httpx
import psycopg

from sync.errors import Busy
from sync.wire import Push, SyncAnswer
from tests.hub.conftest import Organisation
from tests.hub.phones import Hub, Phone, row
from tests.hub.postgres import Postgres
from tests.hub.server import Server, served
from tests.torture.tally import Tally

SHORT, LONG = 10, 200  # faults
WRITERS, ROWS = 4, 5
BETWEEN = 25  # pushes between two faults
PATIENCE_S = 60
STORM = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'brobygger-hub'"


def patiently(tally: Tally, ask: Callable[[], httpx.Response]) -> SyncAnswer:
    """Asks until there is an answer that is none of «come back later»."""
    patience = monotonic() + PATIENCE_S
    while True:
        assert monotonic() < patience, "the hub does not come back"
        try:
            answer = ask()
        except httpx.TransportError:
            continue
        tally.server_errors += answer.status_code >= 500 and answer.status_code != 503
        try:
            return SyncAnswer.unpack(answer.content)
        except Busy:
            sleep(0.05)


def taken(phone: Phone, push: Push, tally: Tally) -> None:
    """Until a worker says that it has it."""
    answer = patiently(tally, lambda: phone.ask_sync(pushes=(push,)))
    assert answer.push_answers == (None,), answer.push_answers
    phone.remember(push)


def restarted(postgres: Postgres) -> None:
    """After its postmaster was killed: what it left behind lets go after a moment."""
    postgres.stop(signal.SIGKILL)
    patience = monotonic() + PATIENCE_S
    while True:
        try:
            return postgres.start()
        except AssertionError:
            assert monotonic() < patience, "PostgreSQL does not start"
            sleep(0.1)


def storm(postgres: Postgres) -> None:
    """Every connection of every worker is ended."""
    try:
        postgres.execute(STORM)
    except psycopg.OperationalError:
        sleep(0.05)


def in_step(phone: Phone, tally: Tally) -> None:
    """All that there is from its cursor on, through whatever happens."""
    more = True
    while more:
        answer = patiently(tally, phone.ask_sync)
        phone.cursor = answer.cursor or phone.cursor
        phone.got += answer.pieces
        more = answer.more


def one_life(postgres: Postgres, servers: list[Server], faults: int, tally: Tally) -> None:
    """Each writer goes through one of the two workers, the reader through both in turn."""
    hubs = cast("list[Hub]", servers)
    karen = Phone(hubs[0])
    karen.found_organisation()
    organisation = Organisation(hubs[0], karen, next(iter(karen.logs)), karen.found_circle(), b"")
    *writers, reader = [organisation.member((organisation.area, 0, 0)) for _ in range(WRITERS + 1)]
    for place, phone in enumerate(writers):
        phone.sync_all()
        phone.hub = hubs[place % 2]
    over, pushed, bodies = False, 0, set[bytes]()

    def write(phone: Phone) -> None:
        nonlocal pushed
        while not over:
            rows = [(row((phone.person, pushed, one)), phone.person + b"%d %d" % (pushed, one)) for one in range(ROWS)]
            taken(phone, phone.push_of(organisation.area, 0, *rows), tally)
            bodies.update(body for _, body in rows)
            pushed += 1

    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(write, phone) for phone in writers]
        try:
            for fault in range(faults):
                goal = pushed + BETWEEN
                while pushed < goal and not any(one.done() for one in running):
                    reader.hub = hubs[fault % 2]
                    in_step(reader, tally)
                tally.faults += 1
                restarted(postgres) if fault % 2 else storm(postgres)
        finally:
            over = True
        for one in running:
            one.result()
    in_step(reader, tally)
    tally.acknowledged += len(bodies)
    tally.lost += len(bodies - reader.bodies())
    reader.got.clear()
    reader.cursor = b""
    in_step(reader, tally)
    tally.lost += len(bodies ^ reader.bodies())


def torture(faults: int) -> Tally:
    """So many kills and storms, one after the other."""
    tally = Tally(runs=1)
    postgres = Postgres()
    try:
        with served(postgres.new()) as servers, tally.watching("postgres dying"):
            one_life(postgres, servers, faults, tally)
    finally:
        postgres.remove()
    return tally
