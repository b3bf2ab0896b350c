"""One small request over a connection of its own, for hundreds who ask at once."""

from __future__ import annotations

import asyncio

from sync.codes import CONTENT_TYPE


def request(path: str, body: bytes) -> bytes:
    """As it goes over the wire."""
    head = f"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Type: {CONTENT_TYPE}\r\nConnection: close\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body


async def ask(port: int, path: str, body: bytes, patience_s: float = 60) -> tuple[int, bytes]:
    """(status, body) of the answer. Raises `OSError` when there is none or not all of it."""
    async with asyncio.timeout(patience_s):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(request(path, body))
            got = await reader.read()
            while some := await reader.read():
                got += some
        finally:
            writer.close()
    head, _, said = got.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    if not lengths or len(said) < int(lengths[0]):
        raise ConnectionError("cut off")
    return int(head.split()[1]), said
