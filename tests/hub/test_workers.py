"""Several processes on one PostgreSQL: no reader loses a row, and what one was told the others know."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep
from typing import Any

import pytest

from sync.errors import NotFound, Refused
from tests.hub.closing import close
from tests.hub.conftest import Organisation, found
from tests.hub.phones import Hub, Phone, row
from tests.hub.postgres import Postgres
from tests.hub.server import command, served

WRITERS, PUSHES = 4, 12
RACES = 5
"""Of so many without the lock one at least loses a row; a single one is sometimes lucky."""


def lost(servers: list[Any]) -> int:
    """How many rows a reader never sees who asks all the time while many write, each through one of the servers."""
    karen = Phone(servers[0])
    karen.found_organisation()
    organisation = Organisation(servers[0], karen, next(iter(karen.logs)), karen.found_circle(), b"")
    *writers, reader = [organisation.member((organisation.area, 0, 0)) for _ in range(WRITERS + 1)]
    for place, phone in enumerate(writers):
        phone.sync_all()
        phone.hub = servers[place % 2]

    def write(phone: Phone) -> None:
        for turn in range(PUSHES):
            phone.push(organisation.area, 0, (row((phone.person, turn)), phone.person + bytes([turn])))

    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(write, phone) for phone in writers]
        turn = 0
        while not all(one.done() for one in running):
            turn += 1
            reader.hub = servers[turn % 2]
            reader.sync()
            sleep(0.02)
        for one in running:
            one.result()
    reader.sync_all()
    return WRITERS * PUSHES - len(reader.bodies())


def test_a_reader_between_two_processes_loses_no_row_while_writers_race(postgres: Postgres) -> None:
    with served(postgres.new()) as servers:
        assert lost(servers) == 0


def test_without_the_head_lock_it_would(postgres: Postgres) -> None:
    assert any(lost_without_lock(postgres) for _ in range(RACES))


def lost_without_lock(postgres: Postgres) -> int:
    with served(postgres.new(), "tests.hub.without_lock") as servers:
        return lost(servers)


@pytest.fixture
def two(postgres: Postgres) -> Iterator[tuple[Hub, Hub]]:
    """Two hubs with memories of their own."""
    url = postgres.new()
    hubs = Hub(url), Hub(url)
    yield hubs
    for hub in hubs:
        hub.close()


def test_what_one_process_was_told_the_other_knows(two: tuple[Hub, Hub]) -> None:
    organisation = found(two[0])
    karen, area = organisation.karen, organisation.area
    mia, omar = organisation.member((area, 0, 0)), organisation.member((area, 0, 0))
    mia.hub = omar.hub = two[1]
    for phone in (mia, omar):
        phone.sync_all()
        phone.push(area, 0, (row(phone.person), b"before"))
    assert close(karen, area, mia) is None
    mia.login()

    (no,) = mia.sync(pushes=(mia.push_of(area, 0, (row("x"), b"x")),)).push_answers
    omar.push(area, 0, (row("y"), b"after"))

    assert isinstance(no, Refused)
    assert no.reason == "late"


def test_a_database_that_is_set_back_is_believed_and_not_the_memory(two: tuple[Hub, Hub]) -> None:
    organisation = found(two[0])
    karen, area = organisation.karen, organisation.area
    copy = two[0].copy()
    lost_grants = organisation.member((area, 0, 0))
    mia = Phone(two[1])
    mia.hub = two[1]
    lost_grants.hub = two[1]
    lost_grants.sync_all()
    two[0].restore(copy)  # the other goes on running, with logs in memory that are longer than those in the database
    for circle in (organisation.root, area):
        karen.logs[circle] = karen.logs[circle][:1]
    karen.hub, karen.cursor = two[1], b""
    karen.login()

    mia.join(*karen.invite(mia, (organisation.root, 0, 0), (area, 0, 0)))
    karen.sync_all()
    mia.sync_all()
    mia.push(area, 0, (row("x"), b"x"))
    karen.sync_all()

    assert b"x" in karen.bodies()
    with pytest.raises(NotFound):
        lost_grants.login()


def test_a_code_founds_once_though_two_processes_are_asked_at_the_same_moment(two: tuple[Hub, Hub]) -> None:
    for _ in range(8):
        code, together = two[0].store.new_organisation(two[0].clock()), Barrier(2)

        def ask(hub: Hub, code: str = code, together: Barrier = together) -> bool:
            entry = Phone(hub).found_entry()
            together.wait()
            try:
                return bool(hub.ask("/found", code, entry.raw))
            except NotFound:
                return False

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(ask, two)) == [False, True]


def test_a_signature_logs_in_once_though_two_processes_are_asked_at_the_same_moment(two: tuple[Hub, Hub]) -> None:
    karen = found(two[0]).karen
    for _ in range(8):
        (nonce,) = two[0].ask("/hello", karen.key.public)
        said, together = (karen.key.public, nonce, karen.key.sign(b"bb/login/1" + nonce)), Barrier(2)

        def ask(hub: Hub, said: tuple[bytes, ...] = said, together: Barrier = together) -> bool:
            together.wait()
            try:
                return bool(hub.ask("/login", *said))
            except NotFound:
                return False

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(ask, two)) == [False, True]


def test_two_processes_may_begin_on_an_empty_database_at_the_same_moment(postgres: Postgres) -> None:
    url = postgres.new()

    with ThreadPoolExecutor(4) as pool:
        hubs = list(pool.map(lambda _: Hub(url), range(4)))

    assert len({hub.store.secret for hub in hubs}) == 1
    for hub in hubs:
        hub.close()


def test_the_command_says_what_is_wrong_with_a_database_and_not_its_password(
    postgres: Postgres, tmp_path: Path
) -> None:
    strange = postgres.new()
    postgres.execute(f"CREATE TABLE {strange.rpartition('3D')[2]}.letter (a int)")
    nowhere = f"postgresql://hub:geheim@/postgres?host={tmp_path}"

    for url, why in ((nowhere, "the database is away"), (strange, "the database of something else")):
        said = command("serve", BROBYGGER_HUB_DATA=url)
        assert said.returncode == 1
        assert why in said.stderr
        assert "geheim" not in said.stderr
        assert said.stderr.count("\n") == 1
    made = command("new-organisation", BROBYGGER_HUB_DATA=postgres.new())
    assert (made.returncode, len(made.stdout.strip())) == (0, 19)
