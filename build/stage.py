"""Lays out Python for the browser: the libraries in one folder, our own code in another, both compiled."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

from build.pwa.places import CACHE, ROOT, WEB, client, node
from build.pwa.stamps import files_in, hash_of, is_fresh, mark_fresh, mark_stale
from build.pwa.trim import trim
from build.pwa.wheels import LOCK, unpacked_wheels
from build.words import compile_into

RECIPE = ROOT / "build" / "pwa" / "trim.py"
OURS = ("app", "sync")
PRELUDE = WEB / "worker" / "prelude.py"


def compile_with_pyodide(*folders: Path, bare: bool = False) -> None:
    """Every .py in `folders` becomes a .pyc of Pyodide's own Python; what `bare` leaves out: build/web/compiling.py."""
    how = ["--bare"] if bare else []
    script = [str(WEB / "compile.mjs"), str(client() / "pyodide"), *how, *map(str, folders)]
    subprocess.run([str(node()), *script], check=True, cwd=WEB)


def staged_libraries() -> tuple[Path, Path]:
    """Two folders: the packages and the standard library, both trimmed; native modules (.so) lie in the first."""
    libraries, standard = CACHE / "libraries", CACHE / "standard"
    archive = client() / "pyodide" / "python_stdlib.zip"
    inputs = hash_of(LOCK, RECIPE, WEB / "compile.mjs", WEB / "compiling.py", PRELUDE, Path(__file__), archive)
    if not is_fresh(libraries, inputs):
        mark_stale(libraries)
        for old in (libraries, standard):
            shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(unpacked_wheels(), libraries)
        zipfile.ZipFile(archive).extractall(standard)
        trim(libraries, standard)
        shutil.copyfile(PRELUDE, libraries / PRELUDE.name)
        compile_with_pyodide(libraries, standard)
        mark_fresh(libraries, inputs)
    return libraries, standard


def staged_app(other: Path | None = None) -> Path:
    """Our own code as it travels: no hub, no other platform, compiled, with catalogues.

    `other` is a folder with another app/main.py, for tests: of ours it gets the platform alone.
    """
    folder = CACHE / "own"
    shutil.rmtree(folder, ignore_errors=True)
    sources = [(ROOT, path) for part in OURS for path in files_in(ROOT / part)] if other is None else []
    if other is not None:
        sources = [(ROOT, path) for path in [ROOT / "app" / "__init__.py", *files_in(ROOT / "app" / "platform")]]
        sources += [(other, path) for path in files_in(other)]
    for root, source in sources:
        if travels(source.relative_to(root)):
            target = folder / source.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    if other is None:
        compile_into(folder / "app" / "i18n" / "compiled")
    compile_with_pyodide(folder, bare=True)
    return folder


def travels(path: Path) -> bool:
    """Whether a source file, named from the root of the tree, belongs on a phone."""
    left_out = ("sync/hub/", "app/platform/native.py", "app/keys/native.py")
    return not path.as_posix().startswith(left_out) and path.suffix in {".py", ".json", ".mo", ".csv", ".txt"}
