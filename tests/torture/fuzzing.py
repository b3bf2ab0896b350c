"""Inputs that atheris bends by what they reached in `sync`, for what phones read and for what a hub is asked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.architecture.tree import ROOT
from tests.torture.tally import Tally

SHORT, LONG = 100_000, 5_000_000  # a half each
SIDES = ("phones", "hub")
PATIENCE_S = 3600


def torture(count: int) -> Tally:
    """A process for each side: the engine ends it when it is done, or when one input takes its memory."""
    total = Tally()
    for side in SIDES:
        with total.watching(f"fuzzing {side}"):
            total += fuzzed(side, count // len(SIDES))
    return total


def fuzzed(side: str, runs: int) -> Tally:
    """What came of so many inputs."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        command = [sys.executable, "-m", "tests.torture.fuzzed", side, folder, str(runs)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        told = Path(folder) / "said.json"
        numbers, said = json.loads(told.read_text()) if told.exists() else ({}, [])
        tally = Tally(**numbers, said=said)
        if done.returncode or tally.runs < runs:
            tally.crashes += 1
            tally.say(
                f"{side}: the engine ended after {tally.runs:,} runs with {done.returncode}: {done.stderr[-300:]}"
            )
        reached = re.findall(r"cov: (\d+)", done.stderr)
        tally.say(f"{tally.runs:,} inputs for {side}; {reached[-1] if reached else 'no'} branches reached")
        return tally
