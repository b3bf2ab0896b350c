"""The app's files come with the right type, the right headers, packed where possible, and nothing else comes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from sync.hub.app import hub as hub_app
from sync.hub.pages import accepted
from tests.hub.phones import Hub

CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'self'; "
    "form-action 'none'; frame-ancestors 'none'"
)
STYLES = re.compile(r"(?<=style-src 'self')( 'sha256-[\w+/]{43}=')+")
WASM = b"\0asm" + bytes(5_000)


def ours(policy: str) -> str:
    """Without the styles that are let in by their very hash: they are Flutter's."""
    return STYLES.sub("", policy)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Hub]:
    """A hub with a few files to hand out, and some beside the folder that are not."""
    pwa = tmp_path / "pwa"
    for name, content in {
        "index.html": b"<!doctype html><title>Brobygger</title>",
        "sw.js": b"self",
        "app.webmanifest": b"{}",
        "boot/worker.mjs": b"export {}",
        "pyodide/pyodide.asm.wasm": WASM,
        "main-0123abcd.js": b"hashed",
        "fonts/noto.otf": b"otf",
        ".secret": b"hidden",
    }.items():
        (pwa / name).parent.mkdir(parents=True, exist_ok=True)
        (pwa / name).write_bytes(content)
    (pwa / "pyodide/pyodide.asm.wasm.gz").write_bytes(gzip.compress(WASM))
    (tmp_path / "outside.txt").write_text("not to be had")
    (pwa / "link.txt").symlink_to(tmp_path / "outside.txt")
    hub = Hub(tmp_path / "hub.db", pwa=pwa)
    yield hub
    hub.close()


def got(site: Hub, path: str, accept: str = "identity", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    answer = site.http("GET", path, headers={"accept-encoding": accept, **headers})
    return answer.status_code, answer.content, dict(answer.headers)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/sw.js", "text/javascript; charset=utf-8"),
        ("/boot/worker.mjs", "text/javascript; charset=utf-8"),
        ("/app.webmanifest", "application/manifest+json"),
        ("/pyodide/pyodide.asm.wasm", "application/wasm"),
        ("/fonts/noto.otf", "font/otf"),
    ],
)
def test_a_file_has_its_type(site: Hub, path: str, kind: str) -> None:
    status, _, headers = got(site, path)

    assert (status, headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    "path", ["/", "/sw.js", "/missing.js", "/contacts/12", "/%2e%2e/outside.txt", "/demo", "/broken"]
)
def test_every_answer_carries_what_the_browser_needs_to_guard_us(site: Hub, path: str) -> None:
    def demo(_: Request) -> PlainTextResponse:
        return PlainTextResponse("four people")

    site.app = hub_app(site.store, site.pwa, extra_routes=[Route("/demo", demo)])
    _, _, headers = got(site, path)

    assert ours(headers["content-security-policy"]) == CSP
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["permissions-policy"] == "camera=(self)"


def test_what_is_mounted_comes_before_the_app(site: Hub) -> None:
    site.app = hub_app(site.store, site.pwa, extra_routes=[Route("/demo", lambda _: PlainTextResponse("four people"))])

    assert got(site, "/demo")[1] == b"four people"


@pytest.mark.parametrize("path", ["/contacts", "/contacts/12/change", "/sync-state", "/join/"])
def test_a_route_of_the_app_is_answered_with_its_start_page(site: Hub, path: str) -> None:
    status, body, headers = got(site, path)

    assert (status, body) == (200, got(site, "/")[1])
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/missing.js", "/boot/gone.mjs", "/pyodide/x.wasm", "/favicon.ico"])
def test_a_missing_file_is_missing(site: Hub, path: str) -> None:
    assert got(site, path)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/boot/..%2f..%2foutside.txt",
        "/%5c..%5coutside.txt",
        "//etc/passwd.txt",
        "/link.txt",
        "/.secret",
        "/%2esecret",
        "/outside.txt%00.js",
        "/hub.db",
        "/" + "x" * 5_000 + ".js",
        "/%ff%fe.js",
        "/../hub.db",
    ],
)
def test_nothing_outside_the_folder_is_handed_out(site: Hub, path: str) -> None:
    status, body, _ = got(site, path)

    assert b"not to be had" not in body
    assert b"hidden" not in body
    assert b"SQLite" not in body
    assert status == 404 or body == b"<!doctype html><title>Brobygger</title>"


def test_a_packed_sibling_goes_to_whoever_takes_it(site: Hub) -> None:
    path = "/pyodide/pyodide.asm.wasm"
    plain, packed = got(site, path), got(site, path, "br, gzip;q=0.8")

    assert plain[1] == packed[1] == WASM  # the client unpacked it
    assert "content-encoding" not in plain[2]
    assert packed[2]["content-encoding"] == "gzip"
    assert int(packed[2]["content-length"]) < 200
    assert packed[2]["content-type"] == "application/wasm"
    assert plain[2]["vary"] == packed[2]["vary"] == "accept-encoding"
    assert plain[2]["etag"] != packed[2]["etag"]


def test_what_is_known_is_not_sent_again_until_it_changes(site: Hub) -> None:
    _, _, headers = got(site, "/sw.js")
    again = got(site, "/sw.js", **{"if-none-match": f'"other", {headers["etag"]}'})
    assert again[0] == 304
    assert again[1] == b""
    assert again[2]["etag"] == headers["etag"]
    assert ours(again[2]["content-security-policy"]) == CSP

    assert site.pwa
    (site.pwa / "sw.js").write_bytes(b"newer")
    assert got(site, "/sw.js", **{"if-none-match": headers["etag"]})[1] == b"newer"


def test_only_a_file_named_by_its_hash_is_kept_for_ever(site: Hub) -> None:
    assert "immutable" in got(site, "/main-0123abcd.js")[2]["cache-control"]
    for path in ("/", "/sw.js", "/app.webmanifest", "/pyodide/pyodide.asm.wasm", "/contacts"):
        assert got(site, path)[2]["cache-control"] == "no-cache"


def test_head_tells_the_same_without_the_body(site: Hub) -> None:
    answer = site.http("HEAD", "/sw.js")

    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", "4")


@pytest.mark.parametrize(
    ("header", "packings"),
    [
        ("gzip", ["gzip"]),
        ("gzip, deflate, br, zstd", ["br", "gzip"]),
        ("br;q=0, GZIP", ["gzip"]),
        ("*", ["br", "gzip"]),
        ("*, br;q=0.0", ["gzip"]),
        ("", []),
        ("zstd", []),
        ("gzip; q=0.0", []),
    ],
)
def test_what_a_browser_takes_is_what_it_is_sent(header: str, packings: list[str]) -> None:
    assert accepted(header) == packings


def test_the_smallest_that_is_taken_goes_first(site: Hub) -> None:
    assert site.pwa
    path = "/pyodide/pyodide.asm.wasm"
    (site.pwa / f"{path[1:]}.br").write_bytes(brotli.compress(WASM))

    assert got(site, path, "gzip, br")[1] == WASM
    assert got(site, path, "gzip, br")[2]["content-encoding"] == "br"
    assert got(site, path, "gzip")[2]["content-encoding"] == "gzip"
    assert got(site, path)[1] == WASM
