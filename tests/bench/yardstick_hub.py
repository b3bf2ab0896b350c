"""The yardstick's hub: our real one over real HTTP, with an organisation that two workers can join.

usage: python tests/bench/yardstick_hub.py PORT DATABASE_FILE

A new file is filled first (`yardstick_office`, a process of its own); one that is there is served as it is.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(port: str, database: Path) -> int:
    """Serves until a signal stops it; listens only when the invitations are there."""
    if not database.exists():
        subprocess.run([sys.executable, "-m", "tests.bench.yardstick_office", database], check=True, cwd=ROOT)
    from sync.hub.serve import main as brobygger_hub

    return brobygger_hub(["serve", "--data", str(database), "--port", port])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve()))
