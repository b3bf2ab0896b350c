"""The phones' own conversation against the hub in a process of its own, which is killed again and again."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import httpx
import pytest

from sync.entry import space_of
from tests.hub.server import Server
from tests.sync import phones
from tests.sync.phones import Lost, World


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


def test_what_phones_keep_arrives_though_the_hub_is_killed_all_the_time(
    database: Path | str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phones, "TheHub", lambda _folder, _clock: OverHttp(database))
    world = World(tmp_path, clock=phones.Clock())
    hub: Any = world.hub  # an `OverHttp`
    world.clock.ms = hub.server.clock()
    karen, omar = world.founder, world.joins("Omar", steward=True)
    area = world.circle(karen)
    world.grant(area, omar)
    space = space_of(area, 0)
    world.settle()

    hub.deadly = True
    for turn in range(24):
        for phone in (karen, omar):
            world.clock.ms = hub.server.clock()
            phone.write(space, b"%s%015d" % (phone.name[:1].encode(), turn), name=f"{phone.name} {turn}")
            phone.write(space, b"shared" * 2 + b"0000", note=f"{phone.name} {turn}")
            try:
                phone.sync()
            except Lost:
                phone.restart()
    hub.deadly = False
    world.settle()

    try:
        assert karen.shown(space) == omar.shown(space)
        names = {joined.fields["name"].word.value for joined in karen.read(space).values() if "name" in joined.fields}
        assert names == {f"{phone.name} {turn}" for phone in (karen, omar) for turn in range(24)}
        assert not karen.sync().holding_back
        assert not omar.sync().holding_back
        assert not karen.journal.waiting()
    finally:
        hub.server.stop(9)
