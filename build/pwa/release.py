"""Makes a folder of files a release: its hash, the list for the service worker, packed copies for the hub."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import brotli

from build.pwa.client import ONLY
from build.pwa.manifests import only_to_install
from build.pwa.places import CACHE, WEB
from build.pwa.scripts import bundle
from sync.hub.pages import PACKINGS

PACKED_ALREADY = {".woff2", ".png", ".jpg", *PACKINGS.values()}
LARGE = 2_000_000
NOT_KEPT = {"/assets/NOTICES", "/licences.txt"}
"""Served, but not kept on the phone."""
CHOSEN = re.compile(r"/(languages|spelling)/.+")
"""Kept on the phone from when somebody chose it, or a screen asked for it (build/web/sw.mjs)."""

LATER = re.compile(r"/decks/.+\.[0-9a-f]{8}\.json")
"""Kept on the phone once the app runs, and no part of a first load; the hash is in the name."""


def seal_release(out: Path, version: str) -> str:
    """Writes release.json, sw.js and the .gz copies; gives the hash over all files, which the app shows."""
    files = hashes(out)
    whole = hashlib.sha256("".join(f"{path} {found}\n" for path, found in sorted(files.items())).encode()).hexdigest()
    (out / "release.json").write_text(json.dumps({"version": version, "hash": whole}))
    kept = {path: found for path, found in hashes(out).items() if path not in NOT_KEPT and not only_to_install(path)}
    only = {path: renderer for path, renderer in ONLY.items() if path in kept}
    later = {path: kept.pop(path) for path in list(kept) if LATER.fullmatch(path)}
    own = f"{version}-{whole[:12]}"
    bundle(WEB / "sw.mjs", out / "sw.js", form="iife", VERSION=own, FILES=kept, ONLY=only, LATER=later)
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.suffix not in PACKED_ALREADY:
            content = path.read_bytes()
            for how, ending in PACKINGS.items():
                packed = packed_once(content, how)
                if len(packed) < 0.95 * len(content):
                    path.with_name(path.name + ending).write_bytes(packed)
    return whole


def packed_once(content: bytes, how: str) -> bytes:
    """What was packed for an earlier release is not packed again: most files are the same in all of them."""
    kept = CACHE / "packed" / f"{hashlib.sha256(content).hexdigest()}{PACKINGS[how]}"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.with_suffix(".new").write_bytes(PACK[how](content))
        kept.with_suffix(".new").replace(kept)
    return kept.read_bytes()


def packed_well(content: bytes) -> bytes:
    """Brotli at its best, which looks back over the whole file; for what is large at nearly its best, for its time."""
    packed: bytes = brotli.compress(content, quality=11 if len(content) < LARGE else 9, lgwin=24)
    return packed


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


PACK: dict[str, Callable[[bytes], bytes]] = {"br": packed_well, "gzip": gzipped}


def hashes(out: Path) -> dict[str, str]:
    """{address: sha256}; index.html goes by "/"."""
    return {
        "/" if path.name == "index.html" else f"/{path.relative_to(out).as_posix()}": hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.suffix not in PACKINGS.values()
    }
