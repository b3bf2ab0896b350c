"""Random histories of leaving, losing, forgetting and coming back, on bad lines: nothing kept is lost or leaks.

`BB_SEEDS` = how many histories (8 if left out); `python -m tests.histories` runs thousands.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.histories.run import Runner

SEEDS = int(os.environ.get("BB_SEEDS", "8"))


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with Runner() as runner:
        yield runner


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_kept_is_lost_and_nothing_leaks(runner: Runner, seed: int) -> None:
    runner.run(seed)
