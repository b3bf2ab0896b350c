"""A hub on each kind of database, in this process and as people run it, and an organisation on it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hub.phones import Hub, Phone
from tests.hub.postgres import Postgres
from tests.hub.server import Server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for all tests of this process; started when the first asks for it."""
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a hub may keep its rows: a file, or the URL of an empty place."""
    if request.param == "sqlite":
        return tmp_path / "hub.db"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new()


@pytest.fixture
def hub(database: Path | str) -> Iterator[Hub]:
    """Empty."""
    hub = Hub(database)
    yield hub
    hub.close()


@pytest.fixture
def hub_file(tmp_path: Path) -> Iterator[Hub]:
    """Empty, on SQLite."""
    hub = Hub(tmp_path / "hub.db")
    yield hub
    hub.close()


@dataclass
class Organisation:
    """A coordinator who founded it, an area of hers, and a file of three rungs."""

    hub: Hub
    karen: Phone
    root: bytes
    area: bytes
    file: bytes

    def member(self, *grants: tuple[bytes, int, int]) -> Phone:
        """A phone that joined `public` and these (circle, rung, steward)."""
        phone = Phone(self.hub)
        self.karen.sync_all()
        phone.join(*self.karen.invite(phone, (self.root, 0, 0), *grants))
        self.karen.sync_all()
        return phone


@pytest.fixture
def organisation(hub: Hub) -> Organisation:
    """Karen's."""
    return found(hub)


def found(hub: Hub) -> Organisation:
    """Karen's, on that hub."""
    karen = Phone(hub)
    karen.found_organisation()
    root = next(iter(karen.logs))
    return Organisation(hub, karen, root, karen.found_circle(), karen.found_circle(3))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """As people run it, on SQLite; empty."""
    server = Server(tmp_path / "hub.db")
    yield server
    server.stop(signal.SIGKILL)
