"""The four pictures: known answers, nothing left out of what they stand for, and a picture to draw for each."""

from __future__ import annotations

import math
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from app.keys.native import NativeProvider
from app.keys.pictures import DOTS, PICTURES, SIGNS, Sign, four_pictures, read_off
from app.views.kit.pictures import PICTURES as DRAWN
from tests.world import run

NATIVE = NativeProvider()
NAMES = ("root_hash", "grant", "device", "box")
KNOWN = [
    (
        (bytes(32), bytes(32), bytes(32), bytes(32)),
        (Sign("teapot", 4), Sign("bridge", 6), Sign("lamp", 2), Sign("boat", 1)),
    ),
    (
        (bytes(range(32)), b"\x11" * 32, b"\x22" * 32, b"\x33" * 32),
        (Sign("cup", 1), Sign("sun", 5), Sign("flower", 5), Sign("house", 5)),
    ),
]


@pytest.mark.parametrize(("bound", "signs"), KNOWN)
def test_the_four_are_the_known_answers(bound: tuple[bytes, ...], signs: tuple[Sign, ...]) -> None:
    assert run(four_pictures(NATIVE, **dict(zip(NAMES, bound, strict=True)))) == signs


@pytest.mark.parametrize("name", NAMES)
def test_another_root_grant_or_key_gives_others(name: str) -> None:
    bound = dict.fromkeys(NAMES, bytes(32))
    other = bound | {name: bytes(31) + b"\x01"}
    assert run(four_pictures(NATIVE, **other)) != run(four_pictures(NATIVE, **bound))


def test_they_tell_at_least_24_bits_and_no_sign_comes_oftener() -> None:
    assert math.log2((len(PICTURES) * DOTS) ** SIGNS) >= 24
    seen = Counter(sign for number in range(20_000) for sign in read_off(sha256(str(number).encode()).digest()))
    assert len(seen) == len(PICTURES) * DOTS
    expected = 20_000 * SIGNS / len(seen)
    assert all(abs(times - expected) < 6 * math.sqrt(expected) for times in seen.values())


def test_every_picture_can_be_drawn_and_named() -> None:
    drawings = {path.stem for path in (Path(__file__).parents[2] / "assets" / "pictures").glob("*.svg")}
    assert set(PICTURES) <= drawings & set(DRAWN)
