"""What a phone has not got yet: everything above its cursor in the spaces it may read, in the order of the numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sync.coming import AROUND, ENTRY, HEAD, weight
from sync.errors import SyncError, Untold
from sync.head import Head
from sync.hub.store import Sql
from sync.version import Version
from sync.wire import PIECE_MAX, Piece, SyncRequest

STEP = 4_000  # pieces looked at for one answer
ANSWER_ROOM = 3 * PIECE_MAX  # with many loads at once; a client takes 2 MiB
CUT = 9
IsOut = Callable[[], bool]
READ_AT_ONCE = 32

# Where this device may read: the entries of circles it has a seat in, and the spaces on its rung and below.
# Of a circle that it was closed in: the log as far as the entry that says so, and nothing else.
# `?1` organisation, `?2` device, `?3` after which number, `?4` one circle or NULL for all, `?5` whether it is out.
_MINE = """
WITH mine (space) AS (
  SELECT DISTINCT space.space FROM seat CROSS JOIN space
  WHERE seat.organisation = ?1 AND seat.device = ?2 AND seat.closed IS NULL AND ?5 = 0
    AND space.organisation = ?1 AND space.circle = seat.circle AND space.rung >= seat.rung
    AND space.seq > ?3 AND (seat.circle = ?4 OR ?4 IS NULL)
), shared (circle, upto) AS (
  SELECT circle.circle, CASE WHEN ?5 = 1 OR count(*) = count(seat.closed) THEN coalesce(max(seat.closed), 0) END
  FROM seat CROSS JOIN circle
  WHERE seat.organisation = ?1 AND seat.device = ?2
    AND circle.organisation = ?1 AND circle.circle = seat.circle AND circle.seq > ?3
    AND (seat.circle = ?4 OR ?4 IS NULL)
  GROUP BY circle.circle
)
SELECT entry.seq, {entry} FROM shared CROSS JOIN entry
  WHERE entry.organisation = ?1 AND entry.circle = shared.circle AND entry.seq > ?3
  AND (shared.upto IS NULL OR entry.seq <= shared.upto)
UNION ALL SELECT version.seq, {version} FROM mine CROSS JOIN version
  WHERE version.organisation = ?1 AND version.space = mine.space AND version.seq > ?3
UNION ALL SELECT head.seq, {head} FROM mine CROSS JOIN head
  WHERE head.organisation = ?1 AND head.space = mine.space AND head.seq > ?3
