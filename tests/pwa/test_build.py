"""What the build promises of its files: always the same bytes, nothing from elsewhere, nothing missing or too big."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest

from app.i18n import LANGUAGES
from build.pwa.__main__ import make_page, own_version
from build.pwa.client import ONLY
from build.pwa.fonts import fallback_paths, glyph, icons_used
from build.pwa.page import build_page
from build.pwa.places import OUT, client
from sync.hub.pages import PACKINGS
from tests.bench.measure_sizes import sent
from tests.pwa.conftest import TINY

FIRST_LOAD_MB = 21
OWN_CODE_KB = 400


def packed_copy(name: str) -> bool:
    return name.endswith(tuple(PACKINGS.values()))


@pytest.fixture(scope="session")
def page() -> Path:
    make_page(OUT / "pwa", own_version())
    return OUT / "pwa"


def test_two_builds_of_one_tree_are_the_same_bytes(tiny: Path, tmp_path: Path) -> None:
    build_page(tmp_path / "again", "1.0.0", TINY)

    assert hashes(tmp_path / "again") == hashes(tiny)


def test_the_hash_that_the_app_shows_covers_every_file(page: Path) -> None:
    release = json.loads((page / "release.json").read_text())
    lines = sorted(
        f"{path} {found}\n".replace("/index.html ", "/ ")
        for path, found in hashes(page).items()
        if not packed_copy(path) and path not in {"/sw.js", "/release.json"}
    )

    assert hashlib.sha256("".join(lines).encode()).hexdigest() == release["hash"]


def test_the_service_worker_knows_the_right_hash_of_every_file_it_keeps(page: Path) -> None:
    listed = dict(re.findall(r'"(/[^"]*)": ?"([0-9a-f]{64})"', (page / "sw.js").read_text()))
    there = {path.replace("/index.html", "/"): found for path, found in hashes(page).items()}

    assert {path: there.get(path) for path in listed} == listed
    assert {"/", "/boot.js", "/python-worker.js", "/python/app.zip", "/release.json", *ONLY} <= set(listed)


def test_the_scanner_is_kept_for_days_without_a_network_and_weighs_nothing_at_the_start(page: Path) -> None:
    assert '"/scan.mjs"' in (page / "sw.js").read_text()
    assert "getUserMedia" in (page / "scan.mjs").read_text()
    assert "getUserMedia" not in (page / "boot.js").read_text()
    assert "scan.mjs" not in (page / "index.html").read_text()


def test_packed_copies_are_the_same_files(page: Path) -> None:
    unpack = {".gz": gzip.decompress, ".br": brotli.decompress}
    packed = [path for path in sorted(page.rglob("*")) if packed_copy(path.name)]

    assert {page / "main.dart.wasm.gz", page / "main.dart.wasm.br"} <= set(packed)
    for copy in packed:
        assert unpack[copy.suffix](copy.read_bytes()) == copy.with_suffix("").read_bytes(), copy


def test_no_script_or_style_stands_in_the_page_itself_and_rive_is_gone(page: Path) -> None:
    text = (page / "index.html").read_text()

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|\bon\w+=|https?://", text) == []
    assert not [name for name in ("main.dart.js", "main.dart.wasm") if b"rive-app" in (page / name).read_bytes()]


def test_every_icon_of_our_code_and_every_script_of_our_people_has_its_font(page: Path) -> None:
    from fontTools.ttLib import TTFont

    drawn = len(TTFont(page / "assets/fonts/MaterialIcons-Regular.otf").getBestCmap())
    assert drawn == len({glyph(name) for name in icons_used()}) + 1  # and the space
    for path in fallback_paths():
        if not path.endswith(".11.woff2"):  # the engine names a slice that Noto Color Emoji does not fill
            assert (page / "assets/fonts" / path).stat().st_size > 1_000, path


def test_every_language_of_the_app_has_its_catalogue_and_the_pages_words(page: Path) -> None:
    import zipfile

    inside = zipfile.ZipFile(page / "python/app.zip").namelist()
    words = (page / "boot.js").read_text()
    for language in LANGUAGES:
        assert language.code == "en" or f"app/i18n/compiled/{language.code}.mo" in inside
        assert re.search(rf"\b{language.code}: ?\{{|\"{language.code}\": ?\{{", words), language.code
    assert not [name for name in inside if name.startswith("sync/hub") or name.endswith((".py", "native.pyc"))]


def test_the_first_load_and_a_change_of_our_code_stay_small(page: Path) -> None:
    left_out = {path for path, renderer in ONLY.items() if renderer == "canvaskit"} | {"/assets/NOTICES"}
    first = sent(page, (path for path in hashes(page) if not packed_copy(path) and path not in left_out))
    own = sent(page, ("python/app.zip", "release.json", "sw.js"))

    assert first / 1e6 <= FIRST_LOAD_MB
    assert own / 1e3 <= OWN_CODE_KB


def test_the_packaged_client_still_has_what_we_change_in_it() -> None:
    """Flet and Pyodide stay pinned: their private parts that we use are looked for here, in words."""
    pyodide = (client() / "pyodide/pyodide.mjs").read_text() + (client() / "pyodide/pyodide.asm.mjs").read_text()

    assert [name for name in ("createPyodideModule", "_makeSnapshot", "_loadSnapshot") if name not in pyodide] == []


def hashes(folder: Path) -> dict[str, str]:
    return {
        f"/{path.relative_to(folder).as_posix()}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
