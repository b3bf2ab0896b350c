"""What the build promises of its files: always the same bytes, nothing from elsewhere, nothing missing or too big."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest

from app.exercises.spelling import Spelling
from app.i18n.catalogue import TEXTS
from app.i18n.languages import OFFERED
from app.views.kit.numbers import NUMBERS
from app.views.more.credits import HEADS
from app.views.plan_words import ANSWERS, GOALS, PLACE_PICTURES, STEPS, WHO
from build.pwa.__main__ import make_page, own_version
from build.pwa.client import ONLY
from build.pwa.drawings import PACKAGE, chosen, on_the_face
from build.pwa.fonts import fallback_paths, glyph, icons_used
from build.pwa.page import OWN_PARTS, build_page
from build.pwa.places import LOCKS, OUT, ROOT, WEB, client
from build.pwa.release import CHOSEN, LATER, NOT_KEPT
from build.words import translations
from sync.hub.pages import PACKINGS
from tests.bench.measure_sizes import sent
from tests.pwa.conftest import TINY

FIRST_LOAD_MB = 21
OWN_CODE_KB = 400


def packed_copy(name: str) -> bool:
    return name.endswith(tuple(PACKINGS.values()))


def own_zips(page: Path) -> list[Path]:
    return [page / "python" / f"{name}.zip" for name in ("app", *OWN_PARTS)]


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
    assert {
        "/",
        "/boot.js",
        "/python-worker.js",
        "/python/app.zip",
        "/python/views.zip",
        "/release.json",
        *ONLY,
    } <= set(listed)


def test_the_scanner_is_kept_for_days_without_a_network_and_weighs_nothing_at_the_start(page: Path) -> None:
    assert '"/scan.mjs"' in (page / "sw.js").read_text()
    assert "facingMode" in (page / "scan.mjs").read_text()
    assert "facingMode" not in (page / "boot.js").read_text()
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

    inside = [name for part in own_zips(page) for name in zipfile.ZipFile(part).namelist()]
    words = (page / "boot.js").read_text()
    for language in OFFERED:
        if language.with_code:
            assert language.code == "en" or f"app/i18n/compiled/{language.code}.mo" in inside
        elif language.code in dict(translations()):
            assert TEXTS in zipfile.ZipFile(page / "languages" / f"{language.code}.zip").namelist()
        assert re.search(rf"\b{language.code}: ?\{{|\"{language.code}\": ?\{{", words), language.code
    assert not [name for name in inside if name.startswith("sync/hub") or name.endswith((".py", "native.pyc"))]


def test_every_picture_that_is_named_is_there_with_who_drew_it_and_all_are_small(page: Path) -> None:
    code = "".join(source.read_text() for source in sorted((ROOT / "app" / "views").rglob("*.py")))
    said = {picture for words in (STEPS, GOALS, WHO, ANSWERS, NUMBERS) for picture, _ in words.values()}
    said |= {*PLACE_PICTURES.values(), *re.findall(r'picture="([a-z-]+)"', code)}

    assert said - on_the_face() == set()
    drawn = [page / "drawings" / f"{name}.svg" for name in on_the_face()]
    assert all(b"<script" not in path.read_bytes() and b"href=" not in path.read_bytes() for path in drawn)
    assert sent(page, (f"drawings/{path.name}" for path in drawn)) <= 100_000
    licences = (page / "licences.txt").read_text("utf-8")
    assert all(f"{ours}: {theirs}" in licences for ours, theirs in chosen().items())


def test_all_whose_work_travels_are_named_with_their_licence(page: Path) -> None:
    thanks, licences = ((page / name).read_text("utf-8") for name in ("credits.txt", "licences.txt"))

    locked = re.findall(r"^([a-z-]+)==", (LOCKS / "web.txt").read_text(), re.MULTILINE)
    shipped = json.loads((WEB / "package.json").read_text())["dependencies"]
    for name in (*locked, *shipped, PACKAGE):
        said = re.escape(name).replace("\\-", "[-_]")
        assert re.search(rf"^{said}\b.* · \w", thanks, re.MULTILINE | re.IGNORECASE), name
    assert [block.partition("\n")[0] for block in thanks.strip().split("\n\n")] == list(HEADS)
    assert "Permission is hereby granted" not in thanks  # a line for each; the texts are in the other file
    assert licences.count("Permission is hereby granted") > 5
    assert licences.count("SIL Open Font License") >= len([name for name in shipped if "font" in name])


def test_the_first_load_and_a_change_of_our_code_stay_small(page: Path) -> None:
    """What changes in one of our packages is fetched with the zip that the package travels in, not with all of them."""
    left_out = {path for path, renderer in ONLY.items() if renderer == "canvaskit"} | NOT_KEPT
    left_out |= {path for path in hashes(page) if LATER.fullmatch(path) or CHOSEN.fullmatch(path)}
    first = sent(page, (path for path in hashes(page) if not packed_copy(path) and path not in left_out))

    assert first / 1e6 <= FIRST_LOAD_MB
    for part in own_zips(page):
        assert sent(page, (part.relative_to(page).as_posix(), "release.json", "sw.js")) / 1e3 <= OWN_CODE_KB, part


def test_the_packs_of_words_come_after_the_first_screen_with_their_drawings_and_each_is_small(page: Path) -> None:
    worker = (page / "sw.js").read_text()
    decks = json.loads((page / "decks" / "index.json").read_text())["decks"]

    assert len(decks) == 8
    for deck in decks:
        address = f"/decks/{deck['file']}"
        assert LATER.fullmatch(address)
        assert f'"{address}":"{deck["sha256"]}"' in worker.replace(": ", ":")
        assert hashlib.sha256((page / address[1:]).read_bytes()).hexdigest() == deck["sha256"]
        assert sent(page, [address[1:]]) <= 100_000, address
        assert (page / "drawings" / f"{deck['picture']}.svg").exists()
    assert '"/decks/index.json"' in worker


def test_the_list_of_words_comes_when_a_screen_asks_and_says_whose_work_it_is(page: Path) -> None:
    assert CHOSEN.fullmatch("/spelling/da.txt")
    assert '"/spelling/da.txt"' in (page / "sw.js").read_text()
    assert sent(page, ["spelling/da.txt"]) <= 700_000
    assert Spelling((page / "spelling" / "da.txt").read_bytes()).unknown("en skraldespand") == []
    assert "MPL 1.1" in (page / "spelling" / "credits.txt").read_text()


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
