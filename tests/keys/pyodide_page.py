"""A page on the loopback with our bundle of ciphers and Python in Pyodide, under the hub's own headers."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgpack
from playwright.sync_api import sync_playwright

from build.pwa.places import ROOT, client
from build.pwa.scripts import bundle_ciphers
from sync.hub.headers import CSP
from tests.e2e import chromium

PYTHON = """
import json, sys
sys.path.insert(0, "/code.zip")
from app.keys.web import WebProvider
from tests.keys import answering
provider = WebProvider()
"""

PAGE = "<!doctype html><title>keys</title><script type=module src=/run.mjs></script>"
SCRIPT = """
import * as ciphers from "/ciphers.mjs";
import { loadPyodide } from "/pyodide/pyodide.mjs";
globalThis.brobygger = { ciphers };
const python = await loadPyodide({ indexURL: "/pyodide/" });
python.FS.writeFile("/code.zip", new Uint8Array(await (await fetch("/code.zip")).arrayBuffer()));
globalThis.ask = (code, given) => { globalThis.given = given; return python.runPythonAsync(code); };
await globalThis.ask(PRELUDE, "");
globalThis.awake = true;
"""


@contextmanager
def ciphers_page(folder: Path) -> Iterator[Any]:
    """Gives `ask(code, given)`: runs Python that ends in a JSON text; `given` reaches it as `js.given`."""
    bundle_ciphers(folder)
    (folder / "pyodide").symlink_to(client() / "pyodide")
    (folder / "index.html").write_text(PAGE)
    (folder / "run.mjs").write_text(SCRIPT.replace("PRELUDE", json.dumps(PYTHON)))
    (folder / "code.zip").write_bytes(_code())
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = chromium.find_chromium()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=found.path, env=found.environment, args=list(chromium.ARGUMENTS)
            )
            page = browser.new_page(locale="da-DK")
            wrong: list[str] = []
            page.on("pageerror", lambda error: wrong.append(str(error)))
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            for _ in range(600):
                if wrong or page.evaluate("globalThis.awake === true"):
                    break
                page.wait_for_timeout(100)
            assert not wrong, wrong

            def ask(code: str, given: object = None) -> Any:
                return json.loads(
                    page.evaluate("([code, given]) => globalThis.ask(code, given)", [code, json.dumps(given)])
                )

            yield ask
            browser.close()
    finally:
        server.shutdown()
        server.server_close()


def _code() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as code:
        for package in ("app/keys", "app/i18n", "app/domain", "sync"):
            for path in sorted((ROOT / package).glob("*.py")):
                code.write(path, path.relative_to(ROOT))
        for path in sorted(Path(msgpack.__file__).parent.glob("*.py")):  # its slow half, in Python alone
            code.write(path, f"msgpack/{path.name}")
        code.write(ROOT / "app" / "__init__.py", "app/__init__.py")
        code.writestr("tests/__init__.py", "")
        code.writestr("tests/keys/__init__.py", "")
        code.write(ROOT / "tests" / "keys" / "answering.py", "tests/keys/answering.py")
    return packed.getvalue()


class _Handler(SimpleHTTPRequestHandler):
    def guess_type(self, path: object) -> str:
        kinds = {".mjs": "text/javascript", ".wasm": "application/wasm"}
        return kinds.get(Path(str(path)).suffix) or str(super().guess_type(str(path)))

    def end_headers(self) -> None:
        self.send_header("content-security-policy", CSP)
        self.send_header("cross-origin-opener-policy", "same-origin")
        self.send_header("cross-origin-embedder-policy", "require-corp")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        return
