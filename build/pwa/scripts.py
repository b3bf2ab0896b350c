"""Our JavaScript, bundled by esbuild: the page, the worker, the service worker, the ciphers."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from build.pwa.places import CACHE, WEB, node, npm
from build.pwa.stamps import hash_of, is_fresh, mark_fresh, mark_stale

TARGET = "es2022"


def node_modules() -> Path:
    """What the npm lock names, installed; no install scripts run."""
    folder = WEB / "node_modules"
    inputs = hash_of(WEB / "package-lock.json")
    done = CACHE / "node_modules"
    if not (folder.is_dir() and is_fresh(done, inputs)):
        mark_stale(done)
        CACHE.mkdir(parents=True, exist_ok=True)
        if not (folder / ".package-lock.json").exists() or not _same_lock(folder):
            subprocess.run(
                [*npm(), "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"], check=True, cwd=WEB
            )
        done.touch()
        mark_fresh(done, inputs)
    return folder


def _same_lock(folder: Path) -> bool:
    """Does npm's own note say so, and is each package there? A note may be shared by worktrees, what it names not."""
    wanted = json.loads((WEB / "package-lock.json").read_text())["packages"]
    there = json.loads((folder / ".package-lock.json").read_text())["packages"]
    return all(name in wanted and wanted[name]["version"] == found["version"] for name, found in there.items()) and all(
        name in there and (WEB / name).is_dir() for name, want in wanted.items() if name and not want.get("optional")
    )


def bundle(entry: Path, target: Path, *, form: str, **constants: object) -> None:
    """One file from `entry`; `form` is iife (a plain script) or esm; `constants` replace free names by JSON values."""
    target.parent.mkdir(parents=True, exist_ok=True)
    words = CACHE / "page-words.json"
    command = [
        str(node()), str(node_modules() / "esbuild" / "bin" / "esbuild"), str(entry), "--bundle", "--minify-whitespace",
        "--minify-syntax", "--charset=utf8", "--legal-comments=none", "--log-level=warning",
        f"--target={TARGET}", f"--format={form}", f"--outfile={target}",
        "--external:/ciphers.mjs", "--external:/scan.mjs",
        f"--alias:page-words={words}",
        *(f"--define:{name}={json.dumps(value)}" for name, value in constants.items()),
    ]  # fmt: skip
    subprocess.run(command, check=True, cwd=WEB)


def bundle_scanner(out: Path) -> None:
    """scan.mjs: the camera's sheet and the decoder of QR codes; the page reads it when somebody scans."""
    bundle(WEB / "scan" / "index.mjs", out / "scan.mjs", form="esm")


def bundle_ciphers(out: Path) -> None:
    """ciphers.mjs, and argon.js, the worker that it starts."""
    bundle(WEB / "ciphers" / "index.mjs", out / "ciphers.mjs", form="esm")
    bundle(WEB / "ciphers" / "argon.mjs", out / "argon.js", form="esm")
