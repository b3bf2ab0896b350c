"""How the app stands on a home screen: under our name, or a neutral one that was chosen before it was put there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any  # Any: what a manifest holds

from app.domain.app_names import APP_NAMES, OURS

LOOK = {
    "scope": "/",
    "display": "standalone",
    "background_color": "#FFFBF6",
    "dir": "auto",
}


def write_manifests(out: Path) -> None:
    """manifest.webmanifest, and one for each neutral name; an installed app keeps its own by its id."""
    (out / "manifest.webmanifest").write_text(json.dumps(_ours()))
    for key in APP_NAMES:
        if key != OURS:
            (out / f"manifest-{key}.webmanifest").write_text(json.dumps(_neutral(key)))


def only_to_install(path: str) -> bool:
    """Is that file read once, when the app is put on a home screen under a neutral name? It is not kept on phones."""
    keys = [key for key in APP_NAMES if key != OURS]
    return any(path == f"/manifest-{key}.webmanifest" or path.startswith(f"/icons/{key}-") for key in keys)


def _ours() -> dict[str, Any]:
    name = APP_NAMES[OURS]
    return {
        "name": name,
        "short_name": name,
        "id": "/",
        "start_url": "/",
        **LOOK,
        "theme_color": "#0F6B5C",
        "categories": ["productivity", "social"],
        "icons": [
            *(_icon(f"icons/icon-{size}.png", size) for size in (192, 512)),
            *(_icon(f"icons/icon-maskable-{size}.png", size, purpose="maskable") for size in (192, 512)),
            {"src": "icons/bridge.svg", "sizes": "any", "type": "image/svg+xml"},
        ],
    }


def _neutral(key: str) -> dict[str, Any]:
    """Nothing in it but a name, a picture and where it starts."""
    start = f"/?as={key}"
    return {
        "name": APP_NAMES[key],
        "short_name": APP_NAMES[key],
        "id": start,
        "start_url": start,
        **LOOK,
        "theme_color": LOOK["background_color"],
        "icons": [
            *(_icon(f"icons/{key}-icon-{size}.png", size) for size in (192, 512)),
            _icon(f"icons/{key}-icon-maskable-512.png", 512, purpose="maskable"),
        ],
    }


def _icon(src: str, size: int, **also: str) -> dict[str, str]:
    return {"src": src, "sizes": f"{size}x{size}", "type": "image/png", **also}
