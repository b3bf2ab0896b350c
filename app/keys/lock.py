"""The lock: PIN ‖ Argon2id ‖ device secret → the key that opens the ring key, which seals the keyring.

A PIN here is whatever she gives, six pictures and five words too (domain/locks.py). A wrong one costs a growing wait
that survives restarts; it never destroys anything. There is no stored verifier: the right one is the one that opens.
Digits or pictures stop a person, not a copied phone (docs/security.md).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.locks import PIN, canonical
from app.keys.derive import hkdf
from app.keys.errors import BadSeal, NoLock, WrongPin
from app.keys.keyring import NONCE, Keyring
from app.keys.provider import Provider
from sync.errors import Malformed
from sync.packing import blob, blob_upto, number, pack, parts, unpack, word

MEMORY_KIB, PASSES = 64 * 1024, 3
"""RFC 9106's second choice but for one lane, so that every provider computes it alike; 0.24 s here."""

FLOOR_KIB = 19 * 1024
"""A header that asks for less than OWASP's floor is not honoured."""

FIRST_WAIT_MS, LONGEST_WAIT_MS = 1_000, 15 * 60 * 1_000
FREE_TRIES = 1
"""So many slips of the finger before a wait."""

LOCK, RING = "lock", "keyring"
_AAD = b"bb/lock/1"
PASSKEY_MAX = 120
"""Bytes of a passkey's name: it stands in the name of a file, in hex digits."""

DeviceSecret = Callable[[bytes, bytes], Awaitable[bytes]]
"""32 bytes that only this device can make from a salt; 32 more of that passkey, unless it is empty."""


class Notes(Protocol):
    """Where the lock keeps its two small facts: the journal."""

    def meta(self, key: str) -> bytes | None: ...

    def set_meta(self, key: str, value: bytes | None) -> None: ...


@dataclass(frozen=True)
class Header:
    """What is in the clear; all but the tries is bound into the seal. `next_ms` = when the next try counts.

    `kind` = what the screen must draw before anything opens; `passkey` = the one that is asked as well.
    """

    salt: bytes
    memory_kib: int
    passes: int
    wrapped: bytes = b""
    tries: int = 0
    next_ms: int = 0
    kind: str = PIN
    passkey: bytes = b""

    @property
    def aad(self) -> bytes:
        """Of a PIN alone as it was before there were other kinds."""
        more = b"" if (self.kind, self.passkey) == (PIN, b"") else pack([self.kind, self.passkey])
        return _AAD + self.salt + self.memory_kib.to_bytes(4, "big") + self.passes.to_bytes(4, "big") + more

    def dump(self) -> bytes:
        spent = [self.wrapped, self.tries, self.next_ms]
        return pack([1, self.salt, self.memory_kib, self.passes, *spent, self.kind, self.passkey])

    @classmethod
    def load(cls, kept: bytes | None) -> Header:
        """`NoLock` when there is none."""
        if kept is None:
            raise NoLock
        said = parts(unpack(kept, 4096), 7, 16)
        _, salt, memory, passes, wrapped, tries, next_ms, kind, passkey = [*said, *(PIN, b"")[len(said) - 7 :]][:9]
        return cls(
            salt=blob(salt, 16),
            memory_kib=number(memory),
            passes=number(passes),
            wrapped=blob_upto(wrapped, 256),
            tries=number(tries),
            next_ms=number(next_ms),
            kind=word(kind, 16),
            passkey=blob_upto(passkey, PASSKEY_MAX),
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

    async def try_pin(self, pin: str) -> OpenLock:
        """`WrongPin` unless this is the one that opens; a try like any other."""
        return await open_lock(self._provider, self._notes, self._device, pin, now=self._now)

    async def set_pin(self, pin: str, kind: str = PIN, passkey: bytes = b"") -> None:
        """From now on this opens, with that passkey if there is one; the keyring stays sealed as it is."""
        header = Header(self._provider.random(16), MEMORY_KIB, PASSES, kind=kind, passkey=passkey)
        key = await _pin_key(self._provider, header, pin, await self._device(header.salt, passkey))
        nonce = self._provider.random(NONCE)
        wrapped = nonce + self._provider.seal(key, nonce, self._ring_key, header.aad)
        self._notes.set_meta(LOCK, replace(header, wrapped=wrapped).dump())


def new_lock(provider: Provider, notes: Notes, device: DeviceSecret, *, now: Callable[[], int]) -> OpenLock:
    """A lock without a PIN yet: `keep` a keyring, then `set_pin`. It has no effect on disk before."""
    return OpenLock(provider, notes, device, now, provider.random(32))


def wait_ms(notes: Notes, now: int) -> int:
    """How long until the next try counts, at a device clock of `now`; 0 when it may come at once."""
    return _wait(Header.load(notes.meta(LOCK)), now)


def header_of(notes: Notes) -> Header:
    """No secret, and what whoever draws the lock must know: its kind, its passkey, how it is stretched. `NoLock`."""
    return Header.load(notes.meta(LOCK))


async def open_lock(
    provider: Provider, notes: Notes, device: DeviceSecret, pin: str, *, now: Callable[[], int]
) -> OpenLock:
    """`WrongPin` with the wait (also when it came too early, then untried), `NoLock`.

    The try is written down before it is made: cutting it off gains nothing. What the device itself refuses is none.
    """
    header = Header.load(notes.meta(LOCK))
    if wait := _wait(header, now()):
        raise WrongPin(wait)
    secret = await device(header.salt, header.passkey)
    tried = replace(header, tries=header.tries + 1, next_ms=now() + _delay(header.tries + 1))
    notes.set_meta(LOCK, tried.dump())
    key = await _pin_key(provider, header, pin, secret)
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


async def _pin_key(provider: Provider, header: Header, pin: str, device: bytes) -> bytes:
    if header.memory_kib < FLOOR_KIB or header.memory_kib > 1024 * 1024 or not 1 <= header.passes <= 100:
        raise Malformed("not a lock of ours")
    stretched = await provider.stretch(canonical(pin).encode(), header.salt, header.memory_kib, header.passes)
    return hkdf(stretched + device, b"bb/lock/1")
