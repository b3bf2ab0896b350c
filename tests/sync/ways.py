"""Ways to the hub on which something goes wrong, and what went over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sync.errors import SyncError
from sync.wire import Push, SyncAnswer, SyncRequest
from tests.sync.phones import Lost, World


def pushes(world: World) -> list[Push]:
    return [push for path, body in world.hub.asked if path == "/sync" for push in SyncRequest.unpack(body).pushes]


def answering(world: World, no: SyncError) -> Callable[[str, bytes], bytes]:
    """A hub that refuses every push, each by itself, and takes none."""

    def post(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return world.hub.post(path, body)
        asked = SyncRequest.unpack(body)
        answer = SyncAnswer.unpack(world.hub.post(path, replace(asked, pushes=()).pack()))
        return replace(answer, push_answers=tuple(no for _ in asked.pushes)).pack()

    return post


def losing(world: World, *, heard: bool) -> Callable[[str, bytes], bytes]:
    """The answer is lost, or the request before it."""

    def post(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return world.hub.post(path, body)
        if heard:
            world.hub.post(path, body)
        raise Lost

    return post
