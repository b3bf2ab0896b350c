"""`make torture`: every kind of violence against real phones and real hubs, and what came of it.

`python -m tests.torture [--short | --long] [--only name …]`; writes build/out/torture.json.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import NamedTuple

from tests.architecture.tree import ROOT
from tests.torture import (
    clocks,
    crashing,
    cutting,
    dawdling,
    filling,
    flipping,
    fuzzing,
    histories,
    killing,
    malforming,
    postgres_dying,
    thousand,
)
from tests.torture.tally import Tally

OUT = ROOT / "build" / "out" / "torture.json"
JOBS = 2


class Piece(NamedTuple):
    """One kind of violence, and how often each form does it."""

    torture: Callable[[int], Tally]
    short: int
    long: int


ALONE = ("histories",)  # they take all processors themselves
PIECES: dict[str, Piece] = {
    "histories": Piece(histories.torture, histories.SHORT, histories.LONG),
    "flipping": Piece(flipping.torture, flipping.SHORT, flipping.LONG),
    "thousand": Piece(thousand.torture, thousand.SHORT, thousand.LONG),
    "killing": Piece(killing.torture, killing.SHORT, killing.LONG),
    "cutting": Piece(cutting.torture, cutting.SHORT, cutting.LONG),
    "malforming": Piece(malforming.torture, malforming.SHORT, malforming.LONG),
    "fuzzing": Piece(fuzzing.torture, fuzzing.SHORT, fuzzing.LONG),
    "postgres dying": Piece(postgres_dying.torture, postgres_dying.SHORT, postgres_dying.LONG),
    "crashing": Piece(crashing.torture, crashing.SHORT, crashing.LONG),
    "filling": Piece(filling.torture, filling.SHORT, filling.LONG),
    "dawdling": Piece(dawdling.torture, dawdling.SHORT, dawdling.LONG),
    "clocks": Piece(clocks.torture, clocks.SHORT, clocks.LONG),
}


def done(name: str, count: int) -> tuple[Tally, float]:
    """That piece, so often, and the seconds it took; what breaks it is a crash."""
    begun, tally = time.perf_counter(), Tally()
    with tally.watching(name):
        tally += PIECES[name].torture(count)
    return tally, time.perf_counter() - begun


def told(name: str, tally: Tally, seconds: float) -> None:
    """A line of the table, and what there is to say under it."""
    print(f"{name:15}" + "".join(f"{number:>14,}" for number in tally.numbers.values()) + f"{seconds:>8.0f} s")
    for words in tally.said:
        print(f"{'':17}{words}")
    sys.stdout.flush()


def run(names: list[str], *, long: bool) -> Tally:
    """All of these, two at a time, told as they end."""
    counts = {name: PIECES[name].long if long else PIECES[name].short for name in names}
    total = Tally()
    print(f"{'':15}" + "".join(f"{name:>14}" for name in total.numbers))
    for name in (one for one in names if one in ALONE):
        tally, seconds = done(name, counts[name])
        told(name, tally, seconds)
        total += tally
    with ProcessPoolExecutor(JOBS) as pool:
        running: dict[str, Future[tuple[Tally, float]]] = {
            name: pool.submit(done, name, counts[name]) for name in names if name not in ALONE
        }
        for name, future in running.items():
            tally, seconds = future.result()
            told(name, tally, seconds)
            total += tally
    return total


def main() -> int:
    """1 when anything was lost, leaked, not noticed, or broke."""
    asked = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    form = asked.add_mutually_exclusive_group()
    form.add_argument("--short", action="store_true", help="some minutes; the default")
    form.add_argument("--long", action="store_true", help="an hour and more")
    asked.add_argument("--only", nargs="+", choices=PIECES, default=list(PIECES), help="these pieces")
    given = asked.parse_args()
    begun = time.perf_counter()
    total = run(given.only, long=given.long)
    total.said.clear()
    told("all", total, time.perf_counter() - begun)
    if given.only == list(PIECES):
        OUT.parent.mkdir(parents=True, exist_ok=True)
        OUT.write_text(json.dumps(total.numbers, indent=2) + "\n")
    return 1 if total.bad else 0


if __name__ == "__main__":
    sys.exit(main())
