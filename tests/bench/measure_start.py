"""Every start of the app against a stock Flet hello from the same packages: new processes, one profile, no server.

In one run and in turn, so that a machine that is busy for a while is so for all of them.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from build.pwa.__main__ import make_hello, make_page, own_version
from build.pwa.places import OUT
from tests.bench.office import Office, installed
from tests.bench.slowly import slowed
from tests.bench.starts import HELLO, PAINTED, Marks, median_s, snapshots, start, typed
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub

ROWS = 1_000
ROUNDS, SLOW_ROUNDS, SLOWER = 5, 3, 4
LOOP_MS = """(() => {
  const began = performance.now();
  let sum = 0;
  for (let i = 0; i < 2e8; i++) sum += i % 7;
  return sum && performance.now() - began;
})()"""
SNAPSHOT_VERSION = "JSON.parse(localStorage.getItem('snapshot')).version"


def measure(folder: Path) -> dict[str, float]:
    """The ratios, the seconds they are made of, and `slowed_times`: what a loop in the page says of the slowing."""
    page, hello = OUT / "pwa", OUT / "hello"
    make_page(page, own_version())
    make_hello(hello)
    office, stock = Office(folder / "office", page), RunningHub(folder / "stock", hello)
    with office, stock, phones(ours=False) as new_phone:
        office.grow(ROWS)
        phone, bare = new_phone(folder / "phone"), new_phone(folder / "bare")
        office.let_in(phone)
        version = str(phone.ask(SNAPSHOT_VERSION))
        bare.open(stock.url, semantics=False)
        installed(bare)
        phone.close()
        bare.close()
        office.hub.kill()
        stock.kill()
        starts = Starts(phone, office.hub.url, bare, stock.url, version)
        return starts.compared() | starts.slow()


class Starts:
    """A phone with the app and one with the hello; nobody serves either."""

    def __init__(self, phone: Phone, url: str, bare: Phone, bare_url: str, version: str) -> None:
        self.phone, self.url, self.bare, self.bare_url, self.version = phone, url, bare, bare_url, version

    def hello(self) -> Marks:
        return start(self.bare, self.bare_url, [HELLO], ["hello-drawn"])

    def app(self, *, snapshot: bool = True, times: int = 1) -> Marks:
        """To Today, with the PIN typed as soon as the lock takes it."""
        scripts = [snapshots(self.version, used=snapshot), PAINTED, typed()]
        awaited = ["lock-painted", "unlocked", "from-snapshot" if snapshot else "from-scratch"]
        return start(self.phone, self.url, scripts, awaited, times=times)

    def compared(self) -> dict[str, float]:
        """Medians of `ROUNDS`, after one round that nobody counts."""
        rounds = [(self.hello(), self.app(), self.app(snapshot=False)) for _ in range(ROUNDS + 1)][1:]
        hellos, apps, bares = ([each[which] for each in rounds] for which in range(3))
        hello, lock = median_s(hellos, "hello-drawn"), median_s(apps, "lock-painted")
        today, without = median_s(apps, "unlocked"), median_s(bares, "unlocked")
        return {
            "start_hello_s": hello,
            "start_lock_s": lock,
            "start_today_s": today,
            "start_nosnapshot_s": without,
            "start_lock_ratio": lock / hello,
            "start_today_ratio": today / hello,
            "start_nosnapshot_ratio": without / hello,
        }

    def slow(self) -> dict[str, float]:
        """The whole browser slowed `SLOWER` times."""
        slow = [self.app(times=SLOWER) for _ in range(SLOW_ROUNDS)]
        return {
            "start_slow_lock_s": median_s(slow, "lock-painted"),
            "start_slow_today_s": median_s(slow, "unlocked"),
            "slowed_times": self.slowing(),
        }

    def slowing(self) -> float:
        """How much longer a loop takes in a page that is slowed."""
        self.bare.start()
        try:
            ratios = []
            for _ in range(ROUNDS):
                freely = self.bare.ask(LOOP_MS)
                with slowed(self.bare.profile, SLOWER) as by:
                    ratios.append(float(self.bare.ask(LOOP_MS) / freely))
            print(f"bench: slowed by {by}", file=sys.stderr)
            return statistics.median(ratios)
        finally:
            self.bare.close()
