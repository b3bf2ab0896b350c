"""Zips whose bytes depend on their content alone: sorted names, one date, no owner."""

from __future__ import annotations

import zipfile
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_zip(target: Path, folder: Path) -> None:
    """Every file below `folder`, deflated."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                whole.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
