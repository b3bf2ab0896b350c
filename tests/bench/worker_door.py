"""In the page that the bench builds, and no other: once she is in, does what the page wishes, and tells how it went."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.ports import Ports

WISH, SAID = "bench_wish", "bench_said"
"""Settings of the page: what is wanted, as "word given"; what came of it, as JSON."""
CALM_S, PAUSE_S = 4.0, 0.03

_running: set[asyncio.Task[None]] = set()


def watched(begin: Callable[..., Any]) -> Callable[..., Any]:
    """`app.main.begin`, and what the page wishes for, if anything."""

    def begun(page: Any, ports: Ports, tries: Any = None) -> Any:
        session = begin(page, ports, tries)
        if wished := ports.platform.recall(WISH):
            word, _, given = wished.partition(" ")
            _running.add(asyncio.ensure_future(_grant(ports, _WISHES[word], given)))
        return session

    return begun


async def _grant(ports: Ports, act: Callable[[Ports, str], Awaitable[Any]], given: str) -> None:
    while not ports.open:  # noqa: ASYNC110 - nothing in the app tells it
        await asyncio.sleep(PAUSE_S)
    await asyncio.sleep(CALM_S)
    ports.platform.remember(WISH, "")
    try:
        said = await act(ports, given)
    except Exception as no:  # noqa: BLE001 - whoever wished for it must hear of it
        said = {"no": repr(no)}
    ports.platform.remember(SAID, json.dumps(said))


async def _save(ports: Ports, how_many: str) -> list[float]:
    """How long each took, ms."""
    from app.journeys.contacts import log_contact  # here: the start of this page stays that of the real one
    from tests.bench.people import contacts

    took = []
    for said in contacts(int(how_many), seed=9):
        row = ports.new_row()
        began = time.perf_counter()
        log_contact(ports, row=row, **said)
        took.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(PAUSE_S)
    return took


async def _open_files(ports: Ports, mentor: str) -> dict[str, float]:
    """All of them, and on the hub."""
    from app.journeys.tending import keep_in_step
    from tests.bench.many_files import known_as, open_files

    began = time.perf_counter()
    await open_files(ports, known_as(ports, mentor))
    opened = time.perf_counter()
    await keep_in_step(ports)
    return {"opened_s": opened - began, "sent_s": time.perf_counter() - opened}


async def _lose(ports: Ports, mentor: str) -> dict[str, Any]:
    """From the tap to the last key made anew; `told` = how often the progress moved on."""
    from app.journeys.closing import shut_out
    from app.journeys.tending import keep_in_step
    from tests.bench.many_files import known_as

    told: list[tuple[int, int]] = []
    await keep_in_step(ports)
    began = time.perf_counter()
    shut = await shut_out(ports, known_as(ports, mentor).person, tell=lambda *far: told.append(far))
    lost = time.perf_counter()
    await keep_in_step(ports)
    return {"s": lost - began, "done": shut.done, "left": shut.left, "told": told, "next_s": time.perf_counter() - lost}


async def _pull(ports: Ports, _: str) -> dict[str, float]:
    """A sync to the last row readable; `before` and `after` = the contacts that she can read."""
    from app.journeys.tending import keep_in_step
    from app.records import Contact

    before = ports.store.count(Contact)
    began = time.perf_counter()
    await keep_in_step(ports)
    return {"s": time.perf_counter() - began, "before": before, "after": ports.store.count(Contact)}


_WISHES: dict[str, Callable[[Ports, str], Awaitable[Any]]] = {
    "save": _save,
    "files": _open_files,
    "lose": _lose,
    "pull": _pull,
}
