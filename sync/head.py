"""A head signs everything an author wrote in a space: one signature and one root instead of one per row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any  # Any: unchecked MessagePack

from sync.ciphers import Sealer
from sync.errors import Malformed
from sync.packing import HALF, LONG, blob, blob_upto, expand, number, pack, parts, squeeze, unpack

SEEN_MAX = 16 * 1024  # sealed
SEEN_SAID_MAX = 128 * 1024  # inflated
_EMPTY = sha256().digest()


@dataclass(frozen=True, slots=True)
class Head:
    """The latest word of `author` on `space`: `n` writes, `day` of the latest stamp, `root` over every version."""

    space: bytes
    author: bytes
    log_hash: bytes
    n: int
    day: int
    root: bytes
    seen: bytes
    signature: bytes = b""

    @property
    def signed(self) -> bytes:
        """The bytes under the signature."""
        return b"bb/head/1" + b"".join(
            (
                self.space,
                self.author,
                self.log_hash,
                self.n.to_bytes(8),
                self.day.to_bytes(4),
                self.root,
                self.seen,
            )
        )

    @property
    def hash(self) -> bytes:
        """What a closing entry names it by."""
        return sha256(self.signed + self.signature).digest()

    def parts(self) -> list[Any]:
        """As it stands in a push, where space and author are named once."""
        return [self.log_hash, self.n, self.day, self.root, self.seen, self.signature]

    @classmethod
    def read(cls, space: bytes, author: bytes, value: Any) -> Head:
        """The inverse of `parts`; raises `Malformed`."""
        log_hash, n, day, root, seen, signature = parts(value, 6)
        return cls(
            space=space,
            author=author,
            log_hash=blob(log_hash, 32),
            n=number(n, LONG),
            day=number(day, HALF),
            root=blob(root, 32),
            seen=blob_upto(seen, SEEN_MAX),
            signature=blob(signature, 64),
        )


def root_of(leaves: Iterable[tuple[bytes, bytes]]) -> bytes:
    """SHA-256 over 256 bucket hashes; a bucket hashes the leaves of rows that begin with its byte, in row order.

    `leaves` = (row, leaf) in any order, each row once. 10,000 take some 7 ms.
    """
    buckets: list[list[bytes]] = [[] for _ in range(256)]
    for row, leaf in sorted(leaves):
        buckets[row[0]].append(leaf)
    return sha256(b"".join([sha256(b"".join(bucket)).digest() if bucket else _EMPTY for bucket in buckets])).digest()


def hash_of_bucket(leaves: Mapping[bytes, bytes]) -> bytes:
    """One of the 256: {row: leaf} of rows that begin with the same byte."""
    return sha256(b"".join([leaves[row] for row in sorted(leaves)])).digest() if leaves else _EMPTY


def bucket_range(first: int) -> tuple[bytes, bytes]:
    """Rows from the one, and before the other, begin with that byte."""
    return bytes([first]), bytes([first + 1]) if first < 255 else b"\xff" * 17


def seen_aad(space: bytes, author: bytes, n: int) -> bytes:
    """`"bb/seen/1" ‖ space ‖ author ‖ n(8)`."""
    return b"bb/seen/1" + space + author + n.to_bytes(8)


def seal_seen(sealer: Sealer, space: bytes, author: bytes, n: int, seen: Mapping[bytes, int]) -> bytes:
    """`epoch(4) ‖ nonce ‖ ciphertext` of {author: n}; raises `Locked`."""
    epoch, nonce, sealed = sealer.seal(space, seen_aad(space, author, n), squeeze(pack(dict(seen))))
    return epoch.to_bytes(4) + nonce + sealed


def open_seen(sealer: Sealer, head: Head) -> dict[bytes, int]:
    """{author: n} that counted for the author of that head; raises `Locked` or `Malformed`."""
    if len(head.seen) < 32:
        raise Malformed("nothing sealed")
    epoch, nonce, sealed = int.from_bytes(head.seen[:4]), head.seen[4:16], head.seen[16:]
    body = sealer.open(head.space, epoch, seen_aad(head.space, head.author, head.n), nonce, sealed)
    seen = unpack(expand(body, SEEN_SAID_MAX), SEEN_SAID_MAX)
    if type(seen) is not dict:
        raise Malformed("what was seen is a map")
    return {blob(author, 16): number(n) for author, n in seen.items()}
