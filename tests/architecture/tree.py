"""The files of this repository, as git would commit them now."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return tuple(sorted({ROOT / name for name in listed if name and (ROOT / name).is_file()}))


def python_files(*folders: str) -> list[Path]:
    """The Python files below these folders of the repository."""
    return [file for file in files() if file.suffix == ".py" and file.relative_to(ROOT).parts[0] in folders]


def named(file: Path) -> str:
    """How a person names the file."""
    return file.relative_to(ROOT).as_posix()
