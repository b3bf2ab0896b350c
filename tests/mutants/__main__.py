"""`make mutants`: every planted bug in a copy of the tree, and the one test that must find it."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.architecture.tree import files, named
from tests.mutants.in_the_hub import IN_THE_HUB
from tests.mutants.on_the_phone import ON_THE_PHONE
from tests.mutants.planted import Planted

COPIED = ("app", "sync", "build", "tests", "locales", "assets", "pyproject.toml")
PYTEST = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header"]
FAILED = 1  # pytest's word for «a test failed»; any other number means that it could not say
PATIENCE_S = 300


def copy_tree(into: Path) -> None:
    """What the tests need, as it lies here now."""
    for file in files():
        if named(file).split("/")[0] in COPIED:
            place = into / named(file)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)


def tested(tree: Path, tests: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """What pytest says of these."""
    return subprocess.run(
        [*PYTEST, *tests],
        cwd=tree,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)},
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


def caught(tree: Path, bug: Planted) -> bool:
    """Whether its test fails with the bug in that tree, which is whole again afterwards."""
    file = tree / bug.file
    whole = file.read_text()
    assert whole.count(bug.found) == 1, bug.name
    file.write_text(whole.replace(bug.found, bug.instead))
    try:
        compile(file.read_text(), bug.file, "exec")
        return tested(tree, [bug.test]).returncode == FAILED
    finally:
        file.write_text(whole)


def main() -> int:
    """0 when every test passes without the bugs and each finds its own."""
    asked = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    asked.add_argument("--only", default="", help="bugs with this in their name")
    only = asked.parse_args().only
    bugs = [bug for bug in IN_THE_HUB + ON_THE_PHONE if only in bug.name]
    with TemporaryDirectory() as folder:
        tree = Path(folder).resolve()
        copy_tree(tree)
        before = tested(tree, dict.fromkeys(bug.test for bug in bugs))
        if before.returncode:
            print(f"without any bug:\n{before.stdout}{before.stderr}")
            return 1
        missed = 0
        for bug in bugs:
            found = caught(tree, bug)
            missed += not found
            print(f"{'caught' if found else 'MISSED':8}{bug.name:62}{bug.test}", flush=True)
    print(f"\nplanted {len(bugs)}\ncaught {len(bugs) - missed}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
