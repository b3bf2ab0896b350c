"""A worker's phone in Chromium while her area grows: its memory, opening 10,000 rows, saving in a 10 MB journal."""

from __future__ import annotations

import contextlib
import statistics
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.bench_page import bench_page
from tests.bench.office import Office
from tests.bench.starts import median_s, start, typed
from tests.bench.wishes import granted, wish
from tests.e2e.browser import Phone, phones
from tests.e2e.chromium import processes_of
from tests.e2e.person import PIN, Person

FEW, MANY, TEN_MB = 2_000, 10_000, 12_500
SAVES = 200
STARTS = 3
SETTLED_MS = 5_000
AWAKE_MS = 2_500
"""After the page says that Python has started: by then the app listens for the PIN."""
JOURNAL_BYTES = """(async () => {
  const profiles = await (await navigator.storage.getDirectory()).getDirectoryHandle("profiles");
  let bytes = 0;
  for await (const one of profiles.values()) bytes += (await (await one.getFileHandle("journal.db")).getFile()).size;
  return bytes;
})()"""


def measure(folder: Path) -> dict[str, float]:
    """One profile throughout, on a page that has the door for the bench and is else the real one."""
    with Office(folder / "office", bench_page()) as office, phones() as new_phone:
        office.grow(FEW)
        phone = new_phone(folder / "phone")
        worker = office.let_in(phone)
        phone.close()
        numbers = memory(office, phone)
        grown(office, worker, MANY)
        numbers |= opening(office, phone)
        grown(office, worker, TEN_MB)
        return numbers | saving(office, phone)


def grown(office: Office, worker: Person, rows: int) -> None:
    """The area has so many contacts, and so has her phone; then the hub is gone again."""
    office.hub.start()
    office.grow(rows)
    worker.phone.start().open(office.hub.url, semantics=False).pin(PIN)
    office.fetched(worker)
    worker.synced()
    worker.phone.close()
    office.hub.kill()


def memory(office: Office, phone: Phone) -> dict[str, float]:
    """PSS of the renderer some seconds after Today is there, and once garbage had time to go."""
    office.hub.kill()
    found: list[tuple[float, float]] = []

    def look() -> None:
        phone.page.wait_for_timeout(SETTLED_MS)
        soon = pss_mb(phone.profile)
        phone.page.wait_for_timeout(3 * SETTLED_MS)
        found.append((soon, pss_mb(phone.profile)))

    for _ in range(STARTS):
        start(phone, office.hub.url, [typed()], ["unlocked", "from-snapshot"], then=look)
    soon, later = (statistics.median(each) for each in zip(*found, strict=True))
    return {"renderer_mb": soon, "renderer_later_mb": later}


def pss_mb(profile: Path) -> float:
    """The greatest of the browser's renderers: the one with the app."""
    shares = [0]
    for pid in processes_of(profile):
        with contextlib.suppress(OSError):  # it ended meanwhile
            if b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes():
                lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
                shares += [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
    return max(shares) * 1024 / 1e6


def opening(office: Office, phone: Phone) -> dict[str, float]:
    """From the PIN, given to a Python that waits for it, to all rows readable; and to Today on the screen."""
    scripts = [typed("from-snapshot", AWAKE_MS)]
    marks = [start(phone, office.hub.url, scripts, ["unlocked", "from-snapshot"]) for _ in range(STARTS)]
    return {
        "unlock_10k_browser_s": median_s(marks, "pin-right", "pin-given"),
        "unlock_10k_today_s": median_s(marks, "unlocked", "pin-given"),
    }


def saving(office: Office, phone: Phone) -> dict[str, float]:
    """What the door in the worker says: ms for each contact sealed, committed and flushed."""
    found: dict[str, float] = {}

    def listen() -> None:
        found["journal_browser_mb"] = _bytes(phone.page) / 1e6
        took = sorted(granted(phone))
        found["save_browser_ms"] = statistics.median(took)
        found["save_browser_p95_ms"] = took[int(len(took) * 0.95)]

    start(phone, office.hub.url, [wish(f"save {SAVES}"), typed()], ["unlocked"], then=listen)
    return found


def _bytes(page: Page) -> int:
    return int(page.evaluate(JOURNAL_BYTES))
