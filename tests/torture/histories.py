"""Random histories of an organisation, judged by the oracle of tests/histories: people, copies, forks, restores."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

from tests.histories.__main__ import pieces, play
from tests.torture.tally import Tally

SHORT, LONG = 300, 20_000  # seeds
JOBS = 2


def torture(seeds: int) -> Tally:
    """Seeds 0, 1, …; each that fails is said with its number and can be played alone."""
    tally = Tally(runs=seeds)
    with ProcessPoolExecutor(JOBS) as pool:
        for failed in pool.map(play, pieces(0, seeds, JOBS)):
            for seed, why in failed:
                named = why.startswith("AssertionError")
                tally.lost += named
                tally.crashes += not named
                tally.say(f"seed {seed}: {why}")
    return tally
