"""From typed to offered: what waits goes piece by piece, and a head signs each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sync.buckets import root_with
from sync.ciphers import Sealer, Signer
from sync.circles import Circles
from sync.codes import Reason
from sync.errors import Locked
from sync.head import Head, seal_seen
from sync.journal import Journal
from sync.membership import Member, Membership
from sync.piece import OVERHEAD, Begin, Piece, Pieces
from sync.stamp import day_of
from sync.unsent import ANEW, AS_TYPED
from sync.wire import Push

HEAD = 320  # bytes of a head and of the push around it, beside what was seen


class Offering:
    """Who may offer where, and the head over all that was offered; one piece is made ready ahead."""

    def __init__(self, journal: Journal, circles: Circles, sealer: Sealer, signer: Signer) -> None:
        self._journal = journal
        self._circles = circles
        self._sealer = sealer
        self._signer = signer
        self._pieces = Pieces(journal, sealer)
        self._ahead: dict[bytes, Piece] = {}
        self.pulled = False  # all logs are here: who is not in a circle now is not in it

    def free_spaces(self) -> list[bytes]:
        """Where words wait to be offered and can be: the circle is known, we are in it, its key is here."""
        found = self._journal.run(
            "WITH RECURSIVE one(space) AS (SELECT min(space) FROM unsent"  # from space to space, past all that waits
            " UNION ALL SELECT (SELECT min(space) FROM unsent WHERE space>one.space) FROM one WHERE space NOTNULL)"
            " SELECT space, (SELECT min(number) FROM unsent u WHERE u.space=one.space AND offered=0) AS first FROM one"
            " WHERE first NOTNULL AND NOT EXISTS (SELECT 1 FROM offered o WHERE o.space=one.space) ORDER BY first"
        )
        return [space for (space, _) in found.fetchall() if self._open_to_us(space)]

    def _open_to_us(self, space: bytes) -> bool:
        if self._circles.place(space) is None:
            return False
        if self._author(space) is None:
            if self.pulled:
                self._pieces.skip(self._pieces.free(space), Reason.STRANGER)
            return False
        try:
            self._sealer.epoch(space)
        except Locked:
            return False
        numbers = self._journal.run("SELECT number FROM unsent WHERE space=? AND offered=0", (space,))
        return any(place not in self._pieces.skipped for (place,) in numbers)

    def _author(self, space: bytes) -> Member | None:
        """As whom we offer there: who was closed hands in what she had written, under the name she wrote it."""
        device = self._signer.device
        return self._circles.author(space, device) or self._circles.late_author(space, device)

    def offer(self, now: int, spaces: Iterable[bytes], budget: int) -> None:
        """Settle, seal and sign what waits in these spaces, about `budget` bytes of it. `now`: corrected, ms."""
        with self._journal.transaction():
            for space in spaces:
                if budget <= 0:
                    break
                try:
                    budget -= self._offer(space, now, budget)
                except Locked:
                    continue

    def _offer(self, space: bytes, now: int, budget: int) -> int:
        place = self._circles.place(space)
        told = place and self._circles.with_ours(place[0])
        member = self._author(space)
        if not told or member is None:
            return 0
        begin = self._begin(space, member.author)
        piece = self._ahead.pop(space, None)
        if piece is None or piece.begin != begin or piece.size > budget or not self._pieces.is_next(space, piece):
            piece = self._pieces.make(space, begin, now, budget)
        return piece.size + (_head_size(self._keep(told, space, piece)) if piece.leaves else 0)

    def prepare(self, push: Push, now: int, budget: int) -> None:
        """The piece behind that one is made as if the hub had taken it already; it must be of other rows."""
        space = push.space
        found = self._journal.run("SELECT previous FROM offered WHERE space=?", (space,)).fetchone()
        if found is None:
            return
        try:
            begin = self._begin(space, push.author)._replace(n=push.head.n, previous=found[0])
            piece = self._pieces.make(space, begin, now, budget)
        except Locked:
            return
        rows = {one.row for one in piece.chosen}
        if rows and rows.isdisjoint(version.row for version in push.versions):
            self._ahead[space] = piece

    def _begin(self, space: bytes, author: bytes) -> Begin:
        journal = self._journal
        n, epoch = self._acknowledged_n(space, author), self._sealer.epoch(space)
        return Begin(author, n, journal.previous(space), journal.offset, epoch)

    def _acknowledged_n(self, space: bytes, author: bytes) -> int:
        found = self._journal.run("SELECT n FROM head WHERE space=? AND author=?", (space, author)).fetchone()
        return 0 if found is None else int(found[0])

    def _keep(self, told: Membership, space: bytes, piece: Piece) -> Head:
        journal, author, before, n = self._journal, piece.begin.author, piece.begin.n, piece.n
        seen = dict(journal.run("SELECT author, n FROM head WHERE space=? AND author!=?", (space, author)).fetchall())
        day = journal.run("SELECT day FROM head WHERE space=? AND author=?", (space, author)).fetchone()
        head = Head(
            space=space,
            author=author,
            log_hash=told.tip,
            n=n,
            day=max(day_of(piece.previous), day[0] if day else 0),
            root=root_with(journal, (space, author), piece.leaves),
            seen=seal_seen(self._sealer, space, author, n, seen),
        )
        head = replace(head, signature=self._signer.sign(head.signed))
        anew = {version.row for version in piece.anew}
        rows = [(*version, piece.leaves[version.row]) for version in piece.anew]
        journal.run_many("INSERT INTO offered_version VALUES (?,?,?,?,?,?,?,?,?)", rows)
        journal.run(
            "INSERT INTO offered VALUES (?,?,?,?,?,?,?,?,?,?,0)", (space, author, *head.parts(), before, piece.previous)
        )
        journal.run_many(
            "UPDATE unsent SET offered=? WHERE number=?",
            [(ANEW if one.row in anew else AS_TYPED, one.number) for one in piece.chosen],
        )
        return head


def size_of(push: Push) -> int:
    """Its bytes on the wire, about."""
    return _head_size(push.head) + sum(len(version.sealed) + OVERHEAD for version in push.versions)


def _head_size(head: Head) -> int:
    return len(head.seen) + HEAD
