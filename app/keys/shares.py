"""A secret of 16 bytes in shares, of which some give it back: Shamir's scheme over GF(2^128).

Fewer shares than are needed, or a wrong one, give another secret without a sign of it: see sheets.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SIZE = 16
_FIELD = 1 << 128 | 0x87
"""x^128 + x^7 + x^2 + x + 1, as PyCryptodome and ssss have it."""


def split(secret: bytes, chance: Sequence[bytes], shares: int) -> dict[int, bytes]:
    """{1…`shares`: its share}. `chance` = 16 random bytes for each share that is needed beyond the first."""
    parts = [int.from_bytes(part, "big") for part in (*chance, secret)]
    made = {}
    for at in range(1, shares + 1):
        value = 0
        for part in parts:
            value = _times(value, at) ^ part
        made[at] = value.to_bytes(SIZE, "big")
    return made


def join(shares: Mapping[int, bytes]) -> bytes:
    """The secret of exactly as many shares as are needed."""
    secret = 0
    for at, share in shares.items():
        above = below = 1
        for other in shares.keys() - {at}:
            above, below = _times(above, other), _times(below, at ^ other)
        secret ^= _times(int.from_bytes(share, "big"), _times(above, _inverse(below)))
    return secret.to_bytes(SIZE, "big")


def _times(one: int, other: int) -> int:
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one >> 128:
            one ^= _FIELD
        other >>= 1
    return product


def _inverse(one: int) -> int:
    """Fermat: the power 2^128 - 2."""
    power, product = one, 1
    for _ in range(127):
        power = _times(power, power)
        product = _times(product, power)
    return product
