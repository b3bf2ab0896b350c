"""The curve of Ed25519 (RFC 8032 section 5.1) in plain integers: slow, and for crafting signatures only."""

from __future__ import annotations

from hashlib import sha512

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int]
ZERO: Point = (0, 1)


def x_of(y: int) -> int | None:
    """The even x with that y, None when the curve has none."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return None
    return x if x % 2 == 0 else P - x


def add(one: Point, other: Point) -> Point:
    (x1, y1), (x2, y2) = one, other
    t = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + t, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - t, -1, P) % P)


def times(n: int, point: Point) -> Point:
    """In extended coordinates (RFC 8032 section 5.1.4), so that only the end divides."""
    made, (x, y) = (0, 1, 1, 0), point
    doubled = (x, y, 1, x * y % P)
    while n:
        if n & 1:
            made = _sum(made, doubled)
        doubled, n = _sum(doubled, doubled), n >> 1
    over = pow(made[2], -1, P)
    return (made[0] * over % P, made[1] * over % P)


def _sum(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def encode(point: Point) -> bytes:
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def _base() -> Point:
    y = 4 * pow(5, -1, P) % P
    x = x_of(y)
    assert x is not None
    return (x, y)


BASE = _base()


def small_points() -> list[Point]:
    """The eight points whose order divides the cofactor; number i is i times one of order 8."""
    y = 2
    while True:
        x = x_of(y)
        if x is not None:
            eighth = times(L, (x, y))
            if times(4, eighth) != ZERO:
                return [times(i, eighth) for i in range(8)]
        y += 1


def challenge(r: bytes, public: bytes, message: bytes) -> int:
    return int.from_bytes(sha512(r + public + message).digest(), "little") % L


def expand(seed: bytes) -> tuple[int, bytes]:
    """The secret scalar and the prefix of a seed."""
    digest = sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return scalar, digest[32:]


def holds_cofactorless(public: bytes, message: bytes, signature: bytes, point: Point) -> bool:
    """The rule itself, as an oracle; `point` is what `public` encodes."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = challenge(r, public, message)
    negative = ((-point[0]) % P, point[1])
    return encode(add(times(s, BASE), times(k, negative))) == r


def holds_with_cofactor(public: bytes, message: bytes, signature: bytes, point: Point, r: Point) -> bool:
    """The laxer rule, which must not be ours."""
    s, k = int.from_bytes(signature[32:], "little"), challenge(signature[:32], public, message)
    return times(8, times(s, BASE)) == times(8, add(r, times(k, point)))
