"""What lies in buckets that were hashed lately, by their hash: whoever adds to one again need not read it again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from threading import Lock

from sync.head import hash_of_bucket

MOST = 20_000  # rows, some 5 MB
EMPTY = sha256().digest()
"""The hash of a bucket in which nothing lies."""


class Leaves:
    """A hash names one content and no other, so nothing that is remembered here can be out of date."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, dict[bytes, bytes]] = OrderedDict()
        self._rows = 0
        self._turn = Lock()

    def added(
        self, before: bytes, news: Mapping[bytes, bytes], read: Callable[[], Iterable[tuple[bytes, bytes]]]
    ) -> bytes:
        """The hash of a bucket once `news` ({row: leaf}) stand in it.

        `before` = its hash without some or all of them; `read` gives what lies in it, where that is not remembered.
        """
        here = {} if before == EMPTY else self._forget(before)
        after = {**(dict(read()) if here is None else here), **news}
        hashed = hash_of_bucket(after)
        self._remember(hashed, after)
        return hashed

    def _forget(self, hashed: bytes) -> dict[bytes, bytes] | None:
        with self._turn:
            known = self._known.pop(hashed, None)
            self._rows -= len(known or ())
            return known

    def _remember(self, hashed: bytes, leaves: dict[bytes, bytes]) -> None:
        with self._turn:
            self._rows += len(leaves) - len(self._known.pop(hashed, ()))
            self._known[hashed] = leaves
            while self._rows > self._most:
                self._rows -= len(self._known.popitem(last=False)[1])
