"""The lock: PIN ‖ Argon2id ‖ device secret → the key that opens the ring key, which seals the keyring.

A wrong PIN costs a growing wait that survives restarts; it never destroys anything. There is no stored verifier:
the right PIN is the one that opens. What it is worth is said in DESIGN 3: it stops a person, not a copied phone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol

from app.keys.derive import hkdf
from app.keys.errors import BadSeal, NoLock, WrongPin
from app.keys.keyring import NONCE, Keyring
from app.keys.provider import Provider
from sync.errors import Malformed
from sync.packing import blob, blob_upto, number, pack, parts, unpack

MEMORY_KIB, PASSES = 64 * 1024, 3
"""RFC 9106's second choice but for one lane, so that every provider computes it alike; 0.24 s here."""

FLOOR_KIB = 19 * 1024
"""A header that asks for less than OWASP's floor is not honoured."""

FIRST_WAIT_MS, LONGEST_WAIT_MS = 1_000, 15 * 60 * 1_000
FREE_TRIES = 1
"""So many slips of the finger before a wait."""

LOCK, RING = "lock", "keyring"
_AAD = b"bb/lock/1"
DeviceSecret = Callable[[bytes], Awaitable[bytes]]
"""32 bytes that only this device can make from a salt."""


class Notes(Protocol):
    """Where the lock keeps its two small facts: the journal."""

    def meta(self, key: str) -> bytes | None: ...

    def set_meta(self, key: str, value: bytes | None) -> None: ...


@dataclass(frozen=True)
class Header:
    """What is in the clear; all but the tries is bound into the seal. `next_ms` = when the next try counts."""

    salt: bytes
    memory_kib: int
    passes: int
    wrapped: bytes = b""
    tries: int = 0
    next_ms: int = 0

    @property
    def aad(self) -> bytes:
        return _AAD + self.salt + self.memory_kib.to_bytes(4, "big") + self.passes.to_bytes(4, "big")

    def dump(self) -> bytes:
        return pack([1, self.salt, self.memory_kib, self.passes, self.wrapped, self.tries, self.next_ms])

    @classmethod
    def load(cls, kept: bytes | None) -> Header:
        """`NoLock` when there is none."""
        if kept is None:
            raise NoLock
        _, salt, memory, passes, wrapped, tries, next_ms = parts(unpack(kept, 4096), 7, 16)[:7]
        return cls(
            blob(salt, 16), number(memory), number(passes), blob_upto(wrapped, 256), number(tries), number(next_ms)
        )


class OpenLock:
    """While it is open: holds the ring key, so that the keyring can be kept again without the PIN."""

    def __init__(
        self, provider: Provider, notes: Notes, device: DeviceSecret, now: Callable[[], int], ring_key: bytes
    ) -> None:
        self._provider = provider
        self._notes = notes
        self._device = device
        self._now = now
        self._ring_key = ring_key

    def keep(self, keyring: Keyring) -> None:
        """The keyring as it is now, sealed, on disk; part of an open transaction if there is one."""
        nonce = self._provider.random(NONCE)
        self._notes.set_meta(RING, nonce + self._provider.seal(self._ring_key, nonce, keyring.dump(), _AAD))

    def load(self) -> Keyring:
        """The keyring as it was kept; `BadSeal`, `NoLock`."""
        kept = self._notes.meta(RING)
        if kept is None:
            raise NoLock
        plain = self._provider.open(self._ring_key, kept[:NONCE], kept[NONCE:], _AAD)
        keyring = Keyring.load(self._provider, plain)
        keyring.keeper = self
        return keyring

    async def try_pin(self, pin: str) -> None:
        """`WrongPin` unless this is the one that opens; a try like any other."""
        await open_lock(self._provider, self._notes, self._device, pin, now=self._now)

    async def set_pin(self, pin: str) -> None:
        """From now on this PIN opens; the keyring stays sealed as it is."""
        header = Header(self._provider.random(16), MEMORY_KIB, PASSES)
        key = await _pin_key(self._provider, header, pin, self._device)
        nonce = self._provider.random(NONCE)
        wrapped = nonce + self._provider.seal(key, nonce, self._ring_key, header.aad)
        self._notes.set_meta(LOCK, replace(header, wrapped=wrapped).dump())


def new_lock(provider: Provider, notes: Notes, device: DeviceSecret, *, now: Callable[[], int]) -> OpenLock:
    """A lock without a PIN yet: `keep` a keyring, then `set_pin`. It has no effect on disk before."""
    return OpenLock(provider, notes, device, now, provider.random(32))


def wait_ms(notes: Notes, now: int) -> int:
    """How long until the next try counts, at a device clock of `now`; 0 when it may come at once."""
    return _wait(Header.load(notes.meta(LOCK)), now)


def stretching(notes: Notes) -> tuple[bytes, int, int]:
    """Salt, KiB and passes of the PIN: no secret, and what whoever draws the lock may begin with."""
    header = Header.load(notes.meta(LOCK))
    return header.salt, header.memory_kib, header.passes


async def open_lock(
    provider: Provider, notes: Notes, device: DeviceSecret, pin: str, *, now: Callable[[], int]
) -> OpenLock:
    """`WrongPin` with the wait (also when it came too early, then untried), `NoLock`.

    The try is written down before it is made: cutting it off gains nothing.
    """
    header = Header.load(notes.meta(LOCK))
    if wait := _wait(header, now()):
        raise WrongPin(wait)
    tried = replace(header, tries=header.tries + 1, next_ms=now() + _delay(header.tries + 1))
    notes.set_meta(LOCK, tried.dump())
    key = await _pin_key(provider, header, pin, device)
    try:
        ring_key = provider.open(key, header.wrapped[:NONCE], header.wrapped[NONCE:], header.aad)
    except BadSeal:
        after = replace(tried, next_ms=now() + _delay(tried.tries))
        notes.set_meta(LOCK, after.dump())
        raise WrongPin(_delay(tried.tries)) from None
    notes.set_meta(LOCK, replace(header, tries=0, next_ms=0).dump())
    return OpenLock(provider, notes, device, now, ring_key)


def _delay(tries: int) -> int:
    """The wait after that many wrong tries in a row, ms: none, then 1, 2, 4 … s, at most a quarter of an hour."""
    if tries <= FREE_TRIES:
        return 0
    return int(min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** min(tries - FREE_TRIES - 1, 30)))


def _wait(header: Header, now: int) -> int:
    """A device clock that was set back cannot make the wait longer than it was to begin with."""
    return max(0, min(header.next_ms - now, _delay(header.tries)))


async def _pin_key(provider: Provider, header: Header, pin: str, device: DeviceSecret) -> bytes:
    if header.memory_kib < FLOOR_KIB or header.memory_kib > 1024 * 1024 or not 1 <= header.passes <= 100:
        raise Malformed("not a lock of ours")
    digits = "".join(str(unicodedata.decimal(letter, letter)) for letter in unicodedata.normalize("NFKC", pin))
    stretched = await provider.stretch(digits.encode(), header.salt, header.memory_kib, header.passes)
    return hkdf(stretched + await device(header.salt), b"bb/lock/1")
