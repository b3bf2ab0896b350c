"""The wire between phones and the hub: writes down all that passes, and can be cut or made to misbehave."""

from __future__ import annotations

import contextlib
import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from sync.codes import CONTENT_TYPE
from tests.refusing import no_to

Spoil = Callable[[bytes], bytes]
"""What becomes of an answer's body on the way; it keeps its length as announced, so that a half is cut off."""
HOP_BY_HOP = {"connection", "transfer-encoding", "content-length", "keep-alive", "date", "server"}
PATIENCE_S = 30


class Wire:
    """`with Wire(hub.url) as wire:` phones go to `wire.url`; `wire.passed` holds the bytes of every body and head."""

    def __init__(self, hub_url: str, port: int = 0) -> None:
        self._hub = urlsplit(hub_url).netloc
        self.port = port
        self._server: ThreadingHTTPServer | None = None
        self.spoil: Spoil | None = None
        self.spoilt = 0
        self.refuse = ""  # a reason: no row of anybody reaches the hub, which is said to refuse it with that word
        self.passed: list[bytes] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def lead_to(self, hub_url: str) -> None:
        """From now on that hub answers."""
        self._hub = urlsplit(hub_url).netloc

    def no_to(self, path: str, asked: bytes) -> bytes | None:
        """What is answered instead of the hub; None when the hub is asked."""
        return no_to(asked, self.refuse) if self.refuse and path == "/sync" else None

    def up(self) -> None:
        """Listens, at the same address as before."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._answering())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def down(self) -> None:
        """Nobody listens: a phone that asks is refused at once, as by a machine without a hub."""
        server, self._server = self._server, None
        if server:
            server.shutdown()
            server.server_close()

    def __enter__(self) -> Self:
        self.up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.down()

    def _answering(self) -> type[BaseHTTPRequestHandler]:
        wire = self

        class Passing(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._pass(b"")

            def do_POST(self) -> None:
                self._pass(self.rfile.read(int(self.headers.get("content-length", 0))))

            def _pass(self, asked: bytes) -> None:
                heads = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
                if no := wire.no_to(self.path, asked):
                    return _say(self, no)
                try:
                    hub = http.client.HTTPConnection(wire._hub, timeout=PATIENCE_S)
                    hub.request(self.command, self.path, asked or None, heads)
                    answer = hub.getresponse()
                    said = answer.read()
                    hub.close()
                except OSError:
                    self.close_connection = True  # no answer at all
                    return None
                if self.command == "POST":
                    wire.passed += [self.path.encode(), str(self.headers).encode(), asked, said]
                    if wire.spoil:
                        said, whole = wire.spoil(said), len(said)
                        wire.spoilt += 1
                        return self._send(answer, said, whole)
                return self._send(answer, said, len(said))

            def _send(self, answer: http.client.HTTPResponse, said: bytes, length: int) -> None:
                self.send_response_only(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in HOP_BY_HOP:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(length))
                self.end_headers()
                with contextlib.suppress(OSError):  # the browser went away meanwhile
                    self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Passing


def _say(phone: BaseHTTPRequestHandler, body: bytes) -> None:
    phone.send_response_only(200)
    phone.send_header("Content-Type", CONTENT_TYPE)
    phone.send_header("Content-Length", str(len(body)))
    phone.end_headers()
    phone.wfile.write(body)
