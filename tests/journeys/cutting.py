"""A line between a phone and a hub that breaks after so many bytes, this way or that."""

from __future__ import annotations

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self


class Line:
    """`with Line(hub_url) as line:` phones go to `line.url`. `up`, `down` = bytes until it breaks, None never.

    `carried` counts what went up.
    """

    def __init__(self, hub_url: str) -> None:
        host, port = hub_url.removeprefix("http://").split(":")
        self._hub = host, int(port)
        self.up: int | None = None
        self.down: int | None = None
        self.carried = 0
        self._open: set[socket.socket] = set()
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.close()
        self._break()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                phone, _ = self._listening.accept()
                hub = socket.create_connection(self._hub)
                self._open |= {phone, hub}
                threading.Thread(target=self._carry, args=(phone, hub, "up"), daemon=True).start()
                threading.Thread(target=self._carry, args=(hub, phone, "down"), daemon=True).start()

    def _carry(self, out_of: socket.socket, into: socket.socket, way: str) -> None:
        with contextlib.suppress(OSError):
            while some := out_of.recv(4096):
                with self._turn:
                    left = getattr(self, way)
                    if left is not None:
                        some = some[:left]
                        setattr(self, way, left - len(some))
                    if way == "up":
                        self.carried += len(some)
                into.sendall(some)
                if left is not None and len(some) == left:
                    self._break()
                    return
        for end in (out_of, into):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _break(self) -> None:
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
            self._open.discard(one)
