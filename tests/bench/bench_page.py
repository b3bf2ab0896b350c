"""Our own code in a folder of its own, to be changed and built into a page; and the page with a door for the bench."""

from __future__ import annotations

import shutil
from pathlib import Path

from build.pwa.__main__ import make_page, own_version
from build.pwa.places import CACHE, OUT, ROOT
from build.words import compile_into

DOOR = """

from tests.bench.worker_door import watched  # noqa: E402

begin = watched(begin)
"""
TRAVELS = ("many_files.py", "people.py", "worker_door.py")


def bench_page() -> Path:
    """The folder of the page; built only when something it is made of changed."""
    code = own_code(CACHE / "bench-code")
    main = code / "app" / "main.py"
    main.write_text(main.read_text() + DOOR)
    package = code / "tests" / "bench"
    package.mkdir(parents=True)
    for folder in (package.parent, package):
        (folder / "__init__.py").touch()
    for name in TRAVELS:
        shutil.copyfile(Path(__file__).with_name(name), package / name)
    make_page(OUT / "bench", f"{own_version()}.bench", code)
    return OUT / "bench"


def own_code(folder: Path) -> Path:
    """Makes `folder` anew: app and sync as they are now, catalogues compiled."""
    shutil.rmtree(folder, ignore_errors=True)
    for package in ("app", "sync"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    compile_into(folder / "app" / "i18n" / "compiled")
    return folder
