"""The provider on CPython: `cryptography`."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.keys.errors import BadKey, BadSeal
from app.keys.provider import SealedOne, SignedOne, measure


class NativeProvider:
    """`chance` is only ever replaced in tests."""

    def __init__(self, chance: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._chance = chance

    def random(self, length: int) -> bytes:
        return self._chance(length)

    def seal(self, key: bytes, nonce: bytes, plain: bytes, aad: bytes) -> bytes:
        measure(key, nonce)
        return AESGCM(key).encrypt(nonce, plain, aad)

    def open(self, key: bytes, nonce: bytes, sealed: bytes, aad: bytes) -> bytes:
        measure(key, nonce)
        try:
            return AESGCM(key).decrypt(nonce, sealed, aad)
        except InvalidTag as bad:
            raise BadSeal("does not open") from bad

    def ed_public(self, seed: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    def sign(self, seed: bytes, message: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(seed).sign(message)

    def verify(self, public: bytes, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def x_public(self, private: bytes) -> bytes:
        return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()

    def x_shared(self, private: bytes, public: bytes) -> bytes:
        try:
            return X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
        except ValueError as bad:
            raise BadKey("no secret with that key") from bad

    async def open_many(self, sealed: Sequence[SealedOne]) -> list[bytes | None]:
        ciphers: dict[bytes, AESGCM] = {}
        opened: list[bytes | None] = []
        for key, nonce, body, aad in sealed:
            cipher = ciphers.get(key) or ciphers.setdefault(key, AESGCM(key))
            try:
                opened.append(cipher.decrypt(nonce, body, aad))
            except (InvalidTag, ValueError):
                opened.append(None)
        return opened

    async def verify_many(self, signed: Sequence[SignedOne]) -> list[bool]:
        return [self.verify(*each) for each in signed]

    async def stretch(self, secret: bytes, salt: bytes, memory_kib: int, passes: int) -> bytes:
        argon = Argon2id(salt=salt, length=32, iterations=passes, lanes=1, memory_cost=memory_kib)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # whoever drives this by hand has nothing else to do meanwhile
            return argon.derive(secret)
        return await loop.run_in_executor(None, argon.derive, secret)
