"""HPKE base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, single shot, on any provider."""

from __future__ import annotations

from app.keys.derive import expand, extract
from app.keys.errors import BadKey, BadSeal
from app.keys.provider import Provider

KEM, KDF, AEAD = 0x0020, 0x0001, 0x0002
_KEM_SUITE = b"KEM" + KEM.to_bytes(2, "big")
_SUITE = b"HPKE" + b"".join(each.to_bytes(2, "big") for each in (KEM, KDF, AEAD))
ENC = 32
"""The length of the encapsulated key that stands before the ciphertext."""


def wrap(provider: Provider, ephemeral: bytes, public: bytes, info: bytes, plain: bytes, aad: bytes = b"") -> bytes:
    """`enc ‖ ciphertext` for the owner of `public`; `ephemeral` is a fresh X25519 private key, used once. BadKey."""
    enc = provider.x_public(ephemeral)
    key, nonce = _schedule(_shared(provider.x_shared(ephemeral, public), enc + public), info)
    return enc + provider.seal(key, nonce, plain, aad)


def unwrap(provider: Provider, private: bytes, wrapped: bytes, info: bytes, aad: bytes = b"") -> bytes:
    """What was wrapped for the public key of `private`, with that `info`; BadSeal otherwise."""
    enc, sealed = wrapped[:ENC], wrapped[ENC:]
    if len(enc) != ENC:
        raise BadSeal("too short")
    try:
        secret = provider.x_shared(private, enc)
    except BadKey as bad:
        raise BadSeal("does not open") from bad
    key, nonce = _schedule(_shared(secret, enc + provider.x_public(private)), info)
    return provider.open(key, nonce, sealed, aad)


def _shared(secret: bytes, context: bytes) -> bytes:
    """RFC 9180 4.1, ExtractAndExpand."""
    prk = extract(b"", b"HPKE-v1" + _KEM_SUITE + b"eae_prk" + secret)
    return expand(prk, (32).to_bytes(2, "big") + b"HPKE-v1" + _KEM_SUITE + b"shared_secret" + context, 32)


def _schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    """RFC 9180 5.1 for mode_base: the key and the nonce of sequence 0."""
    context = b"\x00" + _labeled_extract(b"", b"psk_id_hash", b"") + _labeled_extract(b"", b"info_hash", info)
    secret = _labeled_extract(shared, b"secret", b"")
    return _labeled_expand(secret, b"key", context, 32), _labeled_expand(secret, b"base_nonce", context, 12)


def _labeled_extract(salt: bytes, label: bytes, secret: bytes) -> bytes:
    return extract(salt, b"HPKE-v1" + _SUITE + label + secret)


def _labeled_expand(key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return expand(key, length.to_bytes(2, "big") + b"HPKE-v1" + _SUITE + label + info, length)
