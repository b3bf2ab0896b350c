"""`python -m tests.histories --seeds 20000 --from 0 --jobs 2`: many histories, and the seeds that failed."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from tests.histories.run import Runner

PIECE = 25  # seeds at a time


def play(seeds: range) -> list[tuple[int, str]]:
    """(seed, where and why) of each that failed."""
    failed = []
    with Runner() as runner:
        for seed in seeds:
            try:
                runner.run(seed)
            except Exception as fault:  # noqa: BLE001 - every kind of fault is a finding
                last = traceback.extract_tb(fault.__traceback__)[-1]
                why = " ".join(str(fault).split())[:300]
                failed.append((seed, f"{type(fault).__name__} at {last.filename}:{last.lineno} {why}"))
    return failed


def pieces(first: int, count: int, jobs: int) -> list[range]:
    """Fair shares, each large enough to be worth its beginnings."""
    size = max(PIECE, min(400, count // (4 * jobs)))
    return [range(at, min(at + size, first + count)) for at in range(first, first + count, size)]


def told(found: Iterable[list[tuple[int, str]]]) -> list[int]:
    """Prints failures as they come; returns their seeds."""
    seeds = []
    for failed in found:
        for seed, why in failed:
            print(f"seed {seed}: {why}", flush=True)
            seeds.append(seed)
    return seeds


def main() -> int:
    """0 when all went well."""
    asked = argparse.ArgumentParser(prog="python -m tests.histories", description=__doc__)
    asked.add_argument("--seeds", type=int, default=1000, help="how many")
    asked.add_argument("--from", type=int, default=0, dest="first", help="the first of them")
    asked.add_argument("--jobs", type=int, default=1, help="processes")
    given = asked.parse_args()
    begun = time.perf_counter()
    work = pieces(given.first, given.seeds, given.jobs)
    if given.jobs == 1:
        failed = told(map(play, work))
    else:
        with ProcessPoolExecutor(given.jobs) as pool:
            failed = told(pool.map(play, work))
    seconds = time.perf_counter() - begun
    print(f"histories {given.seeds}\nfailures {len(failed)} {failed}\nseconds {seconds:.0f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
