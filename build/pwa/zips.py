"""Zips whose bytes depend on their content alone: sorted names, one date, no owner."""

from __future__ import annotations

import zipfile
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_zip(target: Path, folder: Path, *, stored: bool = False) -> None:
    """Every file below `folder`; deflated, or stored where the whole is gzipped on its way (which packs better)."""
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as whole:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
                entry.external_attr = 0o100644 << 16
                whole.writestr(entry, path.read_bytes(), how, 9)
