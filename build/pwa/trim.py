"""What Python in the browser never runs, and so does not carry."""

from __future__ import annotations

import shutil
from pathlib import Path

LANGUAGES = {
    "root", "en", "en_001", "en_GB", "da", "da_DK", "ar", "ar_001", "tr", "so", "fa", "uk", "ti", "ku", "ur",
}  # fmt: skip
UNUSED = [
    "*.dist-info", "bin", "**/*.pyi", "**/*.pyx", "**/*.pxd", "**/*.c", "**/*.h", "**/py.typed", "**/tests",
    "annotated_types/test_cases.py",
    "babel/messages", "babel/localtime/_win32.py",
    "charset_normalizer/cli", "charset_normalizer/__main__.py",
    "flet/testing", "flet/auth", "flet/fastapi", "flet/security", "flet/controls/material/icons.pyi",
    "flet/controls/cupertino/cupertino_icons.pyi",
    "fsrs/optimizer.py",
    "httpx/_main.py",
    "pydantic/v1", "pydantic/mypy.py", "pydantic/_hypothesis_plugin.py",
    "sqlalchemy/testing", "sqlalchemy/ext/mypy",
    "sqlalchemy/dialects/mysql", "sqlalchemy/dialects/oracle", "sqlalchemy/dialects/mssql",
    "sqlalchemy/dialects/postgresql", "sqlmodel/.agents", "flet/canvas/__pycache__",
]  # fmt: skip
UNUSED_STANDARD = [
    "_pyrepl", "bdb.*", "cProfile.*", "doctest.*", "ensurepip", "idlelib", "imaplib.*", "lib2to3", "mailbox.*",
    "pdb.*", "pickletools.*", "plistlib.*", "poplib.*", "profile", "profile.*", "profiling", "pstats.*",
    "pydoc.*", "pydoc_data", "smtplib.*", "ftplib.*", "test", "timeit.*", "tkinter", "trace.*", "turtle.*",
    "turtledemo", "unittest", "venv", "webbrowser.*", "wsgiref", "xmlrpc", "xml/dom", "xml/etree", "xml/parsers",
    "zipapp.*", "sqlite3/__main__.*", "sqlite3/dump.*", "multiprocessing", "curses", "dbm", "nturl2path.*",
    "_aix_support.*", "_ios_support.*", "_android_support.*", "_apple_support.*", "_osx_support.*", "msilib",
]  # fmt: skip


def trim(libraries: Path, standard: Path) -> None:
    """Takes what is unused out of the unpacked packages and out of the standard library."""
    for folder, patterns in ((libraries, UNUSED), (standard, UNUSED_STANDARD)):
        for pattern in patterns:
            for path in sorted(folder.glob(pattern)):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
    for locale in (libraries / "babel" / "locale-data").glob("*.dat"):
        if locale.stem not in LANGUAGES:
            locale.unlink()
