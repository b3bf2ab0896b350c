"""Flutter's compiled client and Pyodide's core, copied and put right for a page that runs no script but our files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from build.pwa.places import client

COPIED = [
    "main.dart.js", "main.dart.mjs", "main.dart.wasm", "version.json",
    "canvaskit/canvaskit.js", "canvaskit/canvaskit.wasm", "canvaskit/skwasm.js", "canvaskit/skwasm.wasm",
    "assets/AssetManifest.bin", "assets/AssetManifest.bin.json", "assets/NOTICES",
    "assets/fonts/roboto.woff2", "assets/shaders/ink_sparkle.frag", "assets/shaders/stretch_effect.frag",
    "pyodide/pyodide.asm.mjs", "pyodide/pyodide.asm.wasm", "pyodide/pyodide.mjs",
]  # fmt: skip
ONLY = {
    "/main.dart.js": "canvaskit", "/canvaskit/canvaskit.js": "canvaskit", "/canvaskit/canvaskit.wasm": "canvaskit",
    "/main.dart.mjs": "skwasm", "/main.dart.wasm": "skwasm", "/canvaskit/skwasm.js": "skwasm",
    "/canvaskit/skwasm.wasm": "skwasm", "/canvaskit/skwasm.ww.js": "skwasm",
}  # fmt: skip
"""What only one of Flutter's two renderers reads."""

CHOSEN = {"canvasKitVariant": '"full"', "forceSingleThreadedSkwasm": "flet.oneThread"}
"""What the loader is told beyond what Flet tells it."""

TELLS = 'addEventListener("error", ({ message }) => new BroadcastChannel("drawing").postMessage(message));\n'
"""Skwasm's thread says when it ends (build/web/page/drawing.mjs)."""

RIVE = b"https://cdn.jsdelivr.net/npm/@rive-app/flutter-native-wasm@44.0.0/"
NO_RIVE = b"/absent/".ljust(len(RIVE), b"\0").replace(b"\0\0", b"./")
# Flet's client loads this at every start and waits for what it promises; nobody here draws with it.
RIVE_STANDS_STILL = "globalThis.RiveNative = () => new Promise(() => {});\n"


def copy_client(out: Path) -> None:
    """Into `out`: the client for both renderers and Pyodide without its standard library."""
    for name in COPIED:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(client() / name, target)
    without_rive(out)
    with_worker_in_a_file(out)


def without_rive(out: Path) -> None:
    """The one request to another host becomes one to a file of ours, at an address as long, so the wasm stays valid."""
    for name in ("main.dart.js", "main.dart.wasm"):
        content = (out / name).read_bytes()
        if content.count(RIVE) != 1:
            raise SystemExit(f"{name} asks for rive in another way than Flet 1.0.5 did")
        (out / name).write_bytes(content.replace(RIVE, NO_RIVE))
    for folder in ("wasm", "wasm_compatibility"):
        script = out / "absent" / folder / "rive_native.js"
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(RIVE_STANDS_STILL)


def with_worker_in_a_file(out: Path) -> None:
    """The loader: no service worker of its own, skwasm's thread from a file and no blob, one variant of canvaskit."""
    loader = (client() / "flutter_bootstrap.js").read_text()
    loader = _once(r"\n\s*serviceWorkerSettings:\s*\{.*?\},", "", loader)
    thread = re.search(
        r"URL\.createObjectURL\(new Blob\(\[`(.*?)`\],\{type:\"application/javascript\"\}\)\)", loader, re.DOTALL
    )
    if thread is None:
        raise SystemExit("flutter_bootstrap.js starts skwasm's thread in another way than Flet 1.0.5 did")
    (out / "canvaskit" / "skwasm.ww.js").write_text(f"{thread[1].strip()}\n{TELLS}")
    loader = loader.replace(thread[0], '"/canvaskit/skwasm.ww.js"')
    chosen = "".join(f",\n    {name}: {value}" for name, value in CHOSEN.items())
    loader = _once(r"assetBase: flet\.assetBase\n", f"assetBase: flet.assetBase{chosen}\n", loader)
    loader = _once(r"\n//# sourceMappingURL=\S+", "", loader)
    (out / "flutter_bootstrap.js").write_text(loader)


def _once(pattern: str, replacement: str, text: str) -> str:
    text, count = re.subn(pattern, lambda _: replacement, text, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"flutter_bootstrap.js has {count} times: {pattern}")
    return text
