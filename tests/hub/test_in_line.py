"""Requests wait in line for the one who writes; whenever they come, somebody takes them."""

from __future__ import annotations

import asyncio

from sync.codes import pack_request
from sync.hub.answer import Answers
from sync.hub.verify import verify
from sync.hub.workers import Workers
from tests.hub.phones import PLENTY, Hub

ROUNDS = 400
PATIENCE_S = 20


def test_a_request_that_comes_as_the_last_one_leaves_is_taken(hub_file: Hub) -> None:
    """Found by tests/torture/cutting.py: it lay in line until another request came, for there still was a worker."""
    workers = Workers(Answers(hub_file.store, hub_file.clock, verify, PLENTY))
    hello = ("/hello", pack_request(bytes(32)), "203.0.113.7")

    async def come_when_it_is_idle() -> None:
        while not workers._working:  # noqa: ASYNC110 - the moment itself is what is looked for
            await asyncio.sleep(0)
        (worker,) = workers._working
        while worker and not worker.done():  # noqa: ASYNC110 - the same
            await asyncio.sleep(0)
        await workers.answer(*hello)

    async def all_rounds() -> None:
        for _ in range(ROUNDS):
            async with asyncio.timeout(PATIENCE_S):
                await asyncio.gather(workers.answer(*hello), come_when_it_is_idle())

    asyncio.run(all_rounds())
