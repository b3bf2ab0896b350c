"""The journal is the only thing on disk: versions, heads, logs, cursors, and what is unsent; one SQLite file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple  # Any: what SQLite binds and gives

from sync.database import Database
from sync.entry import RUNGS_MAX, Entry, space_of
from sync.stamp import Stamp
from sync.unsent import UnsentRow
from sync.version import Version

_SPOKEN = (
    "version",
    "head",
    "staged",
    "staged_head",
    "claim",
    "withheld",
    "taken",
    "offered",
    "offered_version",
    "mine",
    "chunk",
)
ROW = tuple[bytes, bytes]  # space, row
_SAID = "version WHERE (suite<>0 OR sealed<>leaf)"  # of a row that was erased nothing is said: its leaves lie there
_SELECT = "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM "
SELECT_UNSENT = (
    "SELECT number, space, row, author, n, epoch, suite, nonce, sealed, raw, floor, stamp, leaf, offered FROM unsent "
)


class Waiting(NamedTuple):
    """One write that is only on this phone; `reason` when the hub refused it."""

    number: int
    space: bytes
    row: bytes
    offered: bool
    reason: str | None


class Journal(Database):
    """What storage and the conversation ask of it. Every public step is one transaction, or part of the open one."""

    # -- small facts

    @property
    def offset(self) -> int:
        """What to add to this phone's clock to get the hub's, ms."""
        return int(self.meta("offset") or b"0")

    def pin(self, root: bytes, first_hash: bytes) -> None:
        """The organisation's root circle and the hash of its first entry; the only log that is believed for itself."""
        self.set_meta("root", root + first_hash)

    @property
    def root(self) -> tuple[bytes, bytes] | None:
        """What was pinned: (root circle, hash of its first entry)."""
        kept = self.meta("root")
        return None if kept is None else (kept[:16], kept[16:])

    # -- logs

    def circles(self) -> list[bytes]:
        """Every circle of which a log, or an entry of ours, is here."""
        return [circle for (circle,) in self.run("SELECT circle FROM entry UNION SELECT circle FROM outgoing")]

    def founds(self) -> list[Entry]:
        """The first entry of each of these logs: all it takes to know their spaces."""
        found = self.run(
            "SELECT raw FROM entry WHERE number=0 UNION ALL SELECT raw FROM outgoing WHERE number=0 AND reason IS NULL"
        )
        return [Entry.read(raw) for (raw,) in found]

    def entries(self, circle: bytes, start: int = 0) -> list[Entry]:
        """The log as it was verified, in order; from that number on."""
        found = self.run("SELECT raw FROM entry WHERE circle=? AND number>=? ORDER BY number", (circle, start))
        return [Entry.read(raw) for (raw,) in found]

    def outgoing(self, circle: bytes | None = None) -> list[Entry]:
        """Entries that this phone signed and no hub has taken, in order; refused ones left out."""
        found = self.run(
            "SELECT raw FROM outgoing WHERE reason IS NULL AND circle=ifnull(?, circle) ORDER BY place", (circle,)
        )
        return [Entry.read(raw) for (raw,) in found]

    def keep_entry(self, entry: Entry) -> None:
        """An entry that is known to be in the log (its author was told so); the conversation verifies all others."""
        with self.transaction():
            self.run(
                "INSERT OR IGNORE INTO entry VALUES (?,?,?,?)", (entry.circle, entry.number, entry.hash, entry.raw)
            )
            self.run("DELETE FROM outgoing WHERE hash=?", (entry.hash,))

    def offer_entry(self, entry: Entry) -> None:
        """Keep an entry that this phone signed; the next conversation sends it. It counts here at once."""
        with self.transaction():
            self.run(
                "INSERT OR IGNORE INTO outgoing(hash, circle, number, raw) VALUES (?,?,?,?)",
                (entry.hash, entry.circle, entry.number, entry.raw),
            )

    # -- what is only here

    def keep_unsent(self, version: Version, raw: int, floor: Stamp, stamp: Stamp) -> None:
        """Keep one sealed write behind all others; its place is never given twice. Raises `JournalFull`."""
        self.run(
            "INSERT INTO unsent(space, row, author, n, epoch, suite, nonce, sealed, raw, floor, stamp, leaf)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (*version, raw, floor, stamp, version.leaf),
        )

    def unsent(self, after: int = 0, limit: int = -1, row: ROW | None = None) -> list[UnsentRow]:
        """Writes that no hub has acknowledged, in writing order; of one row if asked."""
        sql = SELECT_UNSENT + "WHERE number>?"
        given: list[Any] = [after]
        if row is not None:
            sql += " AND space=? AND row=?"
            given += row
        found = self.run(sql + " ORDER BY number LIMIT ?", [*given, limit])
        return [UnsentRow(*one) for one in found]

    def offered(self, row: ROW | None = None) -> list[Version]:
        """Own versions that were offered and not yet answered: they stand for the `offered` writes in `unsent`."""
        if row is None:
            found = self.run(_SELECT + "going ORDER BY space, row")
        else:
            found = self.run(_SELECT + "going WHERE space=? AND row=?", row)
        return [Version(*one) for one in found]

    def previous(self, space: bytes | None = None) -> Stamp:
        """The stamp of this device's last acknowledged write in that space, or in any; 0 before the first."""
        found = self.run("SELECT max(previous) FROM mine WHERE space=ifnull(?, space)", (space,)).fetchone()
        return int(found[0] or 0)

    def said_until(self, space: bytes) -> Stamp:
        """The same, of what is acknowledged there or on its way: what is typed next comes after it."""
        found = self.run("SELECT max(previous) FROM offered WHERE space=?", (space,)).fetchone()
        return max(self.previous(space), found[0] or 0)

    def taken_at(self, space: bytes, row: bytes) -> int:
        """When the hub last took what this phone said of that row, ms since 1970; 0 when it said nothing."""
        found = self.run("SELECT at FROM taken WHERE space=? AND row=?", (space, row)).fetchone()
        return int(found[0]) if found else 0

    def waiting(self) -> list[Waiting]:
        """What is only on this phone, in writing order, with the reason where the hub refused it."""
        found = self.run(
            "SELECT u.number, u.space, u.row, u.offered, r.reason FROM unsent u LEFT JOIN refusal r USING (number)"
            " ORDER BY u.number"
        )
        return [Waiting(place, space, row, bool(offered), reason) for place, space, row, offered, reason in found]

    def refused(self) -> list[tuple[bytes, bytes, str]]:
        """(space, row, reason) of each write that the hub refused, in writing order."""
        sql = "SELECT u.space, u.row, r.reason FROM refusal r CROSS JOIN unsent u USING (number) ORDER BY r.number"
        return [tuple(one) for one in self.run(sql)]

    def drop_refused(self, space: bytes, row: bytes) -> int:
        """Forget what was typed of that row and the hub refused; returns how many writes that were.

        A write that is offered again at this moment stays: only the hub's answer says what became of it.
        """
        with self.transaction():
            dropped = self.run(
                "DELETE FROM unsent WHERE space=? AND row=? AND offered=0 AND number IN (SELECT number FROM refusal)",
                (space, row),
            ).rowcount
            self.run("DELETE FROM refusal WHERE number NOT IN (SELECT number FROM unsent)")
        return dropped

    def refused_entries(self) -> list[tuple[Entry, str]]:
        """Entries of ours that the hub refused, with the reason; whoever made them looks, and drops them."""
        found = self.run("SELECT raw, reason FROM outgoing WHERE reason IS NOT NULL ORDER BY place")
        return [(Entry.read(raw), reason) for raw, reason in found]

    def drop_entry(self, entry: Entry) -> None:
        """Forget an entry of ours that the hub refused."""
        with self.transaction():
            self.run("DELETE FROM outgoing WHERE hash=?", (entry.hash,))

    # -- what was said

    def versions(self, after: tuple[bytes, bytes, bytes] | None = None, limit: int = -1) -> list[Version]:
        """Acknowledged and verified versions by (space, row, author), beginning behind `after`."""
        found = self.run(
            _SELECT + _SAID + " AND (space, row, author) > (?,?,?) ORDER BY space, row, author LIMIT ?",
            (*(after or (b"", b"", b"")), limit),
        )
        return [Version(*one) for one in found]

    def how_many(self) -> int:
        """Versions, acknowledged and verified."""
        return int(self.run("SELECT count(*) FROM version WHERE suite<>0 OR sealed<>leaf").fetchone()[0])

    def stream(self, size: int = 1000) -> Iterator[list[Version]]:
        """All versions, about `size` at a time; a row's versions are never in two lists."""
        rest: list[Version] = []
        after: tuple[bytes, bytes, bytes] | None = None
        while page := self.versions(after, size):
            last = page[-1]
            after = (last.space, last.row, last.author)
            rest += page
            cut = len(rest)
            while cut and (rest[cut - 1].space, rest[cut - 1].row) == (last.space, last.row):
                cut -= 1
            if cut:
                yield rest[:cut]
                rest = rest[cut:]
        if rest:
            yield rest

    def versions_of(self, space: bytes, row: bytes) -> list[Version]:
        """What everyone said of one row."""
        found = self.run(_SELECT + _SAID + " AND space=? AND row=? ORDER BY author", (space, row))
        return [Version(*one) for one in found]

    def days(self) -> dict[tuple[bytes, bytes], int]:
        """{(space, author): day of the author's head}: a stamp of a later day is not applied."""
        return {(space, author): day for space, author, day in self.run("SELECT space, author, day FROM head")}

    def withheld(self) -> list[tuple[bytes, bytes, str]]:
        """What the hub held back at the last complete pull: (space or circle, author or empty, why)."""
        return [tuple(one) for one in self.run("SELECT space, author, why FROM withheld ORDER BY space, author, why")]

    def load_anew(self, circle: bytes) -> None:
        """Have the next conversation fetch a circle from its beginning: a person's answer to what is held back.

        What is verified stays; only what was delivered and never believed is dropped.
        """
        with self.transaction():
            for space in [space_of(circle, rung) for rung in range(RUNGS_MAX)]:
                self.run("DELETE FROM staged WHERE space=?", (space,))
                self.run("DELETE FROM staged_head WHERE space=?", (space,))
            self.run("DELETE FROM staged_entry WHERE circle=?", (circle,))
            self.run("INSERT OR REPLACE INTO load VALUES (?, x'')", (circle,))

    def unsent_in(self, spaces: Collection[bytes]) -> list[str | None]:
        """For each write of these spaces that is only here: why the hub refused it, None while that is open."""
        sql = "SELECT r.reason FROM unsent u LEFT JOIN refusal r USING (number) WHERE u.space=?"
        return [reason for space in spaces for (reason,) in self.run(sql, (space,))]

    def holds(self, spaces: Collection[bytes]) -> bool:
        """Whether anything that somebody said there is kept."""
        sql = "SELECT EXISTS (SELECT 1 FROM version WHERE space=?) OR EXISTS (SELECT 1 FROM staged WHERE space=?)"
        return any(self.run(sql, (space, space)).fetchone()[0] for space in spaces)

    def forget(self, spaces: Collection[bytes]) -> None:
        """Erase everything that anybody said there; `secure_delete` leaves no bytes of it in the file."""
        with self.transaction():
            for space in spaces:
                for table in _SPOKEN:
                    self.run(f"DELETE FROM {table} WHERE space=?", (space,))  # noqa: S608 - names of ours

    def withhold(self, space: bytes, author: bytes, why: str) -> None:
        """Remember that something of that author, or in that circle, is being held back."""
        self.run("INSERT OR IGNORE INTO withheld VALUES (?,?,?)", (space, author, why))
