"""Both databases answer alike: what is promised elsewhere about one hub is said again to both, byte for byte."""

from __future__ import annotations

import inspect
import os
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import httpx
import pytest

from tests.hub import test_chunks, test_closing, test_cursors, test_logs, test_membership
from tests.hub.conftest import Organisation, found
from tests.hub.phones import Hub
from tests.hub.postgres import Postgres

Conversation = Callable[[Organisation], None]


def conversations(*modules: ModuleType) -> list[Conversation]:
    """The tests that need an organisation and nothing else."""
    tests = [one for module in modules for name, one in vars(module).items() if name.startswith("test_")]
    long = test_cursors.test_many_circles_are_loaded_at_once_and_each_comes_further_every_time
    return [one for one in tests if list(inspect.signature(one).parameters) == ["organisation"] and one is not long]


class Heard(Hub):
    """Keeps what was asked and answered."""

    said: list[tuple[str, bytes, int, bytes]]

    def post(self, path: str, body: bytes) -> httpx.Response:
        answer = super().post(path, body)
        self.said.append((path, body, answer.status_code, answer.content))
        return answer


@pytest.mark.parametrize(
    "conversation",
    conversations(test_chunks, test_closing, test_cursors, test_logs, test_membership),
    ids=lambda one: one.__name__.removeprefix("test_"),
)
def test_the_same_requests_get_the_same_bytes(
    conversation: Conversation, tmp_path: Path, postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = []
    for database in (tmp_path / "hub.db", postgres.new()):
        chance = random.Random(conversation.__name__).randbytes
        monkeypatch.setattr(os, "urandom", chance)
        hub = Heard(database, chance=chance)
        hub.said = []
        conversation(found(hub))
        hub.close()
        heard.append(hub.said)

    on_file, on_server = heard
    assert len(on_file) > 5
    assert on_file == on_server
