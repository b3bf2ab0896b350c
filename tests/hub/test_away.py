"""PostgreSQL is killed or away: a phone offers again, nothing acknowledged is lost, the hub says a small clear no."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from psycopg import OperationalError

from sync.codes import answer_parts
from sync.errors import Busy
from sync.hub import postgres as ours
from sync.wire import Push, SyncAnswer
from tests.hub.conftest import Organisation, found
from tests.hub.phones import Hub, Phone, row
from tests.hub.postgres import Postgres
from tests.hub.server import Server

KILLS = 5


@pytest.fixture
def there(postgres: Postgres) -> Iterator[Organisation]:
    """An organisation in a database that this test may take away."""
    hub = Hub(postgres.new())
    yield found(hub)
    hub.close()


def offered(phone: Phone, push: Push) -> list[int]:
    """The statuses of all answers until it was taken."""
    seen: list[int] = []
    while not seen or seen[-1] == 503:
        sleep(0.05 if seen else 0)
        answer = phone.ask_sync(pushes=(push,))
        seen.append(answer.status_code)
    assert SyncAnswer.unpack(answer.content).push_answers == (None,)
    phone.remember(push)
    return seen


def test_what_was_acknowledged_is_there_though_postgresql_is_killed_in_the_middle(postgres: Postgres) -> None:
    server = Server(postgres.new())
    karen = Phone(server)  # type: ignore[arg-type]  # it stands where a hub in this process does
    karen.found_organisation()
    area = karen.found_circle()
    bodies: set[bytes] = set()
    seen: set[int] = set()

    def kill() -> None:
        for _ in range(KILLS):
            postgres.kill_at_work()

    with ThreadPoolExecutor(1) as pool:
        killing = pool.submit(kill)
        while not killing.done():
            rows = [(row(place), b"%d" % place) for place in range(len(bodies), len(bodies) + 60)]
            seen |= set(offered(karen, karen.push_of(area, 0, *rows)))
            bodies |= {body for _, body in rows}
        killing.result()
    postgres.awake()
    karen.got.clear()
    karen.sync_all(cursor=b"")
    _, said = server.stop(signal.SIGTERM)

    assert seen == {200, 503}
    assert karen.bodies() == bodies
    assert "Traceback" not in said


def test_a_hub_whose_database_is_away_says_so_and_goes_on_when_it_is_back(
    postgres: Postgres, there: Organisation, caplog: pytest.LogCaptureFixture
) -> None:
    hub, karen, area = there.hub, there.karen, there.area
    karen.push(area, 0, (row("a"), b"before"))
    push = karen.push_of(area, 0, (row("b"), b"meanwhile"))

    postgres.stop()
    try:
        answers = [karen.ask_sync(), karen.ask_sync(pushes=(push,)), hub.post("/hello", b""), hub.post("/sync", b"x")]
        health = hub.http("GET", "/health")
    finally:
        postgres.start()

    assert [answer.status_code for answer in answers] == [503, 503, 400, 400]
    for answer in answers[:2]:
        assert len(answer.content) <= 8
        with pytest.raises(Busy):
            answer_parts(answer.content, 0)
    assert (health.status_code, health.text) == (503, "the database is away")
    said = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(said) == 2
    assert all(record.exc_info is None and "away" in record.getMessage() for record in said)
    assert hub.http("GET", "/health").text == "ok"
    assert karen.sync(pushes=(push,)).push_answers == (None,)
    karen.sync_all(cursor=b"")
    assert karen.bodies() == {b"before", b"meanwhile"}


def test_a_push_that_postgresql_took_and_did_not_say_is_taken_again(
    there: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks between the commit and its answer: whether it is there nobody knows, and it is."""
    karen, area = there.karen, there.area
    reader = there.member((area, 0, 0))
    push = karen.push_of(area, 0, (row("a"), b"once"))

    def breaks(db: ours.Connection, how: str) -> None:
        db.execute(how.encode())
        db.close()
        raise OperationalError("gone")

    with monkeypatch.context() as broken:
        broken.setattr(ours, "_end", breaks)
        assert karen.ask_sync(pushes=(push,)).status_code == 503

    assert karen.sync(pushes=(push,)).push_answers == (None,)
    karen.remember(push)
    karen.push(area, 0, (row("b"), b"twice"))
    reader.sync_all()
    assert reader.bodies() == {b"once", b"twice"}


def test_health_says_so_whatever_is_wrong_with_the_database(hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    assert hub.http("GET", "/health").text == "ok"
    with hub.store.write() as sql:
        sql("ALTER TABLE hub RENAME TO elsewhere")

    health = hub.http("GET", "/health")

    assert (health.status_code, health.text) == (503, "the database does not answer as it should")
    (line,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert line.getMessage().startswith("/health: ")
    assert line.exc_info is None
