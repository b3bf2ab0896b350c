"""python -m build.pwa [hello]: the app as a page into build/out/pwa, or a bare stock Flet page into build/out/hello.

Nothing is built again whose inputs have not changed. `--version` and `--out` make a second version, to test upgrades.
"""

from __future__ import annotations

import argparse
import fcntl
import shutil
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from build.decks.compile import compiled_once
from build.decks.word_list import word_list_once
from build.pwa.fonts import icons_used
from build.pwa.hello import build_hello
from build.pwa.page import build_page
from build.pwa.places import ASSETS, CACHE, LOCKS, OUT, ROOT, WEB, client
from build.pwa.stamps import hash_of, is_fresh, mark_fresh, mark_stale


def own_version() -> str:
    """As pyproject.toml says."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def make_page(out: Path, version: str, app: Path | None = None) -> bool:
    """Builds the page unless it is there already; True when it was built."""
    compiled_once()
    word_list_once()
    own = [
        ROOT / "locales",
        *([app, ROOT / "app" / "platform", ROOT / "app" / "i18n"] if app else [ROOT / "app", ROOT / "sync"]),
    ]
    makers = [
        ROOT / "build" / "pwa",
        ROOT / "build" / "decks",
        ROOT / "build" / "stage.py",
        ROOT / "build" / "words.py",
    ]
    drawn = " ".join(sorted(icons_used()))
    inputs = hash_of(version, *own, *makers, WEB, ASSETS, LOCKS / "web.txt", client() / "version.json", drawn)
    return _make(out, inputs, lambda folder: build_page(folder, version, app))


def make_hello(out: Path) -> bool:
    """Builds the yardstick unless it is there already; True when it was built."""
    inputs = hash_of(ROOT / "build" / "pwa" / "hello.py", LOCKS / "web.txt")
    return _make(out, inputs, build_hello)


def _make(out: Path, inputs: str, build: Callable[[Path], object]) -> bool:
    """One builder at a time; what is served from `out` stays whole until the new one takes its place."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "building").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if is_fresh(out, inputs):
            return False
        beside, old = (out.with_name(f"{out.name}.{word}") for word in ("new", "old"))
        build(beside)
        mark_stale(out)
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        beside.rename(out)
        mark_fresh(out, inputs)
        shutil.rmtree(old, ignore_errors=True)
    return True


def main() -> None:
    """The door of the build."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("what", nargs="?", choices=["app", "hello"], default="app")
    ask.add_argument("--version", default=own_version(), help="what the app calls itself")
    ask.add_argument("--out", type=Path, help="the folder to make")
    ask.add_argument("--app", type=Path, help="a folder with another app/main.py (tests)")
    said = ask.parse_args()
    began = time.monotonic()
    out = (said.out or OUT / ("hello" if said.what == "hello" else "pwa")).resolve()
    built = make_hello(out) if said.what == "hello" else make_page(out, said.version, said.app)
    print(f"{out}: {f'built in {time.monotonic() - began:.0f} s' if built else 'as it was'}")


if __name__ == "__main__":
    main()
