"""Builds the page of the app: everything that a phone is given, in one folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from app.keys.pictures import PICTURES
from build.pwa.client import copy_client
from build.pwa.fonts import copy_fonts
from build.pwa.places import ASSETS, CACHE, WEB
from build.pwa.release import seal_release
from build.pwa.scripts import bundle, bundle_ciphers, bundle_scanner
from build.pwa.stamps import hash_of
from build.pwa.words import write_words
from build.pwa.zips import write_zip
from build.stage import staged_app, staged_libraries

MANIFEST = {
    "name": "Brobygger", "short_name": "Brobygger", "id": "/", "start_url": "/", "scope": "/", "display": "standalone",
    "background_color": "#FFFBF6", "theme_color": "#0F6B5C", "dir": "auto", "categories": ["productivity", "social"],
    "icons": [
        {"src": "icons/icon-192.png", "sizes": "192x192", "type": "image/png"},
        {"src": "icons/icon-512.png", "sizes": "512x512", "type": "image/png"},
        {"src": "icons/icon-maskable-192.png", "sizes": "192x192", "type": "image/png", "purpose": "maskable"},
        {"src": "icons/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        {"src": "icons/bridge.svg", "sizes": "any", "type": "image/svg+xml"},
    ],
}  # fmt: skip


def build_page(out: Path, version: str, app: Path | None = None) -> str:
    """Makes `out` anew with this version and our code (or another app, found in the folder `app`); gives the hash."""
    shutil.rmtree(out, ignore_errors=True)
    copy_client(out)
    copy_fonts(out)
    natives = write_python(out, version, app)
    write_scripts(out, natives)
    for name in ("index.html", "shell.css"):
        shutil.copyfile(WEB / name, out / name)
    shutil.copytree(ASSETS / "icons", out / "icons", ignore=shutil.ignore_patterns("*.py"))
    shutil.copytree(ASSETS / "pictures", out / "pictures")
    shutil.copytree(ASSETS / "words", out / "words", ignore=shutil.ignore_patterns("LICENCE*"))
    (out / "manifest.webmanifest").write_text(json.dumps(MANIFEST))
    return seal_release(out, version)


def write_python(out: Path, version: str, app: Path | None) -> list[list[str]]:
    """The zips below python/ and the native modules beside them: [[module, path in Python's file system, address]]."""
    libraries, standard = staged_libraries()
    write_zip(out / "pyodide" / "python_stdlib.zip", standard)
    natives = []
    bare = CACHE / "bare"
    shutil.rmtree(bare, ignore_errors=True)
    shutil.copytree(libraries, bare)
    for library in sorted(bare.rglob("*.so")):
        module = ".".join([*library.relative_to(bare).parent.parts, library.name.split(".")[0]])
        address = f"/python/{module}.wasm"
        (out / "python").mkdir(exist_ok=True)
        shutil.move(library, out / address[1:])
        natives.append([module, f"/native/{module}.so", address])
    apart = CACHE / "apart"
    shutil.rmtree(apart, ignore_errors=True)
    apart.mkdir()
    shutil.move(bare / "babel", apart / "babel")  # it reads its locales as files, which a zip cannot give
    write_zip(out / "python" / "babel.zip", apart, stored=True)
    write_zip(out / "python" / "libraries.zip", bare)
    write_zip(out / "python" / "app.zip", staged_app(version, app), stored=True)
    return natives


def write_scripts(out: Path, natives: list[list[str]]) -> None:
    """boot.js, python-worker.js, the scanner, the ciphers. A snapshot is good until something in it changes."""
    write_words(CACHE / "page-words.json")
    ingredients: list[str | bytes | Path] = [
        out / "pyodide",
        out / "python" / "libraries.zip",
        out / "python" / "babel.zip",
        out / "python" / "app.zip",
        WEB / "worker",
        json.dumps(natives),
    ]
    ingredients += [out / native[2][1:] for native in natives]
    snapshot = hash_of(*ingredients)[:16]
    bundle(WEB / "page" / "boot.mjs", out / "boot.js", form="iife", SNAPSHOT_VERSION=snapshot, PICTURES=PICTURES)
    worker = WEB / "worker" / "python-worker.mjs"
    bundle(worker, out / "python-worker.js", form="esm", SNAPSHOT_VERSION=snapshot, NATIVES=natives)
    bundle_scanner(out)
    bundle_ciphers(out)
