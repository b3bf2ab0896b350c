"""The hub as people run it: the command in a process of its own, over real HTTP, to be killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import time
from typing import Any

import httpx

from sync.codes import CONTENT_TYPE, answer_parts, pack_request
from tests.hub.phones import Phone

COMMAND = [sys.executable, "-m", "sync.hub"]
SETTING = "BROBYGGER_HUB_DATA"


def command(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """One short command."""
    return subprocess.run(
        [*COMMAND, *words], env={**os.environ, **environment}, check=False, capture_output=True, text=True, timeout=30
    )


class WallClock:
    """What phones of `phones.py` read as the hub's clock."""

    def __call__(self) -> int:
        return int(time() * 1000)


class Server:
    """Stands where `phones.Hub` does, over TCP. `module` = another program to run than the hub's own."""

    def __init__(self, database: Path | str, *words: str, module: str = "sync.hub") -> None:
        self.database = database
        self.words = words
        self.module = module
        self.clock = WallClock()
        self.store = self
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, "serve", "--port", "0", *self.words],
            env={**os.environ, SETTING: str(self.database)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.url = self.process.stdout.readline().strip()
        assert self.url, self.process.communicate()[1]
        self.http = httpx.Client(base_url=self.url, trust_env=False)

    def stop(self, how: int = signal.SIGTERM) -> tuple[int, str]:
        """(exit code, what it said on standard error)."""
        self.http.close()
        self.process.send_signal(how)
        said = self.process.communicate(timeout=20)[1]
        return self.process.returncode, said

    def kill(self) -> None:
        """As when the power of the process goes."""
        self.stop(signal.SIGKILL)
        self.start()

    def new_organisation(self, _: int = 0) -> str:
        return command("new-organisation", **{SETTING: str(self.database)}).stdout.strip()

    def post(self, path: str, body: bytes) -> httpx.Response:
        return self.http.post(path, content=body, headers={"content-type": CONTENT_TYPE})

    def ask(self, path: str, *given: Any) -> list[Any]:
        return answer_parts(self.post(path, pack_request(*given)).content, 0, 16)

    def connect(self) -> socket.socket:
        host, port = self.url.removeprefix("http://").split(":")
        return socket.create_connection((host, int(port)), timeout=20)


def told(server: Server, *words: str) -> tuple[int, str]:
    """(exit code, all that it said)."""
    ran = command(*words, "--data", str(server.database))
    return ran.returncode, ran.stdout + ran.stderr


@contextmanager
def served(database: str, module: str = "sync.hub") -> Iterator[list[Server]]:
    """Two processes on one database."""
    with ExitStack() as over:
        servers = [Server(database, module=module) for _ in range(2)]
        for server in servers:
            over.callback(server.stop, signal.SIGKILL)
        yield servers


def found_on(server: Server) -> tuple[Phone, bytes]:
    """Karen, who founded an organisation there, and a circle of hers."""
    karen = Phone(server)  # type: ignore[arg-type]  # it stands where a hub in this process does
    karen.found_organisation()
    return karen, karen.found_circle()
