"""Our driver of the browser, against a small page that behaves like Flutter's: the ground under every walk."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.browser import NotSeen, Phone, phones

POLICY = "default-src 'none'; script-src 'self'; connect-src *; base-uri 'self'"
PAGE = b"""<!doctype html><html><head><meta name=viewport content="width=device-width">
<script src=page.js defer></script></head>
<body><flt-semantics-placeholder role=button></flt-semantics-placeholder></body></html>"""
SCRIPT = """
document.querySelector("flt-semantics-placeholder").addEventListener("click", () => {
  const host = document.createElement("flt-semantics-host");
  host.innerHTML = `<flt-semantics role="button">Save</flt-semantics><input aria-label="Name"><p id="said"></p>`;
  document.body.append(host);
  host.firstChild.addEventListener("click", async () => {
    const name = host.querySelector("input").value;
    const folder = await navigator.storage.getDirectory();
    const out = await (await folder.getFileHandle("name", {create: true})).createWritable();
    await out.write(name);
    await out.close();
    document.getElementById("said").textContent = "Kept " + name;
    const line = document.createElement("p"); line.textContent = navigator.language; host.append(line);
  });
});
"""
KEPT = """(async () => {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle("name")).getFile()).text();
})()"""


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body, kind = (SCRIPT.encode(), "text/javascript") if self.path == "/page.js" else (PAGE, "text/html")
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def karen(tmp_path: Path) -> Iterator[Phone]:
    with phones() as new_phone:
        yield new_phone(tmp_path / "karen", locale="ar")


def test_a_screen_is_found_typed_into_and_tapped_by_role_and_name(karen: Phone, address: str) -> None:
    karen.open(address).type("Name", "Ærø أمينة").tap("button", "Save").sees("Kept Ærø أمينة").sees("ar")

    assert karen.ask("innerWidth") == 390
    assert karen.errors == []
    assert karen.foreign == []


def test_a_text_that_does_not_come_says_what_was_there_instead(karen: Phone, address: str) -> None:
    karen.open(address)

    with pytest.raises(NotSeen, match="Save"):
        karen.sees("Gone fishing", patience_s=0.2)


def test_a_request_for_another_host_is_written_down(karen: Phone, address: str) -> None:
    karen.open(address)
    karen.ask("fetch('https://elsewhere.invalid/x').catch(() => 0)")

    assert karen.foreign == ["CONNECT elsewhere.invalid:443 HTTP/1.1"]


def test_a_killed_browser_starts_again_on_the_same_profile(karen: Phone, address: str) -> None:
    karen.open(address).type("Name", "Amina").tap("button", "Save").sees("Kept Amina")
    karen.kill()

    karen.start().open(address)

    assert karen.ask(KEPT) == "Amina"
