"""What waits in a space, as it can go: chosen in writing order, stamped, and sealed where it is not yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sync.ciphers import Sealer
from sync.codes import Reason
from sync.errors import Locked, Malformed, TooLarge
from sync.journal import SELECT_UNSENT, Journal
from sync.stamp import Stamp
from sync.unsent import UnsentRow, fold
from sync.version import Said, Version, pack_said, sealed_version, unpack_said

OVERHEAD = 48  # bytes of a version beside its words
DAMAGED = "damaged"  # a write of ours that does not open any more; kept, and said

Opened = tuple[UnsentRow, Stamp, bytes]
"""A write, its stamp, and its body."""
Place = tuple[bytes, bytes, bytes, int]
"""space, row, author, n"""


class Begin(NamedTuple):
    """Behind what a piece goes, and by what it is stamped and sealed."""

    author: bytes
    n: int
    previous: Stamp
    offset: int
    epoch: int


class Piece(NamedTuple):
    """Writes that go together, some `size` bytes: `leaves` by row, up to number `n` and stamp `previous`.

    `anew` = what had to be sealed again; the others go as they were typed.
    """

    begin: Begin
    chosen: list[UnsentRow]
    size: int
    n: int
    previous: Stamp
    leaves: dict[bytes, bytes]
    anew: list[Version]


class Pieces:
    """Makes them; what cannot go is kept with the reason, and not tried again in this conversation."""

    def __init__(self, journal: Journal, sealer: Sealer) -> None:
        self._journal = journal
        self._sealer = sealer
        self.skipped: set[int] = set()

    def make(self, space: bytes, begin: Begin, now: int, budget: int) -> Piece:
        """The next one that fits `budget` bytes; `now`: corrected, ms. Raises `Locked`."""
        chosen, size = self._choose(space, budget)
        before = self._said_before(space, begin.author, chosen)
        writes, previous = self._stamped(begin, chosen, now)
        leaves, anew, n = {}, [], begin.n
        for row, stamped in writes.items():
            version, as_typed = self._version((space, row, begin.author, n), begin.epoch, before.get(row), stamped)
            if version is not None:
                n, leaves[row] = version.n, stamped[0][0].leaf if as_typed else version.leaf
                anew += [] if as_typed else [version]
        kept = [one for one in chosen if one.number not in self.skipped]
        return Piece(begin, kept, size, n, previous, leaves, anew)

    def is_next(self, space: bytes, piece: Piece) -> bool:
        """Whether what waits there begins with just these writes."""
        last = piece.chosen[-1].number if piece.chosen else 0
        sql = "SELECT number FROM unsent WHERE space=? AND offered=0 AND number<=? ORDER BY number"
        return [place for (place,) in self._journal.run(sql, (space, last))] == [one.number for one in piece.chosen]

    def free(self, space: bytes) -> Iterator[UnsentRow]:
        """What waits there and is not on its way, in writing order."""
        found = self._journal.run(SELECT_UNSENT + "WHERE space=? AND offered=0 ORDER BY number", (space,))
        return (UnsentRow(*one) for one in found)

    def _choose(self, space: bytes, budget: int) -> tuple[list[UnsentRow], int]:
        """The next writes in writing order that fit the budget; at least one."""
        chosen: list[UnsentRow] = []
        size = 0
        for one in self.free(space):
            if one.number in self.skipped:
                continue
            more = len(one.sealed) + OVERHEAD
            if chosen and size + more > budget:
                break
            chosen.append(one)
            size += more
        return chosen, size

    def _version(
        self, behind: Place, epoch: int, said: Said | None, stamped: list[tuple[UnsentRow, Stamp]]
    ) -> tuple[Version | None, bool]:
        """What a row says now, folded onto what we said of it before; whether nothing came between since it was typed.

        None where nothing of it can go.
        """
        space, row, author, n = behind
        if len(stamped) == 1 and said is None:
            one, stamp = stamped[0]
            if one.fits(author, epoch, stamp, n):  # its leaf says that it is whole: no need to open it
                return one.version, True
        body = self._folded(said, self._opened(stamped))
        return (sealed_version(self._sealer, (space, row, author, n + 1), body) if body is not None else None), False

    def _stamped(
        self, begin: Begin, chosen: list[UnsentRow], now: int
    ) -> tuple[dict[bytes, list[tuple[UnsentRow, Stamp]]], Stamp]:
        """The writes of each row with their stamps, and the last of these."""
        previous = begin.previous
        writes: dict[bytes, list[tuple[UnsentRow, Stamp]]] = {}
        for one in chosen:
            if one.number not in self.skipped:
                stamp = one.settled(offset=begin.offset, hub_now=now, previous=previous)
                previous = max(previous, stamp)
                writes.setdefault(one.row, []).append((one, stamp))
        return writes, previous

    def _opened(self, stamped: list[tuple[UnsentRow, Stamp]]) -> list[Opened]:
        """Those that are whole: nothing goes that the disk has spoilt."""
        opened = []
        for one, stamp in stamped:
            try:
                body = self._sealer.open(one.space, one.epoch, one.aad, one.nonce, one.sealed)
            except Malformed:
                self.skip([one], DAMAGED)
            except Locked:
                self.skipped.add(one.number)  # it waits for that key, and keeps nothing else waiting
            else:
                opened.append((one, stamp, body))
        return opened

    def _folded(self, said: Said | None, opened: list[Opened]) -> bytes | None:
        """All of it as one body; None where nothing is left or it is too large, which is kept, and said."""
        whole = None
        for one, stamp, body in opened:
            try:
                whole = said = fold(said, one.said(body, stamp))
            except Malformed:
                self.skip([one], DAMAGED)
        try:
            return pack_said(whole) if whole else None
        except TooLarge:
            self.skip([one for one, *_ in opened], Reason.SIZE)
            return None

    def _said_before(self, space: bytes, author: bytes, chosen: list[UnsentRow]) -> dict[bytes, Said]:
        """What the hub has of us, of the rows that are about to be offered."""
        found = self._journal.run(
            "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version WHERE space=? AND author=?"
            " AND (suite<>0 OR sealed<>leaf)"
            " AND row IN (SELECT row FROM unsent WHERE space=? AND offered=0 AND number<=?)",
            (space, author, space, chosen[-1].number if chosen else 0),
        )
        before = {}
        for version in (Version(*one) for one in found):
            try:
                body = self._sealer.open(space, version.epoch, version.aad, version.nonce, version.sealed)
                before[version.row] = unpack_said(body, version.suite)
            except Malformed:  # the disk is damaged there: what we say on top of it waits until it is whole again
                self.skipped.update(one.number for one in chosen if one.row == version.row)
        return before

    def skip(self, rows: Iterable[UnsentRow], reason: str) -> None:
        """Kept, said, and not tried again in this conversation."""
        news = [one for one in rows if one.number not in self.skipped]
        self.skipped.update(one.number for one in news)
        self._journal.run_many("INSERT OR REPLACE INTO refusal VALUES (?,?)", [(one.number, reason) for one in news])
