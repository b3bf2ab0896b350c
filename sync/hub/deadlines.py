"""Whoever dawdles is let go: uvicorn itself waits for ever for a slow header and a slow body."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import Any  # Any: uvicorn's own signature

from starlette.types import Message, Receive
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sync.hub.crowd import Crowd

HEADER_S = 5.0
BODY_S = 10.0
BODY_RATE = 2_048  # bytes a second that earn more time: 512 KiB over a poor mobile connection
UNREAD_S = 120.0  # for the other side to take what waits for it, or enough of it
UNREAD_RATE = 512  # bytes a second, in each such while: a tunnel and then a poor connection
HEADER_MAX = 16 * 1024
AHEAD = 64 * 1024
"""Bytes that the kernel keeps unsent: with its megabytes nobody sees whether a poor connection takes any."""


class TooSlow(Exception):
    """The body did not come in time."""


class TooMuch(Exception):
    """The body is larger than allowed."""


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with a deadline for the header, from the first moment of a connection and after every answer, and one
    for whoever does not read, from the first byte that waits.

    A header has a limit too, which the parser does not have.
    """

    header_s = HEADER_S
    unread_s = UNREAD_S
    crowd = Crowd()

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._header_bytes = 0
        self._header_due: asyncio.TimerHandle | None = None
        self._unread_due: asyncio.TimerHandle | None = None
        self._unread = 0  # bytes that waited when we looked last
        self._taken = 0  # bytes that went since the clock was set

    @property
    def waits(self) -> bool:
        """As `Guest`."""
        return not getattr(self.cycle, "response_started", True)

    def let_go(self) -> None:
        """As `Guest`."""
        self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The clock starts when the connection does, also for one that never says a word."""
        super().connection_made(transport)  # type: ignore[arg-type]
        with suppress(AttributeError, OSError):  # not every system has it
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, AHEAD)
        self.crowd.enter(self, self.client[0] if self.client else "")
        self._watch_header()

    def data_received(self, data: bytes) -> None:
        """Bytes outside a request in progress count against one deadline, however many pieces they come in."""
        self.crowd.stir(self)
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
        self._watch_unread()

    def pause_writing(self) -> None:
        """So much waits that no more is written: an answer that nobody reads is never complete."""
        super().pause_writing()
        self._watch_unread()

    def resume_writing(self) -> None:
        """Most of it was taken."""
        self._look_unread()
        self.crowd.stir(self)
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """No clock outlives the connection."""
        self.crowd.leave(self)
        self._stop("_header_due")
        self._stop("_unread_due")
        super().connection_lost(exc)

    def _watch_header(self) -> None:
        self._header_due = self.loop.call_later(self.header_s, self.let_go)

    def _stop(self, name: str) -> None:
        due: asyncio.TimerHandle | None = getattr(self, name)
        if due is not None:
            due.cancel()
            setattr(self, name, None)

    def _look_unread(self) -> int:
        """Bytes that wait now."""
        waits = self.transport.get_write_buffer_size()
        self._taken += max(0, self._unread - waits)
        self._unread = waits
        return waits

    def _watch_unread(self) -> None:
        """From the first byte that waits; more of them do not set the clock back."""
        if self._look_unread() and self._unread_due is None:
            self._taken = 0
            self._unread_due = self.loop.call_later(self.unread_s, self._judge_unread)

    def _judge_unread(self) -> None:
        """Whoever took all of it, or enough for this while, has another."""
        self._unread_due = None
        if self._look_unread() and self._taken < self.unread_s * UNREAD_RATE:
            self.let_go()
        else:
            self._watch_unread()


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
