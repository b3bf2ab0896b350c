"""A hub that takes nothing of what one phone says, and says why; it is real in all else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from sync.errors import Refused
from sync.wire import SyncAnswer, SyncRequest
from tests.world import Phone


def no_to(asked: bytes, reason: str) -> bytes | None:
    """The hub's no to what a /sync carries; None when it carries no rows."""
    request = SyncRequest.unpack(asked)
    if not request.pushes:
        return None
    pushes, entries = len(request.pushes), len(request.entries)
    return SyncAnswer(push_answers=(Refused(reason),) * pushes, entry_answers=(None,) * entries).pack()


@contextmanager
def refusing(phone: Phone, reason: str) -> Iterator[None]:
    """While it lasts, every push of that phone is refused with that word."""
    real = phone.wire.handle_async_request

    async def answer(request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        no = no_to(body, reason) if request.url.path == "/sync" else None
        if no is None:
            return await real(request)
        phone.wire.sent.append((request.url.path, body))
        return httpx.Response(200, content=no, request=request)

    phone.wire.handle_async_request = answer  # type: ignore[method-assign]  # one phone, one test
    try:
        yield
    finally:
        phone.wire.handle_async_request = real  # type: ignore[method-assign]
