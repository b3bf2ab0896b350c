"""Carries a conversation over HTTP; in the browser httpx goes through fetch."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from typing import Any, TypeVar  # Any: checked by whoever asked

import httpx

from sync.codes import ANSWER_MAX, CONTENT_TYPE, answer_parts, pack_request
from sync.conversation import Ask
from sync.errors import SentTooMuch, TooLarge, Unreachable

Result = TypeVar("Result")

PATIENCE_S, SLOWEST = 30, 2_048
"""Bytes a second that earn more patience: in a browser it is for the whole request, however much there is to carry."""

_NEEDLESS = ("accept", "accept-encoding", "connection", "user-agent")
"""What httpx says of itself; a quarter of an idle sync on a prepaid card."""


async def talk(conversation: Generator[Ask, bytes, Result], http: httpx.AsyncClient, base_url: str) -> Result:
    """Drive a conversation to its end. Raises `Unreachable`, `Malformed` for garbage, and what the hub says."""
    try:
        asked = next(conversation)
        while True:
            try:
                answer = await _post(http, base_url, asked)
            except (SentTooMuch, Unreachable) as no:
                asked = conversation.throw(no)
            else:
                asked = conversation.send(answer)
    except StopIteration as end:
        result: Result = end.value
        return result
    finally:
        conversation.close()


async def ask(http: httpx.AsyncClient, base_url: str, path: str, parts: list[Any], expects: int = 0) -> list[Any]:
    """One request of its own, `[1, *parts]`; returns what follows `[1, 0`. Raises as `talk`."""
    return answer_parts(await _post(http, base_url, Ask(path, pack_request(*parts), expects)), 0, 64)


async def _post(http: httpx.AsyncClient, base_url: str, asked: Ask) -> bytes:
    """The body of the answer, whatever the status: a hub says why in it, and anything else will not unpack."""
    received = bytearray()
    try:
        response = await http.send(_request(http, base_url, asked), stream=True)
        try:
            async for part in response.aiter_bytes():
                received += part
                if len(received) > ANSWER_MAX:
                    raise TooLarge("an answer without an end")
            if response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE:
                raise SentTooMuch
            if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
                raise Unreachable(f"status {response.status_code}")
        finally:
            await response.aclose()
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError) as cause:
        raise Unreachable(type(cause).__name__) from cause
    return bytes(received)


async def _sent(asked: Ask) -> AsyncIterator[bytes]:
    """The body; who comes back for more of it has sent it."""
    yield asked.body
    if asked.meanwhile:
        asked.meanwhile()


def _request(http: httpx.AsyncClient, base_url: str, asked: Ask) -> httpx.Request:
    request = http.build_request(
        "POST",
        base_url.rstrip("/") + asked.path,
        content=_sent(asked) if asked.meanwhile else asked.body,
        headers={"content-type": CONTENT_TYPE, "content-length": str(len(asked.body))},
        timeout=PATIENCE_S + (len(asked.body) + asked.expects) / SLOWEST,
    )
    for name in _NEEDLESS:
        request.headers.pop(name, None)
    return request
