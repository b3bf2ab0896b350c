"""An attachment travels as sealed chunks, each named by the SHA-256 of its sealed bytes; its row tells the names."""

from __future__ import annotations

from hashlib import sha256

CHUNK = 256 * 1024  # before it is sealed; the last one of a file may be shorter
SEALED_MAX = CHUNK + 16
ASKED_MAX = 256  # names in one question


def name_of(sealed: bytes) -> bytes:
    """What a chunk is called, everywhere."""
    return sha256(sealed).digest()
