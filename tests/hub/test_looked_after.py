"""The commands beside `serve`: copies of a running hub, what it says of itself, and being put back from a copy."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from sync.chunk import SEALED_MAX
from sync.entry import space_of
from sync.errors import LoginNeeded
from sync.hub.store import HubStore
from tests.hub.chunks import put
from tests.hub.phones import Phone, row
from tests.hub.restoring import done
from tests.hub.server import Server, command, found_on, told


def test_a_running_hub_is_copied_and_goes_on_serving(server: Server, tmp_path: Path) -> None:
    karen, area = found_on(server)
    karen.push(area, 0, (row("a"), b"in the copy"))
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()

    code, said = told(server, "backup", str(copy))
    karen.push(area, 0, (row("b"), b"after"))

    assert (code, said) == (0, f"{copy}: {copy.stat().st_size} bytes\n")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert told(server, "check", str(copy)) == (0, "all is well\n")
    assert told(server, "backup", str(copy))[0] == 1
    assert told(server, "backup", str(tmp_path / "nowhere" / "copy.db"))[0] == 1


def test_a_copy_that_is_made_while_somebody_writes_is_whole_and_of_one_moment(server: Server, tmp_path: Path) -> None:
    karen, area = found_on(server)
    for _ in range(60):
        put(karen, space_of(area, 0), os.urandom(SEALED_MAX))  # so that a copy takes a while
    pushed = 0
    over = Event()

    def write() -> None:
        nonlocal pushed
        while not over.is_set():
            karen.push(area, 0, (row(pushed), b"kept %d" % pushed))
            pushed += 1

    copies = []
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        for number in range(3):
            sleep(0.1)
            before = pushed
            code, said = told(server, "backup", str(tmp_path / f"{number}.db"))
            assert code == 0, said
            copies.append((tmp_path / f"{number}.db", before, pushed))
        over.set()
        writing.result()

    for copy, before, after in copies:
        assert told(server, "check", str(copy)) == (0, "all is well\n")
        with HubStore(copy) as store, store.read() as sql:
            ((rows,),) = sql("SELECT count(*) FROM version")
            ((taken,),) = sql("SELECT max(n) FROM head")
        assert before < rows < after, "who writes did so before the moment of the copy, and after it"
        assert rows == taken


def test_a_hub_is_put_back_and_waits_until_who_is_missing_came_or_was_waived(server: Server, tmp_path: Path) -> None:
    karen, area = found_on(server)
    mia = Phone(server)  # type: ignore[arg-type]  # it stands where a hub in this process does
    mia.join(*karen.invite(mia, (next(iter(karen.logs)), 0, 0), (area, 0, 0)))
    mia.sync_all()
    karen.sync_all()
    told(server, "backup", str(tmp_path / "copy.db"))

    running, why = told(server, "restore", str(tmp_path / "copy.db"))
    server.stop()
    stopped, said = told(server, "restore", str(tmp_path / "copy.db"))
    server.start()
    with pytest.raises(LoginNeeded):
        karen.sync()
    karen.login()
    done(karen)
    _, state = told(server, "status")
    waived = told(server, "waive", mia.key.public.hex()[:12])[0]

    assert (running, stopped, waived) == (1, 0, 0)
    assert "stop it first" in why
    assert "hub.db.before-" in said
    assert f"awaited {mia.key.public.hex()} in 2\n" in state
    assert "awaited" not in told(server, "status")[1]
    karen.push(area, 0, (row("a"), b"new"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("waive", "mia"), 2),
        (("waive", "0123"), 2),
        (("waive", "0123456789"), 1),
        (("restore",), 2),
        (("restore", "nothing.db"), 1),
        (("restore", "--in-place"), 1),
        (("check", "nothing.db"), 1),
        (("check",), 1),
        (("status",), 0),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(server: Server, words: tuple[str, ...], code: int) -> None:
    assert told(server, *words)[0] == code


def test_without_a_database_there_is_nothing_to_copy(tmp_path: Path) -> None:
    for words in (("backup", str(tmp_path / "copy.db")), ("status",), ("check",), ("waive", "all")):
        ran = command(*words, "--data", str(tmp_path / "none.db"))
        assert ran.returncode == 1
        assert ran.stderr.startswith("brobygger-hub: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["serve", "new-organisation", "backup", "restore", "status", "waive", "check"])
def test_every_command_says_what_it_is_for(name: str) -> None:
    ran = command(name, "--help")
    assert ran.returncode == 0
    assert "--data" in ran.stdout
