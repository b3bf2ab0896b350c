"""In the page that the bench builds, and no other: once she is in, saves contacts and tells the page what each took."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.ports import Ports

WISH, SAID = "bench_wish", "bench_said"
"""Settings of the page: how many saves are wanted; the ms of each, as JSON."""
CALM_S, PAUSE_S = 4.0, 0.03

_running: set[asyncio.Task[None]] = set()


def watched(begin: Callable[..., Any]) -> Callable[..., Any]:
    """`app.main.begin`, and the saves if the page wishes for some."""

    def begun(page: Any, ports: Ports, tries: Any = None) -> Any:
        session = begin(page, ports, tries)
        if wanted := ports.platform.recall(WISH):
            _running.add(asyncio.ensure_future(_saving(ports, int(wanted))))
        return session

    return begun


async def _saving(ports: Ports, how_many: int) -> None:
    from app.journeys.contacts import log_contact  # here: the start of this page stays that of the real one
    from tests.bench.people import contacts

    while not ports.open:  # noqa: ASYNC110 - nothing in the app tells it
        await asyncio.sleep(PAUSE_S)
    await asyncio.sleep(CALM_S)
    took = []
    for said in contacts(how_many, seed=9):
        row = ports.new_row()
        began = time.perf_counter()
        log_contact(ports, row=row, **said)
        took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(PAUSE_S)
    ports.platform.remember(WISH, "")
    ports.platform.remember(SAID, json.dumps(took))
