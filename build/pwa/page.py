"""Builds the page of the app: everything that a phone is given, in one folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from app.domain.app_names import APP_NAMES
from app.domain.text_sizes import TEXT_SIZES
from app.i18n import LANGUAGES
from app.keys.pictures import PICTURES
from app.views.kit.numbers import NUMBERS
from build.decks.compile import compiled_once
from build.decks.source import DECKS
from build.decks.word_list import word_list_once
from build.pwa.client import copy_client
from build.pwa.credits import write_credits
from build.pwa.drawings import write_drawings
from build.pwa.fonts import copy_fonts
from build.pwa.languages import languages_of, write_languages
from build.pwa.manifests import write_manifests
from build.pwa.places import ASSETS, CACHE, WEB
from build.pwa.release import seal_release
from build.pwa.scripts import bundle, bundle_ciphers, bundle_scanner
from build.pwa.stamps import hash_of
from build.pwa.words import write_words
from build.pwa.zips import write_zip
from build.stage import staged_app, staged_libraries

OWN_PARTS = {
    "sync": "sync",
    "views": "app/views",
    "letter": "app/views/letter",
    "practice": "app/views/practice",
    "words": "app/i18n/compiled",
}
"""Packages that travel in a zip of their own, for an update fetches whole zips; the rest of our code is in app.zip.
One that lies in another comes after it.
"""

NUMBERS_SHOWN = [[number, picture] for number, (picture, _) in NUMBERS.items()]

NAMES_SHOWN = [[key, name] for key, name in APP_NAMES.items()]

PERCENT = {size: f"{times:.0%}" for size, (times, _) in TEXT_SIZES.items() if size}


def build_page(out: Path, version: str, app: Path | None = None) -> str:
    """Makes `out` anew with this version and our code (or another app, found in the folder `app`); gives the hash."""
    shutil.rmtree(out, ignore_errors=True)
    copy_client(out)
    copy_fonts(out)
    natives = write_libraries(out)
    write_scripts(out, natives, write_own_code(out, app))
    for name in ("index.html", "shell.css"):
        shutil.copyfile(WEB / name, out / name)
    shutil.copytree(ASSETS / "icons", out / "icons", ignore=shutil.ignore_patterns("*.py"))
    shutil.copytree(ASSETS / "pictures", out / "pictures")
    write_drawings(out)
    write_credits(out)
    write_decks(out)
    write_spelling(out)
    shutil.copytree(ASSETS / "words", out / "words", ignore=shutil.ignore_patterns("LICENCE*"))
    write_manifests(out)
    return seal_release(out, version)


def write_decks(out: Path) -> None:
    """decks/: the packs and their index."""
    compiled_once()
    shutil.copytree(DECKS, out / "decks", ignore=lambda _folder, names: [n for n in names if not n.endswith(".json")])


def write_spelling(out: Path) -> None:
    """spelling/: the list of Danish words, and whose work it is."""
    (out / "spelling").mkdir()
    shutil.copyfile(word_list_once(), out / "spelling" / "da.txt")
    shutil.copyfile(ASSETS / "words" / "LICENCE.txt", out / "spelling" / "credits.txt")


def write_libraries(out: Path) -> list[list[str]]:
    """Their zips and the native modules beside them: [[module, path in the file system of Python, address]]."""
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
    write_languages(out, apart / "babel" / "locale-data")
    write_zip(out / "python" / "babel.zip", apart, stored=True)
    write_zip(out / "python" / "libraries.zip", bare)
    return natives


def write_own_code(out: Path, app: Path | None) -> dict[str, str]:
    """Its zips below python/: {name of the zip: the package that it adds to, "" for one at the top}."""
    whole = staged_app(app)
    there = {name: package for name, package in OWN_PARTS.items() if (whole / package).is_dir()}
    for name, package in reversed(there.items()):  # what lies in another one leaves it first
        part = CACHE / "parts" / name
        shutil.rmtree(part, ignore_errors=True)
        (part / package).parent.mkdir(parents=True)
        shutil.move(whole / package, part / package)
        write_zip(out / "python" / f"{name}.zip", part, stored=True)
    write_zip(out / "python" / "app.zip", whole, stored=True)
    return {"app": "", **{name: ".".join(Path(package).parent.parts) for name, package in there.items()}}


def write_scripts(out: Path, natives: list[list[str]], own: dict[str, str]) -> None:
    """boot.js, python-worker.js, the scanner, the ciphers. A snapshot is good until something in it changes."""
    write_words(CACHE / "page-words.json")
    ingredients: list[str | bytes | Path] = [
        out / "pyodide",
        out / "python" / "libraries.zip",
        out / "python" / "babel.zip",
        *(out / "python" / f"{name}.zip" for name in own),
        WEB / "worker",
        json.dumps(natives),
    ]
    ingredients += [out / native[2][1:] for native in natives]
    snapshot = hash_of(*ingredients)[:16]
    bundle(
        WEB / "page" / "boot.mjs",
        out / "boot.js",
        form="iife",
        SNAPSHOT_VERSION=snapshot,
        PICTURES=PICTURES,
        NUMBERS=NUMBERS_SHOWN,
        RIGHT_TO_LEFT=[each.code for each in LANGUAGES if each.rtl],
        NAMES=NAMES_SHOWN,
        TEXT_SIZES=PERCENT,
    )
    worker = WEB / "worker" / "python-worker.mjs"
    constants = {"SNAPSHOT_VERSION": snapshot, "NATIVES": natives, "OWN": own, "LANGUAGES": languages_of(out)}
    bundle(worker, out / "python-worker.js", form="esm", **constants)
    bundle_scanner(out)
    bundle_ciphers(out)
