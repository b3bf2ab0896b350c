"""The provider in the browser: noble, WebCrypto and hash-wasm, behind `js.brobygger.ciphers` (build/web/ciphers).

Each crossing into JavaScript is one buffer: count, lengths (u32, little endian), the bytes; batches come back likewise.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any  # Any: what JavaScript hands over

from app.keys.errors import BadKey, BadSeal
from app.keys.provider import SealedOne, SignedOne, measure

_NOTHING = 0xFFFFFFFF


class WebProvider:
    """`chance` is only ever replaced in tests."""

    def __init__(self, chance: Callable[[int], bytes] = os.urandom) -> None:
        from js import brobygger  # only there in the browser
        from pyodide.ffi import to_js

        self._ciphers = brobygger.ciphers
        self._to_js = to_js
        self._chance = chance

    def random(self, length: int) -> bytes:
        return self._chance(length)

    def seal(self, key: bytes, nonce: bytes, plain: bytes, aad: bytes) -> bytes:
        measure(key, nonce)
        return self._bytes(self._ciphers.seal(self._cross((key, nonce, plain, aad))))

    def open(self, key: bytes, nonce: bytes, sealed: bytes, aad: bytes) -> bytes:
        measure(key, nonce)
        opened = self._ciphers.open(self._cross((key, nonce, sealed, aad)))
        if opened is None:
            raise BadSeal("does not open")
        return self._bytes(opened)

    def ed_public(self, seed: bytes) -> bytes:
        return self._bytes(self._ciphers.edPublic(self._cross((seed,))))

    def sign(self, seed: bytes, message: bytes) -> bytes:
        return self._bytes(self._ciphers.sign(self._cross((seed, message))))

    def verify(self, public: bytes, message: bytes, signature: bytes) -> bool:
        return bool(self._ciphers.verify(self._cross((public, message, signature))))

    def x_public(self, private: bytes) -> bytes:
        return self._bytes(self._ciphers.xPublic(self._cross((private,))))

    def x_shared(self, private: bytes, public: bytes) -> bytes:
        shared = self._ciphers.xShared(self._cross((private, public)))
        if shared is None:
            raise BadKey("no secret with that key")
        return self._bytes(shared)

    async def open_many(self, sealed: Sequence[SealedOne]) -> list[bytes | None]:
        if not sealed:
            return []
        return unframe(self._bytes(await self._ciphers.openMany(self._cross(list(chain.from_iterable(sealed))))))

    async def verify_many(self, signed: Sequence[SignedOne]) -> list[bool]:
        if not signed:
            return []
        answers = self._bytes(await self._ciphers.verifyMany(self._cross(list(chain.from_iterable(signed)))))
        return [bool(each) for each in answers]

    async def stretch(self, secret: bytes, salt: bytes, memory_kib: int, passes: int) -> bytes:
        return self._bytes(await self._ciphers.stretch(self._cross((secret, salt)), memory_kib, passes))

    def _cross(self, parts: Sequence[bytes]) -> Any:
        return self._to_js(frame(parts))

    @staticmethod
    def _bytes(array: Any) -> bytes:
        return bytes(array.to_bytes())


def frame(parts: Sequence[bytes]) -> bytes:
    """Many byte strings as one."""
    return b"".join((struct.pack(f"<{len(parts) + 1}I", len(parts), *map(len, parts)), *parts))


def unframe(framed: bytes) -> list[bytes | None]:
    """The parts; None where a length says that there is nothing."""
    (count,) = struct.unpack_from("<I", framed)
    at, parts = 4 + 4 * count, list[bytes | None]()
    for length in struct.unpack_from(f"<{count}I", framed, 4):
        if length == _NOTHING:
            parts.append(None)
        else:
            parts.append(framed[at : at + length])
            at += length
    return parts
