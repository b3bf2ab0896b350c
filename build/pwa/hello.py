"""The yardstick: a bare Flet "hello" page as a stock build makes it, from the same packages; a worker keeps it all."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
from pathlib import Path

from flet.controls.types import RouteUrlStrategy, WebRenderer
from flet_web import (  # type: ignore[import-untyped]
    patch_font_manifest_json,
    patch_index_html,
    patch_manifest_json,
)

from build.pwa.places import CACHE, client
from build.pwa.wheels import unpacked_wheels

HELLO = """import flet as ft


def main(page: ft.Page) -> None:
    page.title = "Hello"
    page.add(ft.Text("hello"))


ft.run(main)
"""
NEEDS = ("flet", "msgpack", "httpx", "idna", "repath", "six")
NEVER_FETCHED = (
    r"^(assets/NOTICES|assets/packages/media_kit|pyodide/(python$|python_cli|package\.json|packaging|micropip))"
)
CANVASKIT_LEAVES = r"^(main\.dart\.(wasm|mjs)|canvaskit/skwasm|canvaskit/canvaskit\.)"
WORKER = """const CACHE = "hello", FILES = %s;
self.addEventListener("install", (e) => e.waitUntil((async () => {
  await (await caches.open(CACHE)).addAll(FILES);
  await self.skipWaiting();
})()));
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (e) => {
  if (new URL(e.request.url).origin !== location.origin) { e.respondWith(new Response("", { status: 503 })); return; }
  const key = e.request.mode === "navigate" ? "/" : e.request;
  e.respondWith(caches.match(key, { ignoreSearch: true }).then((kept) => kept || fetch(e.request)));
});
"""
REGISTER = """navigator.serviceWorker.register("/sw.js");
"""


def build_hello(out: Path) -> None:
    """Makes `out` anew: canvaskit, app.tar.gz, the standard library as it comes, Flet's own worker, no snapshot."""
    shutil.rmtree(out, ignore_errors=True)
    skipped = shutil.ignore_patterns(
        "*.symbols", "*.map", "python.exe", "python.bat", "*.d.ts", "experimental_*", "wimp*", "*_heavy*"
    )
    shutil.copytree(client(), out, ignore=skipped)
    pack_app(out / "app.tar.gz")
    index = str(out / "index.html")
    patch_index_html(
        index_path=index, base_href="/", app_name="Hello", app_description="yardstick", pyodide=True,
        pyodide_script_path="main.py", app_package_url="app.tar.gz", web_renderer=WebRenderer.CANVAS_KIT,
        route_url_strategy=RouteUrlStrategy.PATH, no_cdn=True,
    )  # fmt: skip
    patch_manifest_json(manifest_path=str(out / "manifest.json"), app_name="Hello", app_description="yardstick")
    patch_font_manifest_json(manifest_path=str(out / "assets" / "FontManifest.json"))
    scripts_to_files(out)
    loader = out / "flutter_bootstrap.js"
    loader.write_text(re.sub(r"\n\s*serviceWorkerSettings:\s*\{.*?\},", "", loader.read_text(), flags=re.DOTALL))
    (out / "flutter_service_worker.js").unlink()
    kept = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    leave = re.compile(f"{NEVER_FETCHED}|{CANVASKIT_LEAVES}")
    (out / "sw.js").write_text(WORKER % json.dumps(["/", *(f"/{path}" for path in kept if not leave.match(path))]))


def scripts_to_files(out: Path) -> None:
    """The same page under the hub's policy, which lets no inline script run: each goes to a file in its place."""
    index = out / "index.html"
    number = 0

    def to_file(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        (out / f"inline{number}.js").write_text(found[1])
        return f'<script src="inline{number}.js"></script>'

    page = re.sub(r"<script>(.*?)</script>", to_file, index.read_text(), flags=re.DOTALL)
    (out / "register.js").write_text(REGISTER)
    index.write_text(page.replace("</body>", '<script src="register.js"></script>\n</body>'))


def pack_app(target: Path) -> None:
    """main.py and Flet with what it needs, sources as their wheels have them."""
    stage = CACHE / "hello"
    shutil.rmtree(stage, ignore_errors=True)
    for need in NEEDS:
        source = unpacked_wheels() / need
        if source.is_dir():
            shutil.copytree(source, stage / "__pypackages__" / need)
        else:
            (stage / "__pypackages__").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source.with_suffix(".py"), stage / "__pypackages__" / f"{need}.py")
    (stage / "main.py").write_text(HELLO)
    with tarfile.open(target, "w:gz", compresslevel=9, format=tarfile.GNU_FORMAT) as packed:
        for path in sorted(stage.iterdir()):
            packed.add(path, arcname=path.name)
