"""A step is done again only when something it reads has changed: its inputs' hash lies beside its result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def hash_of(*parts: str | bytes | Path) -> str:
    """SHA-256 over texts, bytes, files and whole folders, in the order given; folders by path."""
    whole = hashlib.sha256()
    for part in parts:
        for name, content in _pieces(part):
            whole.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _pieces(part: str | bytes | Path) -> Iterable[tuple[str, bytes]]:
    if isinstance(part, str):
        yield "text", part.encode()
    elif isinstance(part, bytes):
        yield "bytes", part
    elif part.is_dir():
        for path in files_in(part):
            yield path.relative_to(part).as_posix(), path.read_bytes()
    else:
        yield part.name, part.read_bytes()


def files_in(folder: Path) -> list[Path]:
    """Every file below `folder` that is not made by Python's cache or npm, sorted."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts) and path.suffix != ".pyc"
    )


def is_fresh(result: Path, inputs: str) -> bool:
    """True when `result` was made from inputs with this hash."""
    stamp = _stamp(result)
    return result.exists() and stamp.exists() and stamp.read_text() == inputs


def mark_fresh(result: Path, inputs: str) -> None:
    """To be called when `result` is whole."""
    _stamp(result).write_text(inputs)


def mark_stale(result: Path) -> None:
    """To be called before `result` is touched."""
    _stamp(result).unlink(missing_ok=True)


def _stamp(result: Path) -> Path:
    return result.with_name(result.name + ".stamp")