"""
_KIND_OF = _MINE.format(entry=0, version=1, head=2) + "ORDER BY 1 LIMIT ?6"
_BYTES = f"""SELECT coalesce(sum(size), 0) FROM ({
    _MINE.format(
        entry=f"length(entry.raw) + {ENTRY} AS size",
        version=f"length(version.sealed) + {AROUND}",
        head=f"length(head.seen) + {HEAD}",
    )
}) AS ahead"""  # noqa: S608 - numbers of ours


class Had:
    """The phone's own versions and heads that it need not be sent: named in `own`, or taken from this very request.

    `numbers` of those that were just written: they need not even be read.
    """

    def __init__(
        self, asked: SyncRequest, push_answers: Sequence[SyncError | None], numbers: Collection[int] = ()
    ) -> None:
        self.numbers = numbers
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
    """An answer's pieces, and how far each stream has come: the phone's own cursor first, then those of the loads.

    `newest` = the cursor of the last number given, empty when none was; `ahead` = bytes, about, that are still to come
    in streams that begin here.
    """

    newest: bytes
    pieces: tuple[Piece, ...]
    cursor: bytes
    more: bool
    loads: tuple[tuple[bytes, bytes, bool], ...]
    ahead: int


class Pull:
    """Reads for one device of one organisation."""

    def __init__(self, sql: Sql, organisation: bytes, device: bytes) -> None:
        self._sql = sql
        self._organisation = organisation
        self._device = device
        self._told: set[bytes] = set()

    def newest(self) -> bytes:
        """The cursor of the last number given, empty when none was."""
        ((seq,),) = self._sql("SELECT seq FROM organisation WHERE organisation = ?", self._organisation)
        return self._cursor(seq)

    def seq(self, cursor: bytes) -> int:
        """The number of a cursor; raises `Untold` when this hub never said it."""
        seq = int.from_bytes(cursor[:8])
        if cursor and cursor not in self._told:
            if seq >= 1 << 63 or self._cursor(seq) != cursor:
                raise Untold
            self._told.add(cursor)
        return seq

    def _cursor(self, seq: int) -> bytes:
        """Number ‖ tag of the transaction that gave it."""
        tag = self._sql(
            "SELECT tag FROM turn WHERE organisation = ? AND seq >= ? ORDER BY seq LIMIT 1", self._organisation, seq
        )
        return seq.to_bytes(8) + tag[0][0] if seq and tag else b""

    def pull(self, cursor: bytes, loads: Collection[tuple[bytes, bytes]], had: Had, is_out: IsOut) -> Pulled:
        """Some half a MiB, without what the phone `had`; every stream comes further. Raises `Untold`.

        `is_out`: whether the root log closed that device, which is then served its own end and nothing else.
        """
        newest = self.newest()
        asked: list[tuple[bytes | None, bytes]] = [(None, cursor), *loads]
        taken: dict[int, Piece] = {}
        ends: list[tuple[bytes, bool]] = []
        ahead = 0
        room = ANSWER_ROOM
        for circle, at in asked:
            most = STEP if circle is None else max(64, STEP // len(asked))
            after = self.seq(at)
            keys = self._ahead(after, circle, most, is_out) if int.from_bytes(newest[:8]) > after else []
            upto, size = self._take(keys, min(room, PIECE_MAX // len(asked)), had, taken)
            room -= size
            done = upto is None
            ends.append((newest, False) if done else (self._cursor(upto or after), True))
            if upto is not None and not at:
                ahead += self._bytes_after(upto, circle, is_out)
        return Pulled(
            newest=newest,
            pieces=tuple(taken[seq] for seq in sorted(taken)),
            cursor=ends[0][0],
            more=ends[0][1],
            loads=tuple((circle, end, more) for (circle, _), (end, more) in zip(loads, ends[1:], strict=True)),
            ahead=ahead,
        )

    def _bytes_after(self, after: int, circle: bytes | None, is_out: IsOut) -> int:
        ((size,),) = self._sql(_BYTES, self._organisation, self._device, after, circle, int(is_out()))
        return int(size)

    def _ahead(self, after: int, circle: bytes | None, most: int, is_out: IsOut) -> list[tuple[int, int]]:
        """(number, kind) of what comes after that number; the last is (number, CUT) when there is more than `most`."""
        asked = (self._organisation, self._device, after, circle, int(is_out()), most)
        ahead = [(seq, kind) for seq, kind in self._sql(_KIND_OF, *asked)]
        return [*ahead, (ahead[-1][0], CUT)] if len(ahead) == most else ahead

    def _take(
        self, keys: list[tuple[int, int]], room: int, had: Had, taken: dict[int, Piece]
    ) -> tuple[int | None, int]:
        """Adds to `taken` while there is room, one at least; (None when that is all, else up to where; bytes)."""
        upto, size = 0, 0
        for start in range(0, len(keys), READ_AT_ONCE):
            some = keys[start : start + READ_AT_ONCE]
            read = self._pieces([key for key in some if key[0] not in taken and key[0] not in had.numbers])
            for seq, kind in some:
                if kind == CUT:
                    return seq, size
                if seq in read and read[seq] not in had:
                    more = weight(read[seq])
                    if (size and size + more > room) or room <= 0:
                        return upto, size
                    taken[seq] = read[seq]
                    size += more
                upto = seq
        return None, size

    def _pieces(self, keys: list[tuple[int, int]]) -> dict[int, Piece]:
        """{number: piece}, each kind in one go."""
        read: dict[int, Piece] = {}
        for kind, (statement, piece) in enumerate(_KINDS):
            wanted = [seq for seq, of in keys if of == kind]
            if wanted:
                wanted += wanted[-1:] * (READ_AT_ONCE - len(wanted))  # one statement, however many there are
                rows = self._sql(statement, self._organisation, *wanted)
                read |= {seq: piece(*row) for seq, *row in rows}
        return read


_KINDS: tuple[tuple[str, Callable[..., Piece]], ...] = tuple(
    (f"{columns} WHERE organisation = ? AND seq IN ({', '.join('?' * READ_AT_ONCE)})", piece)
    for columns, piece in (
        ("SELECT seq, raw FROM entry", bytes),
        ("SELECT seq, space, row, author, n, epoch, suite, nonce, sealed FROM version", Version),
        ("SELECT seq, space, author, log_hash, n, day, root, seen, signature FROM head", Head),
    )
)
