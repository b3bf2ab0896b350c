"""Ed25519 is judged cofactorless: signatures crafted from the curve's small-order points fall as the design says."""

from __future__ import annotations

from hashlib import sha512
from random import Random

import pytest

from sync.hub.verify import verify

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)
Point = tuple[int, int]


def plus(one: Point, other: Point) -> Point:
    k = D * one[0] * other[0] * one[1] * other[1] % P
    x = (one[0] * other[1] + other[0] * one[1]) * pow(1 + k, -1, P)
    y = (one[1] * other[1] + one[0] * other[0]) * pow(1 - k, -1, P)
    return x % P, y % P


def times(number: int, point: Point) -> Point:
    total: Point = (0, 1)
    while number:
        if number & 1:
            total = plus(total, point)
        point = plus(point, point)
        number >>= 1
    return total


def point_at(y: int) -> Point | None:
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    for root in (x, x * ROOT % P):
        if (root * root - square) % P == 0:
            return (root if root % 2 == 0 else P - root), y
    return None


def encode(point: Point) -> bytes:
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def challenge(r: bytes, key: bytes, message: bytes) -> int:
    return int.from_bytes(sha512(r + key + message).digest(), "little") % L


BASE = point_at(4 * pow(5, -1, P) % P)


def small_order_point() -> Point:
    """One of order 8."""
    for y in range(2, 1_000):
        point = point_at(y)
        if point and times(4, torsion := times(L, point)) != (0, 1):
            return torsion
    raise AssertionError


@pytest.fixture(scope="module")
def torsion() -> Point:
    return small_order_point()


def crafted(chance: Random, in_key: Point, in_r: Point) -> tuple[bytes, bytes, bytes, int, Point, bytes]:
    """A key and a signature that hold up to a factor of eight, with a small-order part added to one or both."""
    assert BASE
    secret, nonce = chance.randrange(1, L), chance.randrange(1, L)
    key_point = plus(times(secret, BASE), in_key)
    r = encode(plus(times(nonce, BASE), in_r))
    message = chance.randbytes(12)
    s = (nonce + challenge(r, encode(key_point), message) * secret) % L
    return encode(key_point), message, r + s.to_bytes(32, "little"), s, key_point, r


def test_a_true_signature_holds_and_a_larger_s_does_not() -> None:
    chance = Random(8)
    for _ in range(16):
        key, message, signature, s, _, r = crafted(chance, (0, 1), (0, 1))
        assert verify(key, message, signature)
        assert not verify(key, message, r + (s + L).to_bytes(32, "little"))
        assert not verify(key, message + b"!", signature)


def test_a_small_order_part_in_r_is_refused_always(torsion: Point) -> None:
    chance = Random(9)

    assert [verify(*crafted(chance, (0, 1), times(1 + turn % 7, torsion))[:3]) for turn in range(64)] == [False] * 64


def test_a_small_order_part_in_the_key_is_judged_by_the_cofactorless_equation(torsion: Point) -> None:
    assert BASE
    chance = Random(10)
    held = []
    for turn in range(64):
        key, message, signature, s, key_point, r = crafted(chance, times(1 + turn % 7, torsion), (0, 1))
        minus_k = 8 * L - challenge(r, key, message)
        equation = encode(plus(times(s, BASE), times(minus_k, key_point))) == r
        assert verify(key, message, signature) is equation
        held.append(equation)

    assert 0 < sum(held) < 32


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33), b"\xff" * 32])
def test_what_is_no_key_holds_nothing(key: bytes) -> None:
    assert not verify(key, b"message", bytes(64))
    assert not verify(bytes(32), b"message", b"")
