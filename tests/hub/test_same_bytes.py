"""Both databases answer alike: what is promised elsewhere about one hub is said again to both, byte for byte."""

from __future__ import annotations

import inspect
import os
import random
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.hub import (
    test_chunks,
    test_closing,
    test_cursors,
    test_logs,
    test_membership,
    test_never_restored,
    test_restored,
)
from tests.hub.conftest import Organisation, found
from tests.hub.phones import Hub
from tests.hub.postgres import Postgres
from tests.hub.restoring import Scene, scene_of

Conversation = Callable[[Organisation], None]


def conversations(*modules: ModuleType) -> list[Conversation]:
    """The tests that need an organisation and nothing else."""
    long = test_cursors.test_many_circles_are_loaded_at_once_and_each_comes_further_every_time
    return [one for one in asking(*modules, what="organisation") if one is not long]


def asking(*modules: ModuleType, what: str) -> list[Any]:
    """The tests that need that and nothing else."""
    tests = [one for module in modules for name, one in vars(module).items() if name.startswith("test_")]
    return [one for one in tests if list(inspect.signature(one).parameters) == [what]]


class Heard(Hub):
    """Keeps what was asked and answered."""

    said: list[tuple[str, bytes, int, bytes]]

    def post(self, path: str, body: bytes) -> httpx.Response:
        answer = super().post(path, body)
        self.said.append((path, body, answer.status_code, answer.content))
        return answer


def after_a_copy(promise: Callable[[Scene], None]) -> Conversation:
    """What is promised of a hub that is put back."""

    @wraps(promise)
    def conversation(organisation: Organisation) -> None:
        promise(scene_of(organisation))

    return conversation


@pytest.mark.parametrize(
    "conversation",
    [
        *conversations(
            test_chunks, test_closing, test_cursors, test_logs, test_membership, test_never_restored, test_restored
        ),
        *map(after_a_copy, asking(test_restored, what="scene")),
    ],
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
