"""The phones' own conversation against the hub in a process of its own, which is killed again and again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sync.entry import space_of
from tests.hub.over_http import OverHttp
from tests.sync import phones
from tests.sync.phones import Lost, World


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
