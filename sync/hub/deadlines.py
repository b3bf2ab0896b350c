"""Whoever dawdles is let go: uvicorn itself waits for ever for a slow header and a slow body."""

from __future__ import annotations

import asyncio
from typing import Any  # Any: uvicorn's own signature

from starlette.types import Message, Receive
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEADER_S = 5.0
BODY_S = 10.0
BODY_RATE = 2_048  # bytes a second that earn more time: 512 KiB over a poor mobile connection
UNREAD_S = 120.0  # for the other side to take an answer
HEADER_MAX = 16 * 1024


class TooSlow(Exception):
    """The body did not come in time."""


class TooMuch(Exception):
    """The body is larger than allowed."""


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with a deadline for the header, from the first moment of a connection and after every answer.

    A header has a limit too, which the parser does not have.
    """

    header_s = HEADER_S
    unread_s = UNREAD_S

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._header_bytes = 0
        self._header_due: asyncio.TimerHandle | None = None
        self._unread_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The clock starts when the connection does, also for one that never says a word."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._watch_header()

    def data_received(self, data: bytes) -> None:
        """Bytes outside a request in progress count against one deadline, however many pieces they come in."""
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before or not getattr(self.cycle, "response_complete", True):
            self._header_bytes = 0
            self._stop("_header_due")
            return
        self._header_bytes += len(data)
        if self._header_bytes > HEADER_MAX and not self.transport.is_closing():
            self.send_400_response("The header is too long.")
        elif self._header_due is None:
            self._watch_header()

    def on_response_complete(self) -> None:
        """The other side has a while to take what it asked for."""
        super().on_response_complete()
        self._stop("_unread_due")
        self._unread_due = self.loop.call_later(self.unread_s, self._abort_unread)

    def connection_lost(self, exc: Exception | None) -> None:
        """No clock outlives the connection."""
        self._stop("_header_due")
        self._stop("_unread_due")
        super().connection_lost(exc)

    def _watch_header(self) -> None:
        self._header_due = self.loop.call_later(self.header_s, self._abort)

    def _stop(self, name: str) -> None:
        due: asyncio.TimerHandle | None = getattr(self, name)
        if due is not None:
            due.cancel()
            setattr(self, name, None)

    def _abort(self) -> None:
        self.transport.abort()

    def _abort_unread(self) -> None:
        if self.transport.get_write_buffer_size():
            self._abort()


async def read_body(receive: Receive, declared: int | None, limit: int, patience_s: float = BODY_S) -> bytes:
    """The body, at most `limit` bytes, within `patience_s` and what its own pace earns. Raises `TooMuch`, `TooSlow`."""
    if declared is not None and declared > limit:
        raise TooMuch
    started = asyncio.get_running_loop().time()
    body = bytearray()
    while True:
        due = started + patience_s + len(body) / BODY_RATE
        try:
            async with asyncio.timeout_at(due):
                message: Message = await receive()
        except TimeoutError as late:
            raise TooSlow from late
        if message["type"] == "http.disconnect":
            raise TooSlow
        body += message.get("body", b"")
        if len(body) > limit:
            raise TooMuch
        if not message.get("more_body", False):
            return bytes(body)
