"""The packages of Python in the browser: wheels pinned by version and hash, unpacked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from build.pwa.places import CACHE, LOCKS
from build.pwa.stamps import hash_of, is_fresh, mark_fresh, mark_stale

LOCK = LOCKS / "web.txt"
FOR_PYODIDE = [
    "--only-binary=:all:", "--implementation", "cp", "--python-version", "3.14",
    "--abi", "cp314", "--abi", "abi3", "--abi", "none", "--platform", "pyemscripten_2026_0_wasm32",
]  # fmt: skip


def unpacked_wheels() -> Path:
    """A folder with every locked package as its wheel has it; fetched from PyPI the first time only."""
    folder = CACHE / "packages"
    inputs = hash_of(LOCK)
    if not is_fresh(folder, inputs):
        mark_stale(folder)
        wheels = CACHE / "wheels"
        for old in (folder, wheels):
            shutil.rmtree(old, ignore_errors=True)
        fetch(wheels)
        for wheel in sorted(wheels.glob("*.whl")):
            zipfile.ZipFile(wheel).extractall(folder)
        mark_fresh(folder, inputs)
    return folder


def fetch(folder: Path) -> None:
    """Pip downloads what the lock names and refuses anything with another hash."""
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", "-r", str(LOCK), "-d", str(folder), *FOR_PYODIDE],
        check=True,
    )  # fmt: skip
