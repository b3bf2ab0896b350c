"""A real hub in a process of its own, a real line that breaks at any byte: a cut costs a chunk, never a letter."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from app.journeys.attachments import how_far
from sync.chunk import SEALED_MAX
from sync.errors import SyncError
from tests.hub.server import Server
from tests.journeys.cutting import Line
from tests.journeys.lane import LARGE, asks_for, held, on_wifi, only, photograph, shown, step
from tests.world import Organisation, Phone, World

CUTS = 12


@pytest.fixture
def org() -> Iterator[Organisation]:
    with World(start=datetime.now(UTC)) as world:
        yield world.organisation()


@pytest.fixture
def server(org: Organisation) -> Iterator[Server]:
    """The same database, served by the command."""
    org.world.hub_store.close()
    server = Server(org.world.folder / "hub.db")
    yield server
    server.stop(signal.SIGKILL)
    org.world.open_hub()


def goes_through(phone: Phone, line: Line) -> None:
    """From now on by TCP; each request a connection of its own, for each run of the test is a loop of its own."""
    ports: Any = phone.ports
    ports._hub_url = line.url
    ports._http = httpx.AsyncClient(
        transport=httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0)), timeout=5
    )


@pytest.mark.parametrize("way", ["up", "down"])
def test_a_letter_gets_through_a_line_that_breaks_at_any_byte(org: Organisation, server: Server, way: str) -> None:
    chance = random.Random(way)
    mentor, meeting = org.mentor, held(org.mentor, org.cover(org.mentor))
    with Line(server.url) as line:
        for phone in (mentor, org.worker):
            goes_through(phone, line)
        on_wifi(mentor, org.worker)
        attachment = photograph(mentor, meeting, LARGE)
        mentor.sync()
        line.carried = 0
        broken = 0
        for _ in range(CUTS):
            setattr(line, way, chance.randrange(1, SEALED_MAX * 2 if way == "up" else 900))
            broken += _breaks(mentor)
        setattr(line, way, None)
        step(mentor)
        assert how_far(mentor.ports, attachment).there == 4
        assert broken >= CUTS // 3
        assert line.carried < (4 + broken) * (SEALED_MAX + 4_096) + CUTS * 8_192

        step(org.worker)
        asks_for(org.worker, only(org.worker))
        for _ in range(CUTS):
            setattr(line, way, chance.randrange(1, 900 if way == "up" else SEALED_MAX * 2))
            _breaks(org.worker)
        setattr(line, way, None)
        step(org.worker)

    assert shown(org.worker, meeting) == [LARGE]


def _breaks(phone: Phone) -> bool:
    with suppress(SyncError):
        step(phone)
        return False
    return True


def test_the_hub_is_killed_while_it_takes_chunks(org: Organisation, server: Server) -> None:
    meeting = held(org.mentor, org.cover(org.mentor))
    attachment = photograph(org.mentor, meeting, LARGE)
    on_wifi(org.mentor, org.worker)
    for place in range(4):
        with Line(server.url) as line:
            goes_through(org.mentor, line)
            line.up = 20_000 + SEALED_MAX * (place + 1) // 2
            _breaks(org.mentor)
        server.kill()
    with Line(server.url) as line:
        goes_through(org.mentor, line)
        goes_through(org.worker, line)
        step(org.mentor)
        assert how_far(org.mentor.ports, attachment).there == 4
        step(org.worker)
        asks_for(org.worker, only(org.worker))
        step(org.worker)
    assert shown(org.worker, meeting) == [LARGE]
