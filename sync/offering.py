"""From typed to offered: stamps settle, words are sealed at the current epoch, and a head signs the lot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sync.buckets import root_with
from sync.ciphers import Sealer, Signer
from sync.circles import Circles
from sync.codes import Reason
from sync.errors import Locked, Malformed, TooLarge
from sync.head import Head, seal_seen
from sync.journal import Journal, UnsentRow
from sync.log import Member, Membership
from sync.stamp import Stamp, day_of
from sync.unsent import fold, settled, unpack_unsent
from sync.version import SUITE, Said, Version, aad_of, pack_said, unpack_said
from sync.wire import Push

OVERHEAD = 48  # bytes of a version beside its words
HEAD = 320  # bytes of a head and of the push around it, beside what was seen
DAMAGED = "damaged"  # a write of ours that does not open any more; kept, and said


class Offering:
    """What waits is chosen, settled, sealed and signed; what cannot go is kept with the reason."""

    def __init__(self, journal: Journal, circles: Circles, sealer: Sealer, signer: Signer) -> None:
        self._journal = journal
        self._circles = circles
        self._sealer = sealer
        self._signer = signer
        self._skipped: set[int] = set()
        self.pulled = False  # all logs are here: who is not in a circle now is not in it

    def free_spaces(self) -> list[bytes]:
        """Where words wait to be offered and can be: the circle is known, we are in it, its key is here."""
        found = self._journal.run(
            "SELECT u.space, min(u.number) FROM unsent u WHERE u.offered=0"
            " AND NOT EXISTS (SELECT 1 FROM offered o WHERE o.space=u.space) GROUP BY u.space ORDER BY 2"
        )
        return [space for (space, _) in found.fetchall() if self._open_to_us(space)]

    def _open_to_us(self, space: bytes) -> bool:
        if self._circles.place(space) is None:
            return False
        if self._author(space) is None:
            if self.pulled:
                self._skip(self._free(space), Reason.STRANGER)
            return False
        try:
            self._sealer.epoch(space)
        except Locked:
            return False
        numbers = self._journal.run("SELECT number FROM unsent WHERE space=? AND offered=0", (space,))
        return any(place not in self._skipped for (place,) in numbers)

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
        chosen, size = self._choose(space, budget)
        words, previous = self._settle(space, member.author, chosen, now)
        versions = self._seal(space, member.author, words, chosen)
        if versions:
            kept = [one for one in chosen if one.number not in self._skipped]
            size += _head_size(self._keep(told, member, versions, previous, kept))
        return size

    def _free(self, space: bytes) -> Iterator[UnsentRow]:
        found = self._journal.run(
            "SELECT number, space, row, author, epoch, nonce, sealed, offered FROM unsent"
            " WHERE space=? AND offered=0 ORDER BY number",
            (space,),
        )
        return (UnsentRow(*one) for one in found)

    def _choose(self, space: bytes, budget: int) -> tuple[list[UnsentRow], int]:
        """The next writes in writing order that fit the budget; at least one.

        As it rests here, a write is somewhat longer than what it says as a version.
        """
        chosen: list[UnsentRow] = []
        size = 0
        for one in self._free(space):
            if one.number in self._skipped:
                continue
            size += len(one.sealed) + OVERHEAD // 2
            if chosen and size > budget:
                break
            chosen.append(one)
        return chosen, size

    def _settle(
        self, space: bytes, author: bytes, chosen: list[UnsentRow], now: int
    ) -> tuple[dict[bytes, Said], Stamp]:
        """What each row says now, stamped in writing order and folded onto what we said of it before."""
        words = self._said_before(space, author, chosen)
        offset, previous = self._journal.offset, self._journal.previous(space)
        touched: dict[bytes, Said] = {}
        for one in chosen:
            if one.number in self._skipped:
                continue
            try:
                unsent = unpack_unsent(self._sealer.open(space, one.epoch, one.aad, one.nonce, one.sealed))
            except Malformed:
                self._skip([one], DAMAGED)
                continue
            said, previous = settled(unsent, offset=offset, hub_now=now, previous=previous)
            touched[one.row] = fold(touched.get(one.row) or words.get(one.row), said)
        return touched, previous

    def _said_before(self, space: bytes, author: bytes, chosen: list[UnsentRow]) -> dict[bytes, Said]:
        """What the hub has of us, of the rows that are about to be offered."""
        found = self._journal.run(
            "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version WHERE space=? AND author=?"
            " AND row IN (SELECT row FROM unsent WHERE space=? AND offered=0 AND number<=?)",
            (space, author, space, chosen[-1].number if chosen else 0),
        )
        before = {}
        for version in (Version(*one) for one in found):
            try:
                body = self._sealer.open(space, version.epoch, version.aad, version.nonce, version.sealed)
                before[version.row] = unpack_said(body, version.suite)
            except Malformed:  # the disk is damaged there: what we say on top of it waits until it is whole again
                self._skipped.update(one.number for one in chosen if one.row == version.row)
        return before

    def _seal(self, space: bytes, author: bytes, words: dict[bytes, Said], chosen: list[UnsentRow]) -> list[Version]:
        n = self._acknowledged_n(space, author)
        epoch = self._sealer.epoch(space)
        versions = []
        for row, said in words.items():
            try:
                body = pack_said(said)
            except TooLarge:
                self._skip([one for one in chosen if one.row == row], Reason.SIZE)
                continue
            n += 1
            sealed_at, nonce, sealed = self._sealer.seal(space, aad_of(SUITE, space, row, author, n, epoch), body)
            versions.append(Version(space, row, author, n, sealed_at, SUITE, nonce, sealed))
        return versions

    def _acknowledged_n(self, space: bytes, author: bytes) -> int:
        found = self._journal.run("SELECT n FROM head WHERE space=? AND author=?", (space, author)).fetchone()
        return 0 if found is None else int(found[0])

    def _keep(
        self, told: Membership, member: Member, versions: list[Version], previous: Stamp, chosen: list[UnsentRow]
    ) -> Head:
        journal, space, author = self._journal, versions[0].space, member.author
        rows = [(v.space, v.row, v.author, v.n, v.epoch, v.suite, v.nonce, v.sealed, v.leaf) for v in versions]
        seen = dict(journal.run("SELECT author, n FROM head WHERE space=? AND author!=?", (space, author)).fetchall())
        day = journal.run("SELECT day FROM head WHERE space=? AND author=?", (space, author)).fetchone()
        before, n = self._acknowledged_n(space, author), versions[-1].n
        head = Head(
            space=space,
            author=author,
            log_hash=told.tip,
            n=n,
            day=max(day_of(previous), day[0] if day else 0),
            root=root_with(journal, (space, author), {row[1]: row[8] for row in rows}),
            seen=seal_seen(self._sealer, space, author, n, seen),
        )
        head = replace(head, signature=self._signer.sign(head.signed))
        journal.run_many("INSERT INTO offered_version VALUES (?,?,?,?,?,?,?,?,?)", rows)
        journal.run(
            "INSERT INTO offered VALUES (?,?,?,?,?,?,?,?,?,?,0)", (space, author, *head.parts(), before, previous)
        )
        journal.run_many("UPDATE unsent SET offered=1 WHERE number=?", [(one.number,) for one in chosen])
        return head

    def _skip(self, rows: Iterable[UnsentRow], reason: str) -> None:
        """Kept, said, and not tried again in this conversation."""
        news = [one for one in rows if one.number not in self._skipped]
        self._skipped.update(one.number for one in news)
        self._journal.run_many("INSERT OR REPLACE INTO refusal VALUES (?,?)", [(one.number, reason) for one in news])


def size_of(push: Push) -> int:
    """Its bytes on the wire, about."""
    return _head_size(push.head) + sum(len(version.sealed) + OVERHEAD for version in push.versions)


def _head_size(head: Head) -> int:
    return len(head.seen) + HEAD
