"""Those who are let in for all walks: a browser that dies on the way spoils one walk and none after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Never

import pytest
from playwright.sync_api import Error as BrowserError

from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation
from tests.e2e.reception import NewPhone, Reception
from tests.e2e.wire import Wire


def test_who_was_left_half_in_is_let_in_from_the_beginning_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(self: Reception, keys: Sequence[str], language: str, wire: Wire, new: NewPhone) -> Never:
        for key in keys:
            (self.room / language / key).mkdir()
        raise BrowserError("Page.evaluate: Target crashed")

    def none() -> Never:
        raise AssertionError("no browser is started here")

    monkeypatch.setattr(Reception, "_let_in", dies)
    (tmp_path / "made").mkdir()
    reception = Reception(tmp_path / "made", tmp_path, tmp_path / "room")
    with Wire("http://127.0.0.1:9") as wire:
        walk = Organisation(tmp_path / "walk", RunningHub(tmp_path / "walk"), wire)
        for _ in range(2):
            with pytest.raises(BrowserError, match="Target crashed"):
                reception.fill(walk, ["sofie", "henrik"], "da", tmp_path, none)

    assert not (tmp_path / "room" / "da").exists()
