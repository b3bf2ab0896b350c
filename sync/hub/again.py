"""Offered again after a restore: judged by the entries' own proofs, signed heads and final heads, whoever brings it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Any  # Any: what goes into an answer

from sync.errors import Refused, SyncError
from sync.head import Head
from sync.hub.late import late_pushes
from sync.hub.pull import Pull
from sync.hub.restored import hear, is_restoring, put_back, release, waits
from sync.hub.store import Sql
from sync.hub.turn import Turn, by_invitation, verdict
from sync.log import Admit, Device, Entry, Membership, Root
from sync.packing import pack, unpack
from sync.version import Version
from sync.wire import REQUEST_MAX, AgainRequest, Push, Reason

STAGED_MAX = 64 * 1024 * 1024  # bytes that one device may leave behind without a head
AHEAD = 7  # days: no head that comes again moves the latest day further than that


class Again(Turn):
    """A turn that takes what stood in a hub once; by a device that may be anybody's."""

    beyond = False
    """A close was brought again whose author had more here than it names: that is gone, and all must offer anew."""

    _bringer = b""
    _by_steward = False
    """Whether it is a steward's phone that brings all this."""

    def bring(self, device: bytes, asked: AgainRequest) -> tuple[list[SyncError | None], list[SyncError | None]]:
        """None or why not, for each entry and each push. Raises `Refused` for too much at once, `Malformed`."""
        self._bringer, self._by_steward = device, device in self._stewards()
        entry_answers = [verdict(self.add_entry, Entry.read(raw)) for raw in asked.entries]
        self.stage(device, asked.staged)
        return entry_answers, [verdict(self.offer, device, push) for push in asked.pushes]

    def end(self, device: bytes, asked: AgainRequest, tag: Callable[[], bytes]) -> None:
        """Writes it; a device that has offered all is heard, and the circles where everybody was go on."""
        self.write(tag())
        if self.beyond:
            put_back(self._sql, self._organisation, tag(), self._now)
        elif asked.newest:
            Pull(self._sql, self._organisation, device).seq(asked.newest)
            hear(self._sql, self._organisation, device)
        release(self._sql, self._organisation)

    def add_entry(self, entry: Entry, *, founds_root: bool = False) -> None:
        """As ever; a circle that comes again as a whole waits like all others.

        That an invitation was used in time nobody can tell any more: it is believed while the circle waits, and
        afterwards a steward's phone, which brings what a hub once took; in her own circle hers.
        """
        before = self.told(entry.circle)
        if before and by_invitation(before, entry) and not self._believed(before):
            raise Refused(Reason.STRANGER)
        super().add_entry(entry, founds_root=founds_root)
        here = before is not None and entry.number <= before.number
        if here or not is_restoring(self._sql, self._organisation):
            return
        if before is None:
            self._sql("INSERT INTO waiting (organisation, circle) VALUES (?, ?)", self._organisation, entry.circle)
        elif isinstance(entry.claim, Device) and entry.signer not in before.once.values():
            # The next key of a copied phone: it may be waiting for us to use it everywhere, so we do not wait for it.
            hear(self._sql, self._organisation, entry.claim.device)

    def _see_open(self, circle: bytes) -> None:
        """This is what it waits for."""

    def _authority(self) -> Root:
        """Its signer was a steward when it was made; where nothing was lost, only a steward brings what is old."""
        root = self._root
        told = self.told(root) if root else None
        ever = self._by_steward or is_restoring(self._sql, self._organisation)
        return told.root(ever=ever) if told else Root()

    def _believed(self, told: Membership) -> bool:
        own = told.is_own(self._bringer)
        return own or self._by_steward or waits(self._sql, self._organisation, told.circle)

    def _stewards(self) -> frozenset[bytes]:
        told = self.told(self._root) if self._root else None
        return told.stewards if told else frozenset()

    def _see_finals(self, told: Membership, entry: Entry) -> None:
        """The heads that it names may still be on their way. What is here beyond them makes way for them."""
        if not waits(self._sql, self._organisation, told.circle):
            super()._see_finals(told, entry)
            return
        for author in [author for author, number in told.closed.items() if number == entry.number]:
            for space in told.spaces:
                place = (self._organisation, space, author)
                here, final = self._counted(place).n, told.finals.get((space, author))
                if here > (final.n if final else 0):
                    self.beyond = True
                    for table in ("version", "head"):
                        self._sql(
                            f"DELETE FROM {table} WHERE organisation = ? AND space = ? AND author = ?",  # noqa: S608
                            *place,
                        )

    def _admit(self, claim: Admit) -> None:
        """What it admits is here, or comes again."""
        try:
            super()._admit(claim)
        except Refused:
            if not all(self._is_waiting(one.space) for one in claim.finals):
                raise

    def _is_waiting(self, space: bytes) -> bool:
        return bool(
            self._sql(
                "SELECT 1 FROM space JOIN waiting ON waiting.organisation = space.organisation"
                " AND waiting.circle = space.circle WHERE space.organisation = ? AND space.space = ?",
                self._organisation,
                space,
            )
        )

    def _see_day(self, day: int) -> int:
        return max(self._latest_day, min(day, self._tomorrow + AHEAD))

    # -- pushes

    def stage(self, device: bytes, versions: Iterable[Version]) -> None:
        """Versions whose head comes in a later request. Raises `Refused`."""
        for one in versions:
            self._sql(
                "INSERT INTO again (organisation, device, space, author, n, version) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (organisation, device, space, author, n) DO UPDATE SET version = excluded.version",
                self._organisation,
                device,
                one.space,
                one.author,
                one.n,
                pack(one.parts()),
            )
        ((size,),) = self._sql(
            "SELECT coalesce(sum(length(version)), 0) FROM again WHERE organisation = ? AND device = ?",
            self._organisation,
            device,
        )
        if size > STAGED_MAX:
            raise Refused(Reason.SIZE)

    def offer(self, device: bytes, push: Push) -> SyncError | None:
        """All of an author's later versions and his head, or nothing. Raises `Refused`; `late` is returned."""
        told, member = self._author(None, push)
        place = (self._organisation, push.space, push.author)
        counted = self._counted(place)
        if push.head.n <= counted.n:
            return None
        if not told.counts(push.space, push.author, push.head.n):
            return self.add_push(device, push)
        if device == member.device and self.is_out(device) and member.author not in told.closed:
            raise Refused(Reason.CLOSED)
        final = told.finals.get((push.space, push.author))
        if final and push.head.n == final.n and push.head.hash != final.head:
            raise Refused(Reason.FINAL)
        whole = replace(push, versions=(*self._staged(device, push), *push.versions))
        self._standings[place] = self._judged(whole, counted, told, member)
        for table in ("late", "again"):  # what is covered now
            self._sql(
                f"DELETE FROM {table} WHERE organisation = ? AND space = ? AND author = ? AND n <= ?",  # noqa: S608
                *place,
                push.head.n,
            )
        return None

    def _staged(self, device: bytes, push: Push) -> list[Version]:
        rows = self._sql(
            "SELECT version FROM again WHERE organisation = ? AND device = ? AND space = ? AND author = ? AND n > ?"
            " AND n < ? ORDER BY n",
            self._organisation,
            device,
            push.space,
            push.author,
            push.before,
            push.versions[0].n if push.versions else 0,
        )
        return [Version.read(push.space, push.author, unpack(raw, REQUEST_MAX)) for (raw,) in rows]


