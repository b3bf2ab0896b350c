"""Ed25519 as every part of the product judges it: cofactorless, `S < L`, `encode(S·B − k·A) = R`."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verify(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature (64 bytes) holds under the key (32); OpenSSL's check is the cofactorless one."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
