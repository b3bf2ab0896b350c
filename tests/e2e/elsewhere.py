"""A proxy that answers nobody: every request of a browser that is not for this machine ends here and is written down.

Chromium goes to 127.0.0.1 and localhost without a proxy, so whatever arrives was meant for another host: from the page,
a worker, a service worker or the browser itself. That sees more than a driver's events do.
"""

from __future__ import annotations

import socketserver
import threading
from types import TracebackType
from typing import Self

# What Debian's Chromium asks for by itself at its start and at a text field, whatever its flags; we never name these.
THE_BROWSERS_OWN = ("update.googleapis.com", "accounts.google.com", "content-autofill.googleapis.com")


class Elsewhere:
    """Open it around a browser; `asked` then holds each request's first line ("CONNECT example.org:443 HTTP/1.1")."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Refuse(socketserver.StreamRequestHandler):
            timeout = 5

            def handle(self) -> None:
                line = self.rfile.readline(2000).decode("latin-1").strip()
                if line and not any(host in line for host in THE_BROWSERS_OWN):  # empty: opened ahead, never used
                    asked.append(line)
                self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refuse)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
