"""A worker's phone in Chromium fetches two thousand rows that she has not seen, from a real hub over loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.bench_page import bench_page
from tests.bench.office import Office
from tests.bench.starts import start, typed
from tests.bench.wishes import granted, wish
from tests.e2e.browser import phones

BEFORE, COME = 5, 2_000


def measure(folder: Path) -> dict[str, float]:
    """The hub is away until she is in, so that nothing has come before the clock runs."""
    with Office(folder / "office", bench_page()) as office, phones() as new_phone:
        office.grow(BEFORE)
        phone = new_phone(folder / "phone")
        office.let_in(phone)
        phone.close()
        office.grow(BEFORE + COME)
        office.hub.kill()
        said: list[dict[str, Any]] = []

        def pull() -> None:
            office.hub.start()
            said.append(granted(phone))

        start(phone, office.hub.url, [wish("pull"), typed()], ["unlocked"], then=pull)
        assert (said[0]["before"], said[0]["after"]) == (BEFORE, BEFORE + COME), said
        return {"pull_2000_browser_s": said[0]["s"]}
