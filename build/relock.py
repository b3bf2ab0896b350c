"""Writes build/locks/ anew from pyproject.toml: versions and hashes for every platform, and no registry's name.

Needs `uv`: on the PATH, or in a throw-away environment that this makes. Versions that are locked stay as they are
unless --upgrade is given.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "hub": ["pyproject.toml", "--extra", "postgres", "--group", "build"],
    "dev": ["pyproject.toml", "--extra", "postgres", "--group", "app", "--group", "build", "--group", "dev"],
    "anki": ["build/locks/anki.in"],
}
QUIET = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]


def main() -> None:
    """One lock per use: `hub` is what a server installs, `dev` is everything, `anki` a peer of `make bench`."""
    asked = argparse.ArgumentParser(prog="python -m build.relock", description=__doc__)
    asked.add_argument("--upgrade", action="store_true", help="take the newest versions")
    upgrade = ["--upgrade"] if asked.parse_args().upgrade else []
    with tempfile.TemporaryDirectory() as scratch:
        uv = shutil.which("uv") or uv_in(Path(scratch))
        for name, of in LOCKS.items():
            lock = ROOT / "build" / "locks" / f"{name}.txt"
            universal = ["--universal", "--python-version", "3.11", "--generate-hashes"]
            command = [
                uv,
                "pip",
                "compile",
                *of,
                *universal,
                *QUIET,
                *upgrade,
                "--output-file",
                str(lock),
            ]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            print(f"{lock.relative_to(ROOT)}: {lock.read_text().count('==')} packages")


def uv_in(folder: Path) -> str:
    """The path of a uv installed into this folder."""
    subprocess.run([sys.executable, "-m", "venv", str(folder / "uv")], check=True)
    subprocess.run([str(folder / "uv/bin/pip"), "install", "--quiet", "uv"], check=True)
    return str(folder / "uv/bin/uv")


if __name__ == "__main__":
    main()