def have(sql: Sql, turn: Turn, organisation: bytes, device: bytes, circles: Collection[bytes]) -> list[list[Any]]:
    """`[[circle, number, hash, [[space, author, n, head hash], …]], …]`: how far each log goes here, and each head.

    Heads where that device reads, and its own, with what it handed in late. Unknown circles are left out.
    """
    found: list[list[Any]] = []
    out = turn.is_out(device)
    for circle in circles:
        told = turn.told(circle)
        if told is None:
            continue
        rung = min((one.rung for one in told.of_device(device) if not out), default=told.rungs)
        heads: list[list[Any]] = []
        for place, space in enumerate(told.spaces):
            rows = sql(
                "SELECT space, author, log_hash, n, day, root, seen, signature FROM head"
                " WHERE organisation = ? AND space = ?",
                organisation,
                space,
            )
            here = {head.author: head for head in (Head(*row) for row in rows)}
            mine = {author for author, one in told.authors.items() if one.device == device}
            for author in mine & told.closed.keys():
                late = late_pushes(sql, organisation, space, author)
                here.update({author: late[-1].head} if late else {})
            heads += [
                [space, one.author, one.n, one.hash] for one in here.values() if place >= rung or one.author in mine
            ]
        found.append([circle, told.number, told.tip, heads])
    return found
