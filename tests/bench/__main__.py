"""`make bench`: runs every tests/bench/measure_*.py, prints a table beside the bars, writes build/out/bench.json.

    python -m tests.bench                  all of them, one after the other
    python -m tests.bench native sizes     only measure_native.py and measure_sizes.py; other numbers stay as they were

A measure is a function `measure(folder) -> {name: number}`; the folder is empty, its own, and gone afterwards.
A name ends with its unit.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import traceback
from collections.abc import Mapping
from pathlib import Path

from tests.bench.bars import BARS

HERE = Path(__file__).resolve().parent
REPORT = HERE.parents[1] / "build" / "out" / "bench.json"


def main(wanted: list[str]) -> int:
    """0 when every measure ran; a missed bar is said, not failed: the machine may be busy with something else."""
    known = sorted(file.stem.removeprefix("measure_") for file in HERE.glob("measure_*.py"))
    numbers: dict[str, float] = json.loads(REPORT.read_text()) if wanted and REPORT.exists() else {}
    broken = []
    for name in wanted or known:
        print(f"bench: {name} …", file=sys.stderr, flush=True)
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


def table(numbers: Mapping[str, float]) -> list[str]:
    """One line per bar, measured or not, then the numbers without one."""
    lines = [f"{'':24} {'measured':>10} {'at most':>8}"]
    for name, bar in BARS.items():
        number = numbers.get(name)
        shown = "-" if number is None else f"{number:.4g}"
        verdict = "MISSED" if number is not None and number > bar.most else ""
        lines.append(f"{name:24} {shown:>10} {bar.most:>8g} {verdict:6}  {bar.what}")
    lines += [f"{name:24} {number:>10.4g}" for name, number in sorted(numbers.items()) if name not in BARS]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
