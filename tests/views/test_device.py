"""A phone that is put aside locks itself: while it is out of sight, and at the latest when it is taken up again."""

from __future__ import annotations

import asyncio

import pytest

from app.views import device
from app.views.session import LOCKED, OPEN
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


async def put(screen: Screen, state: str) -> None:
    await screen.session.dispatch_event(screen.page._i, "app_lifecycle_state_change", {"state": state})
    await screen.settle()


def test_it_locks_while_it_is_out_of_sight(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "ASIDE_MS", 30)

    async def walk(screen: Screen) -> None:
        await put(screen, "hide")
        assert screen.app.phase == OPEN
        await screen.until(lambda: screen.app.phase == LOCKED and not org.worker.ports.open)

    show(org.worker, walk)


def test_who_comes_back_while_it_locks_does_not_stop_half_a_lock(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "ASIDE_MS", 30)

    async def walk(screen: Screen) -> None:
        await put(screen, "hide")
        while screen.app.phase == OPEN:  # noqa: ASYNC110 - the moment between, which no event tells
            await asyncio.sleep(0)
        assert org.worker.ports.open  # it has begun
        await put(screen, "show")
        await screen.until(lambda: not org.worker.ports.open)

    show(org.worker, walk)


def test_who_is_back_in_time_finds_it_open_and_who_is_not_finds_the_lock(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await put(screen, "hide")
        org.world.later(minutes=4)
        await put(screen, "show")
        assert screen.app.phase == OPEN
        await asyncio.sleep(0)
        await put(screen, "hide")
        org.world.later(minutes=6)  # the phone slept, and so did what waited
        await put(screen, "show")
        assert screen.app.phase == LOCKED

    show(org.worker, walk)
