"""The commands on a database behind a URL: looked at and put right by ours, copied by PostgreSQL's own."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.errors import LoginNeeded
from tests.hub.phones import Phone, row
from tests.hub.postgres import Postgres, binaries
from tests.hub.restoring import again, done
from tests.hub.server import Server, found_on, told


@pytest.fixture
def server(postgres: Postgres) -> Iterator[Server]:
    server = Server(postgres.new())
    yield server
    server.stop(signal.SIGKILL)


def own_tool(name: str, *words: str | Path) -> None:
    """One of PostgreSQL's."""
    done = subprocess.run([binaries() / name, *words], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_database_is_put_back_by_its_own_tools_and_everybody_hears_of_it(
    server: Server, postgres: Postgres, tmp_path: Path
) -> None:
    karen, area = found_on(server)
    mia = Phone(server)  # type: ignore[arg-type]  # it stands where a hub in this process does
    mia.join(*karen.invite(mia, (next(iter(karen.logs)), 0, 0), (area, 0, 0)))
    for phone in (mia, karen):
        phone.sync_all()
    before = told(server, "status")
    schema = str(server.database).rpartition("%3D")[2]
    own_tool("pg_dump", "-Fc", "-n", schema, "-f", tmp_path / "copy", str(server.database))
    lost = karen.push_of(area, 0, (row("after"), b"after the copy"))
    assert karen.sync(pushes=(lost,)).push_answers == (None,)
    karen.remember(lost)
    server.stop()
    own_tool("pg_restore", "--clean", "-d", postgres.url(), tmp_path / "copy")

    put_back = told(server, "restore", "--in-place")
    server.start()
    with pytest.raises(LoginNeeded):
        karen.sync()
    karen.login()
    assert again(karen, pushes=(lost,))[1] == [None]
    done(karen)
    _, state = told(server, "status")
    waived = told(server, "waive", mia.key.public.hex()[:12])

    assert (before[0], put_back[0]) == (0, 0)
    assert "organisation 1\n" in before[1]
    assert "waiting 0\n" in before[1]
    assert int(before[1].split("\nbytes ")[1].split("\n")[0]) > 8_192
    assert "each phone brings back" in put_back[1]
    assert f"awaited {mia.key.public.hex()} in 2\n" in state
    assert waived == (0, "")
    assert told(server, "waive", mia.key.public.hex()[:12])[0] == 1
    assert "awaited" not in told(server, "status")[1]
    karen.push(area, 0, (row("a"), b"new"))


def test_a_database_is_looked_at_while_hubs_use_it(server: Server, postgres: Postgres) -> None:
    karen, area = found_on(server)
    karen.push(area, 0, (row("a"), b"one"))
    well = told(server, "check")
    schema = str(server.database).rpartition("%3D")[2]
    postgres.execute(f"UPDATE {schema}.version SET sealed = sealed || 'x'")

    assert well == (0, "all is well\n")
    code, said = told(server, "check")
    assert code == 1
    assert "are not those that were signed" in said


@pytest.mark.parametrize("command", [("status",), ("check",), ("waive", "all"), ("restore", "--in-place")])
def test_where_no_hub_was_nothing_is_made(postgres: Postgres, command: tuple[str, ...]) -> None:
    empty, away = (
        type("At", (), {"database": url}) for url in (postgres.new(), "postgresql://hub:secret@/no?host=/no")
    )

    code, said = told(empty, *command)  # type: ignore[arg-type]
    assert (code, said) == (1, "brobygger-hub: PostgreSQL: there is no database of a hub there\n")
    code, said = told(away, *command)  # type: ignore[arg-type]
    assert code == 1
    assert "the database is away" in said
    assert "secret" not in said
    schema = empty.database.rpartition("%3D")[2]  # type: ignore[attr-defined]
    assert postgres.execute(f"SELECT 1 FROM pg_tables WHERE schemaname = '{schema}'") == []


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("backup", "copy.db"), 1, "pg_dump"),
        (("restore", "copy.db"), 1, "pg_restore, then 'restore --in-place'"),
        (("restore",), 2, "required"),
        (("restore", "copy.db", "--in-place"), 2, "not allowed"),
    ],
)
def test_copies_are_left_to_postgresqls_own_tools(server: Server, words: tuple[str, ...], code: int, why: str) -> None:
    ran, said = told(server, *words)

    assert ran == code
    assert why in said
