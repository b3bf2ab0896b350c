"""What Python in the browser never runs, and so does not carry."""

from __future__ import annotations

import shutil
from pathlib import Path

LANGUAGES = {
    "root", "en", "en_GB", "da", "da_DK", "ar", "ar_001", "fa", "fa_IR", "ur", "ur_PK", "uk", "uk_UA", "ti", "ti_ER",
    "so", "so_SO", "tr", "tr_TR", "pl", "pl_PL", "am", "ta", "ta_LK",
}  # fmt: skip
UNUSED = [
    "*.dist-info", "bin", "**/*.pyi", "**/*.pyx", "**/*.pxd", "**/*.c", "**/*.h", "**/py.typed", "**/tests",
    "annotated_types/test_cases.py",
    "babel/messages", "babel/localtime/_win32.py",
    "charset_normalizer/cli", "charset_normalizer/__main__.py",
    "flet/testing", "flet/auth", "flet/fastapi", "flet/security", "flet/controls/material/icons.pyi",
    "flet/controls/cupertino/cupertino_icons.pyi",
    "httpx/_main.py",
    "pydantic/v1", "pydantic/mypy.py", "pydantic/_hypothesis_plugin.py",
    "sqlalchemy/testing", "sqlalchemy/ext/mypy", "sqlalchemy/connectors",
    "sqlalchemy/dialects/mysql", "sqlalchemy/dialects/oracle", "sqlalchemy/dialects/mssql",
    "sqlalchemy/dialects/postgresql",
]  # fmt: skip
KEPT_DIST_INFO: set[str] = set()


def trim(folder: Path) -> None:
    """Takes what is unused out of the unpacked packages in `folder`."""
    for pattern in UNUSED:
        for path in sorted(folder.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
    for locale in (folder / "babel" / "locale-data").glob("*.dat"):
        if locale.stem not in LANGUAGES:
            locale.unlink()
