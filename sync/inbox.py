"""From delivered to believed: versions count together with the verified head that covers them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sync.buckets import root_with
from sync.ciphers import Sealer, Verify
from sync.circles import Circles
from sync.copied import notice, wrote_elsewhere
from sync.entry import Entry
from sync.errors import Locked, Malformed
from sync.following import FORK, FOUNDED, SIGNATURE, STRANGER
from sync.head import Head, open_seen
from sync.journal import Journal
from sync.membership import Membership
from sync.version import NO_WORDS, Version
from sync.wire import Piece

_SELECT = "SELECT space, author, log_hash, n, day, root, seen, signature FROM "

# Why the hub is said to hold something back
UNKNOWN_LOG = "log"  # a head or an entry names a log that was not delivered
ROOT = "root"  # the versions of an author are not those he signed
SEEN = "seen"  # somebody has seen more of an author than was delivered
NO_HEAD = "head"  # versions without a head that covers them
LOAD = "load"  # a newly granted circle was not handed out
FELL = "fell"  # a head older than one we have
_DERIVED = (UNKNOWN_LOG, ROOT, SEEN, NO_HEAD, LOAD, STRANGER, FOUNDED)
__all__ = [
    "FELL",
    "FORK",
    "FOUNDED",
    "LOAD",
    "NO_HEAD",
    "ROOT",
    "SEEN",
    "SIGNATURE",
    "STRANGER",
    "UNKNOWN_LOG",
    "Inbox",
]


class Inbox:
    """`changed` = the rows of which something new is believed, in this conversation."""

    def __init__(self, journal: Journal, circles: Circles, sealer: Sealer, verify: Verify, device: bytes) -> None:
        self._journal = journal
        self._circles = circles
        self._sealer = sealer
        self._verify = verify
        self._device = device
        self._first = True
        self._moved = 0  # so many that are believed still lie aside
        self.changed: set[tuple[bytes, bytes]] = set()

    # -- delivered

    def stage(self, pieces: Iterable[Piece]) -> set[bytes]:
        """Keep them aside; returns the spaces that were touched. Raises `Malformed`."""
        entries: list[Entry] = []
        versions: list[Version] = []
        heads: list[Head] = []
        for piece in pieces:
            if isinstance(piece, Version):
                versions.append(piece)
            elif isinstance(piece, Head):
                heads.append(piece)
            else:
                entries.append(Entry.read(piece))
        journal = self._journal
        journal.run_many(
            "INSERT OR IGNORE INTO staged_entry VALUES (?,?,?,?)",
            [(one.hash, one.circle, one.number, one.raw) for one in entries],
        )
        journal.run_many(
            "INSERT INTO staged VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (space, author, row) DO UPDATE SET n=excluded.n,"
            " epoch=excluded.epoch, suite=excluded.suite, nonce=excluded.nonce, sealed=excluded.sealed,"
            " leaf=excluded.leaf WHERE excluded.n > staged.n",
            [(v.space, v.row, v.author, v.n, v.epoch, v.suite, v.nonce, v.sealed, v.leaf) for v in versions],
        )
        journal.run_many(
            "INSERT INTO staged_head VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (space, author) DO UPDATE SET"
            " log_hash=excluded.log_hash, n=excluded.n, day=excluded.day, root=excluded.root, seen=excluded.seen,"
            " signature=excluded.signature WHERE excluded.n >= staged_head.n",
            [(one.space, one.author, *one.parts()) for one in heads],
        )
        return {one.space for one in versions} | {one.space for one in heads}

    # -- heads

    def believe(self, spaces: Collection[bytes], grown: Collection[bytes]) -> None:
        """Try the staged heads of these spaces and of the circles that grew; all of them the first time."""
        found = self._journal.run(_SELECT + "staged_head ORDER BY space, author").fetchall()
        for head in [Head(*one) for one in found]:
            place = self._circles.place(head.space)
            if place and (self._first or head.space in spaces or place[0] in grown):
                told = self._circles.of(place[0])
                if told is not None:
                    self._try(head, told, place[1])
        self._first = False
        if self._moved:
            self._clear()

    def _try(self, head: Head, told: Membership, rung: int) -> None:
        member = told.authors.get(head.author)
        if member is None or head.log_hash not in told.hashes or self._blanked(head, told):
            return  # it waits for the log
        if (
            member.rung > rung
            or told.hashes[head.log_hash] < member.number
            or not self._verify(member.device, head.signed, head.signature)
        ):
            self._drop_head(head, SIGNATURE)
            return
        final = told.finals.get((head.space, head.author))
        if not told.counts(head.space, head.author, head.n):
            return  # its author was closed before; it waits for a steward's word
        if final and head.n == final.n and head.hash != final.head:
            self._drop_head(head, FORK)
            return
        known = self._journal.run(
            "SELECT n, root FROM head WHERE space=? AND author=?", (head.space, head.author)
        ).fetchone()
        if known and head.n < known[0]:
            self._drop_head(head, FELL)
        elif known and head.n == known[0] and head.root != known[1]:
            self._drop_head(head, FORK)
        elif known and head.n == known[0]:
            if self._root(head) == head.root:  # where the disk was damaged, these are whole
                self._move(head)
            self._drop_head(head, None)
        elif self._root(head) == head.root:
            mine = member.device == self._device and head.author not in told.closed
            if mine and wrote_elsewhere(self._journal, head, known[0] if known else 0):
                notice(self._journal)
            self._move(head)

    def _blanked(self, head: Head, told: Membership) -> bool:
        """Whether leaves came in the place of words that no entry erases: a hub could withhold any text so."""
        blank = self._journal.run(
            "SELECT space, row FROM staged s WHERE space=? AND author=? AND n<=? AND suite=? AND sealed=leaf"
            " AND NOT EXISTS"
            " (SELECT 1 FROM version v WHERE v.space=s.space AND v.row=s.row AND v.author=s.author AND v.n>=s.n)",
            (head.space, head.author, head.n, NO_WORDS),
        ).fetchall()
        return bool(blank) and not told.erased(self._circles.root) >= {*blank}

    def _root(self, head: Head) -> bytes:
        """The root over what we would have of that author if the staged versions up to the head's n counted."""
        where = (head.space, head.author)
        staged = self._journal.run(
            "SELECT row, leaf FROM staged s WHERE space=? AND author=? AND n<=? AND NOT EXISTS (SELECT 1 FROM version v"
            " WHERE v.space=s.space AND v.row=s.row AND v.author=s.author AND v.n>=s.n)",
            (*where, head.n),
        )
        return root_with(self._journal, where, dict(staged.fetchall()))

    def _move(self, head: Head) -> None:
        journal = self._journal
        covered = (head.space, head.author, head.n)
        rows = journal.run("SELECT row FROM staged WHERE space=? AND author=? AND n<=?", covered).fetchall()
        journal.run(
            "INSERT INTO version SELECT * FROM staged WHERE space=? AND author=? AND n<=?"
            " ON CONFLICT (space, row, author) DO UPDATE SET n=excluded.n, epoch=excluded.epoch, suite=excluded.suite,"
            " nonce=excluded.nonce, sealed=excluded.sealed, leaf=excluded.leaf WHERE excluded.n > version.n",
            covered,
        )
        self._moved += len(rows)
        journal.run("INSERT OR REPLACE INTO head VALUES (?,?,?,?,?,?,?,?,0)", (head.space, head.author, *head.parts()))
        self._drop_head(head, None)
        journal.run("DELETE FROM withheld WHERE space=? AND author=?", (head.space, head.author))
        self.changed |= {(head.space, row) for (row,) in rows}

    def _clear(self) -> None:
        """What is believed need not lie aside. All of it at once takes a quarter of what row by row takes."""
        journal, all_of_it = self._journal, "DELETE FROM staged"
        believed = (
            " AS s WHERE EXISTS (SELECT 1 FROM version v WHERE v.space=s.space AND v.row=s.row AND v.author=s.author"
            " AND v.n>=s.n)"
        )
        (aside,) = journal.run("SELECT count(*) FROM staged").fetchone()
        journal.run(all_of_it if aside == self._moved else all_of_it + believed)
        self._moved = 0

    def _drop_head(self, head: Head, why: str | None) -> None:
        self._journal.run("DELETE FROM staged_head WHERE space=? AND author=?", (head.space, head.author))
        if why:
            self._journal.withhold(head.space, head.author, why)

    # -- whether it is all

    def hear(self) -> None:
        """Open what authors say they had seen; a key that is not here yet is tried again later."""
        found = self._journal.run(_SELECT + "head WHERE heard=0").fetchall()
        for head in [Head(*one) for one in found]:
            try:
                seen = open_seen(self._sealer, head)
            except Locked:
                continue
            except Malformed:
                seen = {}  # signed nonsense claims nothing
            self._journal.run_many(
                "INSERT INTO claim VALUES (?,?,?) ON CONFLICT (space, author) DO UPDATE SET n=max(n, excluded.n)",
                [(head.space, author, n) for author, n in seen.items()],
            )
            self._journal.run("UPDATE head SET heard=1 WHERE space=? AND author=?", (head.space, head.author))

    def judge(self, unfollowed: Collection[bytes], unlawful: Mapping[bytes, str]) -> None:
        """After a complete pull: whatever is still not whole is being held back, and that is said.

        `unfollowed` = circles of which entries came that do not follow; `unlawful` = {circle: why} of those among them
        that nobody had a right to.
        """
        journal = self._journal
        self._clear()
        journal.run_many("DELETE FROM withheld WHERE why=?", [(why,) for why in _DERIVED])
        loading = {circle for (circle,) in journal.run("SELECT circle FROM load")}
        for circle in loading:
            self._journal.withhold(circle, b"", LOAD)
        for circle in unfollowed:
            if circle not in loading:
                self._journal.withhold(circle, b"", unlawful.get(circle, UNKNOWN_LOG))

        found = journal.run(_SELECT + "staged_head").fetchall()
        heads = {(head.space, head.author): head for head in (Head(*one) for one in found)}
        staged = journal.run("SELECT DISTINCT space, author FROM staged").fetchall()
        claims = journal.run(
            "SELECT c.space, c.author FROM claim c LEFT JOIN head h USING (space, author) WHERE c.n > coalesce(h.n, 0)"
        ).fetchall()
        for why, cases in ((ROOT, list(heads)), (NO_HEAD, staged), (SEEN, claims)):
            for space, author in cases:
                told = self._complete(space, loading)
                if told is None or (why == NO_HEAD and (space, author) in heads):
                    continue
                behind = why == ROOT and not (author in told.authors and heads[space, author].log_hash in told.hashes)
                self._journal.withhold(space, author, UNKNOWN_LOG if behind else why)

    def _complete(self, space: bytes, loading: Collection[bytes]) -> Membership | None:
        """The membership of a space of which all should be here: this device reaches it, and it is not being loaded."""
        place = self._circles.place(space)
        if place is None or place[0] in loading or self._circles.author(space, self._device) is None:
            return None
        return self._circles.of(place[0])
