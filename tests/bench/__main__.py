"""`make bench`: runs every tests/bench/measure_*.py, prints a table beside the bars, writes build/out/bench.json.

    python -m tests.bench                             all of them, one after the other
    python -m tests.bench --only native,first_load_mb the measures named, or those that give the numbers named;
                                                      other numbers stay as they were

A measure is a function `measure(folder) -> {name: number}`; the folder is empty, its own, and gone afterwards.
A name ends with its unit.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.bars import BARS

HERE = Path(__file__).resolve().parent
REPORT = HERE.parents[1] / "build" / "out" / "bench.json"
KNOWN = sorted(file.stem.removeprefix("measure_") for file in HERE.glob("measure_*.py"))


def main(only: Sequence[str]) -> int:
    """0 when every measure ran; a missed bar is said, not failed: the machine may be busy with something else."""
    numbers: dict[str, float] = json.loads(REPORT.read_text()) if only and REPORT.exists() else {}
    broken = []
    for name in measures(only):
        print(f"bench: {name} (load {os.getloadavg()[0]:.1f}) …", file=sys.stderr, flush=True)
        try:
            with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as folder:
                numbers |= importlib.import_module(f"tests.bench.measure_{name}").measure(Path(folder))
        except Exception:  # noqa: BLE001  # one that cannot run must not cost the others' numbers
            traceback.print_exc()
            broken.append(name)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(dict(sorted(numbers.items())), indent=1) + "\n")
    print("\n".join(table(numbers)))
    if broken:
        print(f"could not be measured: {', '.join(broken)}")
    return 1 if broken else 0


def measures(only: Sequence[str]) -> list[str]:
    """Which measures these names, of measures or of numbers, ask for; all without any. Refuses what nobody gives."""
    wanted = {BARS[name].by if name in BARS else name for name in only}
    if unknown := wanted - set(KNOWN):
        raise SystemExit(f"nobody measures {', '.join(sorted(unknown))}; there are {', '.join([*KNOWN, *BARS])}")
    return [name for name in KNOWN if name in wanted or not wanted]


def table(numbers: Mapping[str, float]) -> list[str]:
    """One line per bar, measured or not, then the numbers without one."""
    lines = [f"{'':26} {'measured':>10} {'at most':>8}"]
    for name, bar in BARS.items():
        number = numbers.get(name)
        shown = "-" if number is None else f"{number:.4g}"
        verdict = " " if number is None else "✓" if number <= bar.most else "✗"
        lines.append(f"{name:26} {shown:>10} {bar.most:>8g} {verdict} {bar.what}")
    return lines + [f"{name:26} {number:>10.4g}" for name, number in sorted(numbers.items()) if name not in BARS]


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description="Measures what people wait for and pay for.")
    ask.add_argument("--only", default="", help="measures or numbers, with commas between")
    sys.exit(main([name for name in ask.parse_args().only.split(",") if name]))
