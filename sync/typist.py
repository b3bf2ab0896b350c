"""Keeps what is typed: numbered, stamped and sealed as it will be offered, if nothing comes between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any  # Any: a field's value is whatever `packing.plain` lets through

from sync.ciphers import Sealer
from sync.journal import Journal
from sync.stamp import Stamp, settle
from sync.version import Said, Word, pack_said, sealed_version

Words = Mapping[str, tuple[Any, Mapping[bytes, Stamp] | None]]
"""{field: (value, what its author had seen)}"""


class Typist:
    """Where the last write of each author ended is remembered until `look_again`."""

    def __init__(self, journal: Journal, sealer: Sealer) -> None:
        self._journal = journal
        self._sealer = sealer
        self.look_again()

    def look_again(self) -> None:
        """After a sync: writes were acknowledged, the hub's clock was told."""
        self._offset = self._journal.offset
        self._numbers: dict[tuple[bytes, bytes], int] = {}
        self._stamps: dict[bytes, Stamp] = {}

    def keep(
        self, space: bytes, row: bytes, author: bytes, table: str, words: Words, *, raw: int, floor: Stamp
    ) -> None:
        """One write, on disk for good when the transaction is. `raw` = the phone's clock, ms.

        Raises `JournalFull`, `Locked`, `TooLarge`, or `Malformed` for a value that no field can hold.
        """
        raw = max(0, raw)
        before = self._stamps.get(space)
        stamp = settle(
            raw, self._offset, raw + self._offset, floor, self._last_stamp(space) if before is None else before
        )
        body = pack_said(Said(table, {name: Word(value, stamp, saw) for name, (value, saw) in words.items()}))
        place = space, author
        n = 1 + (self._numbers.get(place) or self._last_number(place))
        self._journal.keep_unsent(sealed_version(self._sealer, (space, row, author, n), body), raw, floor, stamp)
        self._numbers[place], self._stamps[space] = n, stamp

    def _last_stamp(self, space: bytes) -> Stamp:
        found = self._journal.run("SELECT max(stamp) FROM unsent WHERE space=?", (space,)).fetchone()
        return max(self._journal.said_until(space), found[0] or 0)

    def _last_number(self, place: tuple[bytes, bytes]) -> int:
        found = self._journal.run(
            "SELECT max(n) FROM (SELECT n FROM head WHERE space=? AND author=? UNION ALL"
            " SELECT n FROM offered WHERE space=? AND author=? UNION ALL"
            " SELECT n FROM unsent WHERE space=? AND author=?)",
            place * 3,
        ).fetchone()
        return int(found[0] or 0)
