"""Every list of a worker, and her Today, on CPython: 10,000 contacts, 500 pairs, 20,000 meetings on one phone.

And what stands around them: 200 places with their rounds, 60 groups, 300 companies, 200 offers, 150 mentors.

From the tap that leads there to the last message that draws it, warm; the median of five.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path

from app.domain.roles import MENTOR, WORKER
from app.journeys.letting_go import let_go
from app.main import begin, stay
from tests.bench.around_the_files import around_the_files
from tests.bench.filling import fill
from tests.bench.full_files import PAIRS, a_year_in_each
from tests.bench.keystrokes import Glass
from tests.bench.many_files import known_as, open_files
from tests.bench.measure_native import CONTACTS
from tests.screen import Screen
from tests.world import Phone, World, run

TIMES = 5
LISTS = {
    "today": "/",
    "people": "/people",
    "expiring": "/people/expiring",
    "meetings": "/meetings",
    "mentees": "/mentees",
    "cases": "/cases",
    "sweep": "/cases/sweep",
    "tasks": "/cases/tasks",
    "still": "/cases/still",
    "places": "/places",
    "groups": "/groups",
    "companies": "/companies",
    "offers": "/outreach/offers",
    "mentors": "/mentors",
    "reach": "/outreach/reach",
}
BETWEEN = "/more"


def measure(_folder: Path) -> dict[str, float]:
    """`list_…_ms` of each, and of the slowest."""
    with World() as world:
        founder = world.found()
        worker = world.bring_in(founder, "Sofie", WORKER)
        world.bring_in(founder, "Maja", MENTOR)
        founder.sync()
        worker.sync()
        fill(worker.ports, CONTACTS)
        run(open_files(worker.ports, known_as(worker.ports, "Maja"), PAIRS))
        a_year_in_each(worker.ports)
        around_the_files(worker.ports)
        while let_go(worker.ports):  # who never said yes and was met too long ago, as on any other day
            pass
        worker.sync()
        rows = worker.store.journal.how_many()
        stay()
        took = asyncio.run(_walk(worker))
    return {
        **{f"list_{name}_ms": ms for name, ms in took.items()},
        "list_slowest_ms": max(took.values()),
        "list_rows": rows,
    }


async def _walk(phone: Phone) -> dict[str, float]:
    took: dict[str, list[float]] = {name: [] for name in LISTS}
    async with Screen(lambda page: begin(page, phone.ports)) as screen:
        glass = Glass(screen)
        for turn in range(TIMES + 1):
            for name, path in LISTS.items():
                await screen.go(BETWEEN)
                await glass.settled(time.perf_counter())
                began = time.perf_counter()
                screen.page.navigate(path)
                drawn = await glass.settled(began)
                assert drawn > began, path
                if turn:  # the first time its code is read
                    took[name].append((drawn - began) * 1000)
    return {name: statistics.median(each) for name, each in took.items()}
