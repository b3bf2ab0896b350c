"""From offered to answered: the very bytes stay until the hub says yes, and a certain no frees the words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from sync.head import Head
from sync.journal import Journal
from sync.offering import HEAD, size_of
from sync.piece import OVERHEAD
from sync.version import Version
from sync.wire import PIECE_MAX, PIECE_MIN, Push

Rank = Callable[[bytes], int]


class Outbox:
    """At most one piece per space is offered at a time. `rank` of a space: small goes first, 0 is urgent."""

    def __init__(self, journal: Journal, rank: Rank) -> None:
        self._journal = journal
        self._rank = rank
        self._went: set[bytes] = set()  # the spaces whose urgent piece this conversation sent ahead
        self._sent: list[bytes] = []  # the spaces of the last request

    def begin(self) -> None:
        """A new conversation; where the last one got no answer, new pieces are half as large."""
        if self._journal.run("SELECT 1 FROM offered WHERE doubt>0").fetchone():
            self.halve()

    def halve(self) -> bool:
        """New pieces are half as large; False when they were the smallest."""
        before = self._piece_size()
        self._journal.set_meta("piece", b"%d" % max(PIECE_MIN, before // 2))
        return before > PIECE_MIN

    def room(self) -> int:
        """How many bytes more may be offered now: pieces grow with success."""
        (rows, sealed), (heads, seen) = (
            self._journal.run(f"SELECT count(*), coalesce(sum(length({part})), 0) FROM {table}").fetchone()  # noqa: S608
            for part, table in (("sealed", "going"), ("seen", "offered"))
        )
        return self._piece_size() - int(rows * OVERHEAD + sealed + heads * HEAD + seen)

    def room_after(self, push: Push) -> int:
        """The same, once the hub has said yes to that one, and to all else that is offered."""
        return self._grown(size_of(push))

    def pushes(self) -> list[Push]:
        """What is offered now, the very bytes, in the order it was written."""
        versions: dict[bytes, list[Version]] = {}
        for version in sorted(self._journal.offered(), key=lambda one: one.n):
            versions.setdefault(version.space, []).append(version)
        found = self._journal.run(
            "SELECT space, author, log_hash, n, day, root, seen, signature, before FROM offered ORDER BY rowid"
        )
        return [
            Push(space, author, before, tuple(versions.get(space, ())), Head(space, author, *head))
            for space, author, *head, before in found
        ]

    def send(self) -> list[Push]:
        """What the next request carries, the most urgent first: until an answer comes, its fate is not known.

        An urgent piece goes ahead once, with no more beside it than a small piece holds: a narrow line that breaks
        under all the rest takes it.
        """
        waiting = sorted(self.pushes(), key=lambda push: self._rank(push.space))
        ahead = [push for push in waiting if not self._rank(push.space) and push.space not in self._went]
        if ahead:
            self._went.update(push.space for push in ahead)
            waiting = [*ahead, *(push for push in waiting if push not in ahead)]
            fit = sum(size <= PIECE_MIN for size in accumulate(size_of(push) for push in waiting))
            waiting = waiting[: max(len(ahead), fit)]
        self._sent = [push.space for push in waiting]
        self._journal.run_many("UPDATE offered SET doubt=doubt+1 WHERE space=?", [(space,) for space in self._sent])
        return waiting

    def left(self) -> bool:
        """Whether anything that is offered did not go with the last request."""
        return any(space not in self._sent for (space,) in self._journal.run("SELECT space FROM offered"))

    def untouched(self, space: bytes | None = None) -> None:
        """The hub answered that it took nothing of the last request, or nothing for that space."""
        spaces = self._sent if space is None else [space]
        self._journal.run_many("UPDATE offered SET doubt=max(0, doubt-1) WHERE space=?", [(one,) for one in spaces])

    def free_undoubted(self) -> None:
        """Take back what the hub cannot have: offered only in requests of which it said that it took nothing."""
        for (space,) in self._journal.run("SELECT space FROM offered WHERE doubt=0").fetchall():
            self._take_back(space)

    def acknowledge(self, push: Push, now: int) -> set[tuple[bytes, bytes]]:
        """The hub has it, `now` in ms: it counts, and what was typed for it is no longer needed.

        Returns the rows of which others spoke too: only those read differently now that its stamps are final.
        """
        journal, space, author = self._journal, push.space, push.author
        shared = journal.run(
            "SELECT row FROM going o WHERE space=? AND author=? AND EXISTS"
            " (SELECT 1 FROM version v WHERE v.space=o.space AND v.row=o.row AND v.author<>o.author)",
            (space, author),
        ).fetchall()
        journal.run(
            "INSERT INTO version SELECT * FROM going WHERE space=? AND author=?"
            " ON CONFLICT (space, row, author) DO UPDATE SET n=excluded.n, epoch=excluded.epoch, suite=excluded.suite,"
            " nonce=excluded.nonce, sealed=excluded.sealed, leaf=excluded.leaf WHERE excluded.n >= version.n",
            (space, author),
        )
        journal.run(
            "INSERT INTO head SELECT space, author, log_hash, n, day, root, seen, signature, 1 FROM offered"
            " WHERE space=? AND author=? ON CONFLICT (space, author) DO UPDATE SET log_hash=excluded.log_hash,"
            " n=excluded.n, day=excluded.day, root=excluded.root, seen=excluded.seen, signature=excluded.signature,"
            " heard=1 WHERE excluded.n >= head.n",
            (space, author),
        )
        journal.run(
            "INSERT INTO mine SELECT space, author, previous, 1 FROM offered WHERE space=? AND author=?"
            " ON CONFLICT (space, author) DO UPDATE SET previous=max(previous, excluded.previous), echo=1",
            (space, author),
        )
        journal.run(
            "DELETE FROM refusal WHERE EXISTS"
            " (SELECT 1 FROM unsent u WHERE u.number=refusal.number AND u.space=? AND u.offered>0)",
            (space,),
        )
        journal.run(
            "INSERT INTO taken SELECT space, row, ? FROM going WHERE space=?"
            " ON CONFLICT (space, row) DO UPDATE SET at=excluded.at",
            (now, space),
        )
        journal.run("DELETE FROM unsent WHERE space=? AND offered>0", (space,))
        self._forget(space)
        self._journal.set_meta("piece", b"%d" % self._grown(size_of(push)))
        return {(space, row) for (row,) in shared}

    def refuse(self, push: Push, reason: str) -> set[tuple[bytes, bytes]]:
        """The hub does not have it and says why: the words are kept with the reason, and free to be offered anew."""
        self._journal.run(
            "INSERT OR REPLACE INTO refusal SELECT number, ? FROM unsent WHERE space=? AND offered>0",
            (reason, push.space),
        )
        self._take_back(push.space)
        return {(push.space, version.row) for version in push.versions}

    def _grown(self, size: int) -> int:
        """How large a piece may be once one of that size was taken."""
        now = self._piece_size()
        return min(PIECE_MAX, now * 2) if size * 2 >= now else now

    def _take_back(self, space: bytes) -> None:
        self._journal.run("UPDATE unsent SET offered=0 WHERE space=? AND offered>0", (space,))
        self._forget(space)

    def _forget(self, space: bytes) -> None:
        self._journal.run("DELETE FROM offered WHERE space=?", (space,))
        self._journal.run("DELETE FROM offered_version WHERE space=?", (space,))

    def _piece_size(self) -> int:
        return int(self._journal.meta("piece") or PIECE_MIN * 4)
