"""What a phone has not got yet: everything above its cursor in the spaces it may read, in the order of the numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sync.errors import SyncError, Untold
from sync.head import Head
from sync.hub.store import Sql
from sync.version import Version
from sync.wire import PIECE_MAX, Piece, SyncRequest

STEP = 4_000  # pieces looked at for one answer
LOADS_MAX = 64  # circles loaded by one answer
AROUND = 160  # bytes around a sealed body, about

# Where this device may read: the entries of circles it has a seat in, and the spaces on its rung and below.
# `?1` organisation, `?2` device, `?3` after which number, `?4` one circle or NULL for all.
_MINE = """
WITH mine (space) AS (
  SELECT DISTINCT space.space FROM seat JOIN space
    ON space.organisation = seat.organisation AND space.circle = seat.circle AND space.rung >= seat.rung
  WHERE seat.organisation = ?1 AND seat.device = ?2 AND space.seq > ?3 AND (?4 IS NULL OR seat.circle = ?4)
), shared (circle) AS (
  SELECT DISTINCT circle.circle FROM seat JOIN circle
    ON circle.organisation = seat.organisation AND circle.circle = seat.circle
  WHERE seat.organisation = ?1 AND seat.device = ?2 AND circle.seq > ?3 AND (?4 IS NULL OR seat.circle = ?4)
)
SELECT entry.seq, 0 FROM shared CROSS JOIN entry
  ON entry.organisation = ?1 AND entry.circle = shared.circle AND entry.seq > ?3
UNION ALL SELECT version.seq, 1 FROM mine CROSS JOIN version
  ON version.organisation = ?1 AND version.space = mine.space AND version.seq > ?3
UNION ALL SELECT head.seq, 2 FROM mine CROSS JOIN head
  ON head.organisation = ?1 AND head.space = mine.space AND head.seq > ?3
ORDER BY 1 LIMIT ?5
"""


class Had:
    """The phone's own versions and heads that it need not be sent: named in `own`, or taken from this very request."""

    def __init__(self, asked: SyncRequest, push_answers: Sequence[SyncError | None]) -> None:
        self._upto = {(space, author): n for space, author, n in asked.own}
        self._pushed: dict[tuple[bytes, bytes], list[tuple[int, int]]] = {}
        for push, no in zip(asked.pushes, push_answers, strict=True):
            if no is None:
                self._pushed.setdefault((push.space, push.author), []).append((push.before, push.head.n))

    def __contains__(self, piece: Piece) -> bool:
        if isinstance(piece, bytes):
            return False
        place = (piece.space, piece.author)
        pushed = self._pushed.get(place, ())
        return piece.n <= self._upto.get(place, 0) or any(before < piece.n <= n for before, n in pushed)


@dataclass(frozen=True, slots=True)
class Pulled:
    """An answer's pieces, and how far each stream has come: the phone's own cursor first, then those of the loads."""

    pieces: tuple[Piece, ...]
    cursor: bytes
    more: bool
    loads: tuple[tuple[bytes, bytes, bool], ...]


@dataclass(slots=True)
class _Stream:
    after: int
    ahead: list[tuple[int, int]]
    full: bool


class Pull:
    """Reads for one device of one organisation."""

    def __init__(self, sql: Sql, organisation: bytes, device: bytes) -> None:
        self._sql = sql
        self._organisation = organisation
        self._device = device

    def newest(self) -> bytes:
        """The cursor of the last number given, empty when none was."""
        ((seq,),) = self._sql("SELECT seq FROM organisation WHERE organisation = ?", self._organisation)
        return self._cursor(seq)

    def seq(self, cursor: bytes) -> int:
        """The number of a cursor; raises `Untold` when this hub never said it."""
        seq = int.from_bytes(cursor[:8])
        if cursor and (seq >= 1 << 63 or self._cursor(seq) != cursor):
            raise Untold
        return seq

    def _cursor(self, seq: int) -> bytes:
        """Number ‖ tag of the transaction that gave it."""
        tag = self._sql(
            "SELECT tag FROM turn WHERE organisation = ? AND seq >= ? ORDER BY seq LIMIT 1", self._organisation, seq
        )
        return seq.to_bytes(8) + tag[0][0] if seq and tag else b""

    def pull(self, cursor: bytes, loads: Collection[tuple[bytes, bytes]], had: Had) -> Pulled:
        """At most about half a MiB, without what the phone `had`; raises `Untold`."""
        newest = self.newest()
        main = self._stream(self.seq(cursor), None)
        asked = list(loads)
        streams = [self._stream(self.seq(at), circle) for circle, at in asked[:LOADS_MAX]]
        taken, upto = self._take([main, *streams], had)
        ends = [self._end(stream, upto, newest) for stream in (main, *streams)]
        return Pulled(
            pieces=tuple(taken),
            cursor=ends[0][0],
            more=ends[0][1],
            loads=(
                *((circle, at, more) for (circle, _), (at, more) in zip(asked, ends[1:], strict=False)),
                *((circle, at, True) for circle, at in asked[LOADS_MAX:]),
            ),
        )

    def _stream(self, after: int, circle: bytes | None) -> _Stream:
        ((last,),) = self._sql("SELECT seq FROM organisation WHERE organisation = ?", self._organisation)
        if last == after:
            return _Stream(after, [], full=False)
        ahead = self._sql(_MINE, self._organisation, self._device, after, circle, STEP)
        return _Stream(after, [(seq, kind) for seq, kind in ahead], full=len(ahead) == STEP)

    def _take(self, streams: list[_Stream], had: Had) -> tuple[list[Piece], int]:
        """Pieces in order, and the number up to which all streams are answered."""
        upto = min((stream.ahead[-1][0] for stream in streams if stream.full), default=1 << 62)
        ahead = sorted({key for stream in streams for key in stream.ahead if key[0] <= upto})
        taken: list[Piece] = []
        room = PIECE_MAX
        for seq, kind in ahead:
            piece, size = self._piece(seq, kind)
            if piece in had:
                continue
            if size > room and taken:
                return taken, seq - 1
            room -= size
            taken.append(piece)
        return taken, upto

    def _end(self, stream: _Stream, upto: int, newest: bytes) -> tuple[bytes, bool]:
        if stream.full or (stream.ahead and stream.ahead[-1][0] > upto):
            return self._cursor(max(stream.after, upto)), True
        return newest, False

    def _piece(self, seq: int, kind: int) -> tuple[Piece, int]:
        if kind == 0:
            ((raw,),) = self._sql("SELECT raw FROM entry WHERE organisation = ? AND seq = ?", self._organisation, seq)
            return raw, len(raw) + 8
        if kind == 1:
            (row,) = self._sql(
                "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version"
                " WHERE organisation = ? AND seq = ?",
                self._organisation,
                seq,
            )
            version = Version(*row)
            return version, len(version.sealed) + AROUND
        (row,) = self._sql(
            "SELECT space, author, log_hash, n, day, root, seen, signature FROM head"
            " WHERE organisation = ? AND seq = ?",
            self._organisation,
            seq,
        )
        head = Head(*row)
        return head, len(head.seen) + 2 * AROUND
