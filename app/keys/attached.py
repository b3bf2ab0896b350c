"""A file as sealed chunks and back. The key is of this one file alone, and travels in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.keys.errors import BadSeal
from app.keys.provider import Provider
from sync.chunk import CHUNK
from sync.padding import padme

LEAST = 4096
"""What is shorter is padded to this; beyond it by PADMÉ: the chunks tell the length to 12 % and no closer."""

FILE_MAX = 16 * 1024 * 1024
AT_ONCE = 8
"""Chunks that cross into the browser's ciphers together: no second copy of a whole recording in memory."""


def seal_chunks(provider: Provider, key: bytes, attachment: bytes, content: bytes) -> Iterator[bytes]:
    """Every chunk of the file, in order. A key is used for one `attachment` (16 bytes, its row) and one content only:
    the place is the nonce, so that the same chunk sealed again is the same bytes.
    """
    padded = padme(max(len(content), LEAST))
    count = -(-padded // CHUNK)
    for place in range(count):
        plain = content[place * CHUNK : (place + 1) * CHUNK].ljust(min(CHUNK, padded - place * CHUNK), b"\0")
        yield provider.seal(key, _nonce(place), plain, _aad(attachment, place, count))


def sealed_sizes(size: int) -> list[int]:
    """How long the sealed chunks of a file of `size` bytes are."""
    padded = padme(max(size, LEAST))
    return [min(CHUNK, padded - at) + 16 for at in range(0, padded, CHUNK)]


async def open_chunks(provider: Provider, key: bytes, attachment: bytes, size: int, sealed: Sequence[bytes]) -> bytes:
    """The file of `size` bytes; `BadSeal` when a chunk is another, elsewhere, missing, or one too many."""
    count, whole, opened = len(sealed), bytearray(), 0
    asked = [(key, _nonce(place), one, _aad(attachment, place, count)) for place, one in enumerate(sealed)]
    for at in range(0, count, AT_ONCE):
        plains = [plain for plain in await provider.open_many(asked[at : at + AT_ONCE]) if plain is not None]
        opened += len(plains)
        whole += b"".join(plains)
    if opened != count or len(whole) != padme(max(size, LEAST)) or whole[size:].strip(b"\0"):
        raise BadSeal("not that file")
    return bytes(memoryview(whole)[:size])


def _nonce(place: int) -> bytes:
    return place.to_bytes(12)


def _aad(attachment: bytes, place: int, count: int) -> bytes:
    return b"bb/chunk/1" + attachment + place.to_bytes(4) + count.to_bytes(4)
