"""The one seam of cryptography: what the two providers, `native` and `web`, do byte for byte alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.keys.errors import BadKey, BadSeal

SealedOne = tuple[bytes, bytes, bytes, bytes]
"""key (32), nonce (12), sealed, AAD"""

SignedOne = tuple[bytes, bytes, bytes]
"""public key (32), message, signature (64)"""


def measure(key: bytes, nonce: bytes) -> None:
    """`BadKey` or `BadSeal` where the lengths are not those of AES-256-GCM."""
    if len(key) != 32:
        raise BadKey("a key has 32 bytes")
    if len(nonce) != 12:
        raise BadSeal("a nonce has 12 bytes")


class Provider(Protocol):
    """AES-256-GCM, Ed25519, X25519, Argon2id. Nonces and ephemeral keys are arguments, so that answers can be known.

    The plain calls are for one thing at a time and return at once; the awaited ones are for batches and for the PIN.
    """

    def random(self, length: int) -> bytes:
        """`length` bytes of the device's best chance."""

    def seal(self, key: bytes, nonce: bytes, plain: bytes, aad: bytes) -> bytes:
        """Ciphertext and tag (16 bytes longer than `plain`). Never twice with one nonce."""

    def open(self, key: bytes, nonce: bytes, sealed: bytes, aad: bytes) -> bytes:
        """What was sealed; BadSeal when a bit of any argument differs."""

    def ed_public(self, seed: bytes) -> bytes:
        """The public key (32) of an Ed25519 seed (32)."""

    def sign(self, seed: bytes, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes."""

    def verify(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Cofactorless: `S < L` and `encode(S·B − k·A) = R`. Garbage of any length is False, never an error."""

    def x_public(self, private: bytes) -> bytes:
        """The public key (32) of an X25519 private key (32)."""

    def x_shared(self, private: bytes, public: bytes) -> bytes:
        """The X25519 secret (32); BadKey when it would be all zeros."""

    async def open_many(self, sealed: Sequence[SealedOne]) -> list[bytes | None]:
        """As `open`, in order; None where it would have been BadSeal."""

    async def verify_many(self, signed: Sequence[SignedOne]) -> list[bool]:
        """As `verify`, in order."""

    async def stretch(self, secret: bytes, salt: bytes, memory_kib: int, passes: int) -> bytes:
        """Argon2id, one lane, 32 bytes out; `secret` not empty, `salt` of at least 8 bytes."""
