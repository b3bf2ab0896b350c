"""The ladder of rungs goes down only; a keyring comes back as it was kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.keys.errors import BadSeal
from app.keys.held import HeldCircle
from app.keys.keyring import Keyring, Self
from app.keys.native import NativeProvider
from sync.entry import space_of
from sync.errors import Locked
from tests.world import run

PROVIDER = NativeProvider()
ME = Self(bytes(16), bytes(16), "Broen", bytes(16), bytes(32), "https://hub.test", "Karen", "coordinator", "owl")
CIRCLE = b"circle of sixteen"[:16]


def ring(rung: int, secrets: dict[int, bytes], rungs: int = 3) -> Keyring:
    keyring = Keyring.fresh(PROVIDER, ME)
    keyring.hold(HeldCircle(CIRCLE, "file", "Amina", rungs, {epoch: (rung, s) for epoch, s in secrets.items()}))
    return keyring


@given(rung=st.integers(0, 2), asked=st.integers(0, 2), plain=st.binary(max_size=200), aad=st.binary(max_size=40))
def test_whoever_stands_on_a_rung_opens_it_and_what_lies_below(rung: int, asked: int, plain: bytes, aad: bytes) -> None:
    top = ring(0, {0: bytes(32)})
    lower = HeldCircle(CIRCLE, "file", "Amina", 3, {0: (rung, top.circles[CIRCLE].secret(rung, 0))})
    reader = Keyring.fresh(PROVIDER, ME)
    reader.hold(lower)
    space = space_of(CIRCLE, asked)
    epoch, nonce, sealed = top.seal(space, aad, plain)
    if asked >= rung:
        assert reader.open(space, epoch, aad, nonce, sealed) == plain
    else:
        with pytest.raises(Locked):
            reader.open(space, epoch, aad, nonce, sealed)
        with pytest.raises(Locked):
            reader.seal(space, aad, plain)


@given(plain=st.binary(max_size=64), aad=st.binary(max_size=32), bit=st.integers(0, 10_000))
def test_any_changed_bit_keeps_it_shut(plain: bytes, aad: bytes, bit: int) -> None:
    keyring = ring(0, {0: b"\1" * 32})
    space = space_of(CIRCLE, 1)
    epoch, nonce, sealed = keyring.seal(space, aad, plain)
    whole = bytearray(aad + nonce + sealed)
    whole[bit // 8 % len(whole)] ^= 1 << bit % 8
    changed = bytes(whole)
    split, end = len(aad), len(aad) + 12
    with pytest.raises(BadSeal):
        keyring.open(space, epoch, changed[:split], changed[split:end], changed[end:])


def test_each_space_epoch_and_circle_has_a_key_of_its_own() -> None:
    secrets = {0: b"\1" * 32, 1: b"\2" * 32}
    keyring = ring(0, secrets)
    space = space_of(CIRCLE, 0)
    epoch, nonce, sealed = keyring.seal(space, b"", b"words")
    assert epoch == 1
    for other, at in ((space, 0), (space_of(CIRCLE, 1), 1)):
        with pytest.raises(BadSeal):
            keyring.open(other, at, b"", nonce, sealed)
    with pytest.raises(Locked):
        keyring.open(space, 2, b"", nonce, sealed)
    with pytest.raises(Locked):
        keyring.open(space_of(bytes(16), 0), 0, b"", nonce, sealed)


def test_a_kept_keyring_comes_back_whole() -> None:
    keyring = ring(1, {0: b"\1" * 32, 3: b"\2" * 32})
    keyring.joining = b"a step"
    again = Keyring.load(PROVIDER, keyring.dump())
    assert again == keyring
    assert (again.device, again.box) == (keyring.device, keyring.box)
    for broken in (b"", b"\xc0", keyring.dump()[:-1], keyring.dump() + b"\0"):
        with pytest.raises(BadSeal):
            Keyring.load(PROVIDER, broken)


def test_a_higher_rung_that_comes_later_is_taken_and_a_lower_one_takes_nothing_away() -> None:
    top = ring(0, {0: b"\1" * 32}).circles[CIRCLE]
    low = HeldCircle(CIRCLE, "file", "Amina", 3, {0: (2, top.secret(2, 0))})
    for order in ((low, top), (top, low)):
        keyring = Keyring.fresh(PROVIDER, ME)
        for held in order:
            keyring.hold(held)
        assert keyring.circles[CIRCLE].rung == 0
        assert keyring.epoch(space_of(CIRCLE, 0)) == 0


def test_a_secret_that_does_not_give_the_one_that_is_held_replaces_nothing() -> None:
    """joplin#16382: a key that came with the first sync replaced the right one, and the notes were lost for ever."""
    low = HeldCircle(CIRCLE, "file", "Amina", 3, {0: (1, b"\1" * 32)})
    keyring = Keyring.fresh(PROVIDER, ME)
    for held in (low, HeldCircle(CIRCLE, "file", "Amina", 3, {0: (0, b"\2" * 32), 1: (0, b"\3" * 32)})):
        keyring.hold(held)

    assert dict(keyring.circles[CIRCLE].secrets) == {0: (1, b"\1" * 32), 1: (0, b"\3" * 32)}


def test_many_rows_open_in_one_call_and_what_does_not_is_none() -> None:
    keyring = ring(0, {0: b"\1" * 32})
    rows = []
    for number in range(30):
        space = space_of(CIRCLE, number % 3)
        epoch, nonce, sealed = keyring.seal(space, b"aad", b"%d" % number)
        rows.append((space, epoch, b"aad" if number % 5 else b"other", nonce, sealed))
    rows.append((bytes(16), 0, b"", bytes(12), bytes(16)))
    opened = run(keyring.open_many(rows))
    assert opened == [b"%d" % number if number % 5 else None for number in range(30)] + [None]


def test_a_keyring_tells_nothing_when_it_is_printed() -> None:
    keyring = ring(0, {0: b"\1" * 32})
    assert repr(keyring) == "<Keyring of 1 circles>"
