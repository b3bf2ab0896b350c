"""A hub that takes nothing of what one phone says, and says why; it is real in all else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from sync.errors import Refused
from sync.wire import SyncAnswer, SyncRequest
from tests.world import Phone


@contextmanager
def refusing(phone: Phone, reason: str) -> Iterator[None]:
    """While it lasts, every push of that phone is refused with that word."""
    real = phone.wire.handle_async_request

    async def answer(request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        asked = SyncRequest.unpack(body) if request.url.path == "/sync" else None
        if asked is None or not asked.pushes:
            return await real(request)
        no = SyncAnswer(push_answers=(Refused(reason),) * len(asked.pushes), entry_answers=(None,) * len(asked.entries))
        return httpx.Response(200, content=no.pack(), request=request)

    phone.wire.handle_async_request = answer  # type: ignore[method-assign]  # one phone, one test
    try:
        yield
    finally:
        phone.wire.handle_async_request = real  # type: ignore[method-assign]
