"""The root over an author's rows, kept so that one change rehashes one bucket of 256."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import sha256
from threading import Lock

from sync.head import bucket_range, hash_of_bucket
from sync.hub.store import Sql
from sync.leaves import EMPTY, Leaves

Place = tuple[bytes, bytes, bytes]  # organisation, space, author
KEPT = 1_000  # of 8 KiB each


def root_over(buckets: Iterable[bytes]) -> bytes:
    """The root over 256 bucket hashes."""
    return sha256(b"".join(buckets)).digest()


class Roots:
    """Bucket hashes by author, each good for the root that the author's head in the database names."""

    def __init__(self) -> None:
        self._known: OrderedDict[Place, tuple[bytes, ...]] = OrderedDict()
        self._leaves = Leaves()
        self._turn = Lock()

    def buckets(self, sql: Sql, place: Place, root: bytes) -> tuple[bytes, ...]:
        """The 256 hashes as they are in the database, where the author's head names `root` (empty: no head yet)."""
        known = self._known.get(place)
        if known is not None and root_over(known) == root:
            return known
        if not root:
            return (EMPTY,) * 256
        leaves: list[dict[bytes, bytes]] = [{} for _ in range(256)]
        rows = sql("SELECT row, leaf FROM version WHERE organisation = ? AND space = ? AND author = ?", *place)
        for row, leaf in rows:
            leaves[row[0]][row] = leaf
        return tuple(hash_of_bucket(bucket) for bucket in leaves)

    def changed(
        self, sql: Sql, place: Place, buckets: tuple[bytes, ...], leaves: Mapping[bytes, bytes], fresh: Iterable[bytes]
    ) -> tuple[bytes, ...]:
        """The hashes once `leaves` stand ({row: leaf}, what is not in the database yet); `fresh` of them are new."""
        hashes = list(buckets)
        added: dict[int, dict[bytes, bytes]] = {row[0]: {} for row in fresh}
        for row, leaf in leaves.items():
            if row[0] in added:
                added[row[0]][row] = leaf
        sql_text = (
            "SELECT row, leaf FROM version WHERE organisation = ? AND space = ? AND author = ? AND row >= ? AND row < ?"
        )
        for first, news in added.items():
            hashes[first] = self._leaves.added(
                hashes[first], news, partial(sql, sql_text, *place, *bucket_range(first))
            )
        return tuple(hashes)

    def keep(self, place: Place, buckets: tuple[bytes, ...]) -> None:
        """These are in the database now."""
        with self._turn:
            self._known[place] = buckets
            self._known.move_to_end(place)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
