"""Makes a folder of files a release: its hash, the list for the service worker, gzipped copies for the hub."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from build.pwa.client import ONLY
from build.pwa.places import WEB
from build.pwa.scripts import bundle

PACKED_ALREADY = {".woff2", ".png", ".gz", ".jpg"}
NOT_KEPT = {"/assets/NOTICES"}
"""Served, but not kept on the phone."""


def seal_release(out: Path, version: str) -> str:
    """Writes release.json, sw.js and the .gz copies; gives the hash over all files, which the app shows."""
    files = hashes(out)
    whole = hashlib.sha256("".join(f"{path} {found}\n" for path, found in sorted(files.items())).encode()).hexdigest()
    (out / "release.json").write_text(json.dumps({"version": version, "hash": whole}))
    kept = {path: found for path, found in hashes(out).items() if path not in NOT_KEPT}
    only = {path: renderer for path, renderer in ONLY.items() if path in kept}
    bundle(WEB / "sw.mjs", out / "sw.js", form="iife", VERSION=f"{version}-{whole[:12]}", FILES=kept, ONLY=only)
    for path in sorted(out.rglob("*")):
        if path.is_file() and path.suffix not in PACKED_ALREADY:
            content = path.read_bytes()
            packed = gzip.compress(content, 9, mtime=0)
            if len(packed) < 0.95 * len(content):
                path.with_name(path.name + ".gz").write_bytes(packed)
    return whole


def hashes(out: Path) -> dict[str, str]:
    """{address: sha256}; index.html goes by "/"."""
    return {
        "/" if path.name == "index.html" else f"/{path.relative_to(out).as_posix()}": hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }
