"""What ciphers do for sync; the app hands them in, so that sync holds no key and imports no cryptography."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Verify = Callable[[bytes, bytes, bytes], bool]  # (Ed25519 public key, message, signature) -> holds, cofactorless
Chance = Callable[[int], bytes]  # that many random bytes


class Sealer(Protocol):
    """Seals and opens with the keys of spaces: `HKDF(rung secret, "bb/key/1" ‖ space ‖ epoch)`."""

    def epoch(self, space: bytes) -> int:
        """The current epoch of a space. Raises `Locked` when no key of it is held."""
        ...

    def seal(self, space: bytes, aad: bytes, plain: bytes) -> tuple[int, bytes, bytes]:
        """(epoch, nonce of 12, ciphertext ‖ tag), always at the current epoch. Raises `Locked`."""
        ...

    def open(self, space: bytes, epoch: int, aad: bytes, nonce: bytes, sealed: bytes) -> bytes:
        """The plaintext. Raises `Locked` when that key is not held, `Malformed` or a subclass when the seal is bad."""
        ...


class Signer(Protocol):
    """This device: one Ed25519 key."""

    @property
    def device(self) -> bytes:
        """Public key, 32 bytes."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Signature, 64 bytes."""
        ...
