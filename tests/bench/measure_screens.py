"""The lists of a worker in Chromium: 10,000 contacts, 500 files with a year in each. From the tap to the list drawn."""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.bench.bench_page import bench_page
from tests.bench.full_files import PAIRS, a_year_in_each
from tests.bench.many_files import known_as, open_files
from tests.bench.measure_native import CONTACTS
from tests.bench.office import Office
from tests.e2e.browser import phones
from tests.e2e.person import Person

TIMES = 5
QUIET_MS = 400
"""So long nothing changes: then it is drawn."""
WATCH = """(() => {
  globalThis.tapped = globalThis.drawn = 0;
  addEventListener("click", () => { globalThis.tapped = globalThis.drawn = performance.now(); }, true);
  const changed = () => { globalThis.drawn = performance.now(); };
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(changed).observe(document.querySelector("flt-semantics-host"), everything);
})()"""
"""Flutter changes the tree that a screen reader reads with the frame that shows the same."""
TOOK = f"performance.now() - drawn > {QUIET_MS} ? drawn - tapped : -1"
TABS = ("People", "Meetings", "Today")
BEHIND_MORE = ("Files", "Outreach", "Groups", "Mentors")


def measure(folder: Path) -> dict[str, float]:
    """`screen_..._ms` of each, and of the slowest; the median of five, warm."""
    with Office(folder / "office", bench_page()) as office, phones() as new_phone:
        office.grow(CONTACTS)
        worker = office.let_in(new_phone(folder / "phone"))
        office.coordinate(lambda ports: open_files(ports, known_as(ports, "Sofie"), PAIRS, every=1, shared=PAIRS))
        office.write(a_year_in_each)
        worker.again().synced(patience_s=900)
        worker.to("More").tap("Files").phone.sees(worker.t.many("All %(num)d", "All %(num)d", PAIRS), patience_s=900)
        worker.again().synced(patience_s=900)
        took = _walk(worker)
    return {**{f"screen_{name.lower()}_ms": ms for name, ms in took.items()}, "screen_slowest_ms": max(took.values())}


def _walk(worker: Person) -> dict[str, float]:
    worker.phone.ask(WATCH)
    took: dict[str, list[float]] = {name: [] for name in (*TABS, *BEHIND_MORE)}
    for turn in range(TIMES + 1):
        for name in TABS:
            took[name].append(tapped(worker, "tab", name))
        for name in BEHIND_MORE:
            tapped(worker, "tab", "More")
            took[name].append(tapped(worker, "button", name))
            tapped(worker, "button", "Back")
        if not turn:  # the first time its code is read
            took = {name: [] for name in took}
    return {name: statistics.median(each) for name, each in took.items()}


def tapped(worker: Person, role: str, name: str) -> float:
    """Ms from that tap to the last change on the screen; `WATCH` must be there."""
    worker.phone.tap(role, worker.t(name), exact=role != "tab")
    worker.phone.until(f"({TOOK}) >= 0", "a screen that is drawn")
    return float(worker.phone.ask(TOOK))
