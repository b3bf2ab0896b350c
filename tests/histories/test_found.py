"""Histories that failed once, each for what stands beside it."""

from __future__ import annotations

import pytest

from tests.histories.run import Runner


@pytest.mark.parametrize(
    "seed",
    [
        267,  # a copy had gone on under its own key when the old one, under which the other wrote, was closed
        2210,  # what a copy had said under the shared key was taken for seen, and hidden
        50335,  # a hub that was put back sent rows to a phone that was shut out and had erased everything
    ],
)
def test_a_history_that_failed_once_goes_well(seed: int) -> None:
    with Runner() as runner:
        runner.run(seed, erases=False)
