"""How often one may knock: token buckets in memory, small and forgetful; each process of a hub counts for itself."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from threading import Lock

from sync.errors import Busy


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` at once, then `per_second`."""

    burst: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Rates:
    """Founding, knocking (join, enrol, hello, login) and wrong tokens count per address; the rest per device."""

    found: Rate = Rate(30, 0.1)
    knock: Rate = Rate(300, 5)
    sync: Rate = Rate(600, 10)
    invite: Rate = Rate(120, 1)


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes of attachments a hub takes."""

    organisation: int = 10 * 1024**3
    space: int = 1024**3


class Buckets:
    """Raises `Busy` when a bucket is empty. Remembers the latest `most` who came; a forgotten one is full again."""

    def __init__(self, rate: Rate, most: int = 10_000) -> None:
        self._rate = rate
        self._most = most
        self._left: OrderedDict[bytes | str, tuple[float, int]] = OrderedDict()
        self._turn = Lock()

    def take(self, who: bytes | str, now: int) -> None:
        """One drop from the bucket of `who` at `now` (ms); raises `Busy` with the seconds until there is one again."""
        with self._turn:
            left, then = self._left.pop(who, (self._rate.burst, now))
            left = min(self._rate.burst, left + max(0, now - then) / 1000 * self._rate.per_second)
            empty = left < 1
            self._left[who] = (left if empty else left - 1, now)
            if len(self._left) > self._most:
                self._left.popitem(last=False)
        if empty:
            raise Busy(ceil((1 - left) / self._rate.per_second))
