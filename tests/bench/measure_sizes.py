"""What a phone has to fetch: all of it at the first visit, and what an update brings when only our own code changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build.pwa.__main__ import make_page, own_version
from build.pwa.client import ONLY
from build.pwa.places import OUT
from build.pwa.release import CHOSEN, NOT_KEPT, hashes
from sync.hub.pages import PACKINGS
from tests.bench.bench_page import own_code

RENDERER = "skwasm"  # what a phone with Blink takes


def measure(folder: Path) -> dict[str, float]:
    """Bytes as the hub sends them: the packed copy where there is one."""
    page = OUT / "pwa"
    make_page(page, own_version())
    files = wanted(page)
    changed = wanted(after_an_update(folder))
    return {
        "first_load_mb": sent(page, files) / 1e6,
        "first_load_files": len(files),
        "update_own_code_kb": sent(folder / "page", (path for path in changed if changed[path] != files.get(path)))
        / 1e3,
        **{f"language_{path.stem}_kb": sent(page, [f"languages/{path.name}"]) / 1e3 for path in chosen(page)},
    }


def chosen(page: Path) -> list[Path]:
    """The languages that are fetched by who chooses them."""
    return sorted((page / "languages").glob("*.zip"))


def after_an_update(folder: Path) -> Path:
    """The page once more, with one line of our own code changed and a version of its own."""
    code = own_code(folder / "code")
    changed = code / "app" / "domain" / "text.py"
    changed.write_text(changed.read_text() + '\n\nPROOF_OF_UPDATE = "another line"\n')
    make_page(folder / "page", f"{own_version()}.1", code)
    return folder / "page"


def wanted(page: Path) -> dict[str, str]:
    """{address: hash} of what the service worker keeps on such a phone, and the worker itself."""
    return {
        path: found
        for path, found in hashes(page).items()
        if path not in NOT_KEPT and not CHOSEN.fullmatch(path) and ONLY.get(path, RENDERER) == RENDERER
    }


def sent(page: Path, addresses: Iterable[str]) -> int:
    """Bytes on the wire for these, without headers."""
    total = 0
    for address in addresses:
        file = page / (address.lstrip("/") or "index.html")
        copies = [file.with_name(file.name + ending) for ending in ("", *PACKINGS.values())]
        total += min(copy.stat().st_size for copy in copies if copy.exists())
    return total
