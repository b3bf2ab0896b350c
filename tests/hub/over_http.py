"""The world of the phones, on a hub in a process of its own that dies now and then."""

from __future__ import annotations

import random
from pathlib import Path

import httpx

from tests.hub.server import Server
from tests.sync.phones import Lost


class OverHttp:
    """Stands where `TheHub` does in that world; `fate` decides before and after every request."""

    def __init__(self, database: Path | str, module: str = "sync.hub") -> None:
        self.server = Server(database, module=module)
        self.store = self
        self.fate = random.Random(11)
        self.deadly = False

    def new_organisation(self, now: int) -> str:
        return self.server.new_organisation(now)

    def post(self, path: str, body: bytes) -> bytes:
        fate = self.fate.random() if self.deadly else 0.5
        if fate < 0.15:  # it dies before it heard us
            self.server.kill()
        try:
            answer = self.server.post(path, body).content
        except httpx.TransportError as gone:
            raise Lost from gone
        if fate > 0.85:  # it dies when it has answered, and the answer is lost
            self.server.kill()
            raise Lost
        return answer
