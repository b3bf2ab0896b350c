"""The arrows of the design are checked by import-linter; here we see that it would catch each kind of wrong one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.tree import ROOT

WRONG = {
    "app/records/planted.py": "import app.journeys",
    "app/planted/__init__.py": "",
    "app/storage/planted.py": "import cryptography, flet",
    "app/journeys/planted.py": "import js",
    "app/views/planted.py": "import sync.hub, sync.journal",
    "app/domain/planted.py": "import sqlite3, random",
    "app/exercises/planted.py": "import time",
    "sync/planted.py": "import app.domain",
}


def test_a_wrong_import_of_each_kind_is_caught(tmp_path: Path) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    for package in ("app", "sync"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, line in WRONG.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f'"""Planted."""\n\n{line}\n')

    said = linted(tmp_path)

    kept = [line for line in said.splitlines() if line.endswith("KEPT")]
    assert kept == [], said
    assert said.count("BROKEN") >= len(contracts), said


def test_the_arrows_hold(tmp_path: Path) -> None:
    assert "0 broken" in linted(ROOT)


def linted(folder: Path) -> str:
    """What import-linter says of the packages in this folder."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    run = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder)}, check=False, capture_output=True, text=True
    )
    return run.stdout + run.stderr
