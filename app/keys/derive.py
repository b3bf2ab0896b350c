"""HKDF-SHA256 (RFC 5869), and everything that the protocol derives from a secret."""

from __future__ import annotations

import hashlib
import hmac

HASH_LENGTH = 32


def extract(salt: bytes, secret: bytes) -> bytes:
    """RFC 5869 2.2; an absent salt is 32 zeros."""
    return hmac.digest(salt or bytes(HASH_LENGTH), secret, hashlib.sha256)


def expand(key: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 2.3; at most 255 hashes long."""
    if not 0 <= length <= 255 * HASH_LENGTH:
        raise ValueError("too long for HKDF")
    made, block = b"", b""
    for number in range(1, -(-length // HASH_LENGTH) + 1):
        block = hmac.digest(key, block + info + bytes([number]), hashlib.sha256)
        made += block
    return made[:length]


def hkdf(secret: bytes, info: bytes, length: int = 32, salt: bytes = b"") -> bytes:
    """Extract, then expand."""
    return expand(extract(salt, secret), info, length)


def next_rung(secret: bytes, circle: bytes, rung: int, epoch: int) -> bytes:
    """The secret of `rung` from the secret of the rung above it (`rung - 1`); nobody goes the other way."""
    return hkdf(secret, b"bb/rung/1" + circle + bytes([rung]) + epoch.to_bytes(4, "big"))


def row_key(secret: bytes, space: bytes, epoch: int) -> bytes:
    """What seals the rows, the `seen` and the unsent words of a space in that epoch."""
    return hkdf(secret, b"bb/key/1" + space + epoch.to_bytes(4, "big"))


def entry_key(bottom_secret: bytes, circle: bytes, epoch: int) -> bytes:
    """What seals the words inside log entries: every member of the circle reads them."""
    return hkdf(bottom_secret, b"bb/entry/1" + circle + epoch.to_bytes(4, "big"))


def link_key(secret: bytes, circle: bytes, rung: int, epoch: int) -> bytes:
    """What seals the rung's secret of the epoch before `epoch`, whose own secret is given."""
    return hkdf(secret, b"bb/link/1" + circle + bytes([rung]) + epoch.to_bytes(4, "big"))
