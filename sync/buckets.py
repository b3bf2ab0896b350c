"""The root over an author's rows on this phone, kept so that one change rehashes one bucket of 256."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from weakref import WeakKeyDictionary

from sync.head import bucket_range, hash_of_bucket
from sync.journal import Journal
from sync.leaves import Leaves

Place = tuple[bytes, bytes]  # space, author
_HASH = 32
_KEPT_MAX = 64  # of 8 KiB each
_KEPT: WeakKeyDictionary[Journal, dict[Place, bytes]] = WeakKeyDictionary()
"""The last ones that were made, 256 hashes in a row; they are good where the author's head names the root over them."""
_LEAVES: WeakKeyDictionary[Journal, Leaves] = WeakKeyDictionary()


def root_with(journal: Journal, place: Place, leaves: Mapping[bytes, bytes]) -> bytes:
    """The root once `leaves` ({row: leaf}) stand beside, or in the place of, what counts of that author."""
    hashes = bytearray(_as_they_count(journal, place))
    news: dict[int, dict[bytes, bytes]] = {}
    for row, leaf in leaves.items():
        news.setdefault(row[0], {})[row] = leaf
    sql = "SELECT row, leaf FROM version WHERE space=? AND author=? AND row>=? AND row<?"
    leaves_here = _LEAVES.setdefault(journal, Leaves())
    for first, added in news.items():
        at = slice(first * _HASH, (first + 1) * _HASH)
        read = partial(journal.run, sql, (*place, *bucket_range(first)))
        hashes[at] = leaves_here.added(bytes(hashes[at]), added, read)
    kept = _KEPT.setdefault(journal, {})
    kept.pop(place, None)
    kept[place] = bytes(hashes)
    if len(kept) > _KEPT_MAX:
        del kept[next(iter(kept))]
    return sha256(hashes).digest()


def _as_they_count(journal: Journal, place: Place) -> bytes:
    head = journal.run("SELECT root FROM head WHERE space=? AND author=?", place).fetchone()
    kept = _KEPT.get(journal, {}).get(place)
    if head and kept and sha256(kept).digest() == head[0]:
        return kept
    buckets: list[dict[bytes, bytes]] = [{} for _ in range(256)]
    for row, leaf in journal.run("SELECT row, leaf FROM version WHERE space=? AND author=?", place):
        buckets[row[0]][row] = leaf
    return b"".join(map(hash_of_bucket, buckets))
