"""Offered again after a restore: judged by the entries' own proofs, signed heads and final heads, whoever brings it.

Where no circle waits nothing is taken that would not have been taken from its author: a hub that was never restored
hears "again" from a changed app, or because somebody only copied its database back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any  # Any: what goes into an answer

from sync.codes import REQUEST_MAX, Reason
from sync.entry import Admit, Device, Entry
from sync.errors import Moved, Refused, SyncError
from sync.hub.circles import by_invitation
from sync.hub.erasing import left_of
from sync.hub.pull import Pull
from sync.hub.restored import hear, is_restoring, put_back, release, waits
from sync.hub.turn import Turn, verdict
from sync.membership import Membership, Root
from sync.packing import pack, unpack
from sync.version import Version
from sync.wire import AgainRequest, Push

STAGED_MAX = 64 * 1024 * 1024  # bytes that one device may leave behind without a head
AHEAD = 7  # days after tomorrow: no head of a later one comes again, for the hub's clock may have gone wrong since


class Again(Turn):
    """A turn that takes what stood in a hub once; by a device that may be anybody's."""

    beyond = False
    """A close was brought again whose author had more here than it names: that is gone, and all must offer anew."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._bringer = b""
        self._brought: list[Entry] = []
        self._vouched: set[bytes] | None = None
        self._staging: dict[tuple[bytes, bytes], bool] = {}

    def bring(self, device: bytes, asked: AgainRequest) -> tuple[list[SyncError | None], list[SyncError | None]]:
        """None or why not, for each entry and each push. Raises `Refused` for too much at once, `Malformed`."""
        self._bringer = device
        self._brought = [Entry.read(raw) for raw in asked.entries]
        entry_answers = [verdict(self.add_entry, entry) for entry in self._brought]
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
            self._sql("DELETE FROM again WHERE organisation = ? AND device = ?", self._organisation, device)
        release(self._sql, self._organisation)

    def add_entry(self, entry: Entry, *, founds_root: bool = False) -> None:
        """As ever; a circle that comes again as a whole waits like all others. Where a log ends is told to nobody.

        That an invitation was used in time nobody can tell any more: it is believed while the circle waits, and
        afterwards a steward's phone, which brings what a hub once took; in her own circle hers.
        """
        before = self.told(entry.circle)
        if before and by_invitation(before, entry) and not self._believed(before):
            raise Refused(Reason.STRANGER)
        try:
            super().add_entry(entry, founds_root=founds_root)
        except Moved:
            raise Moved from None
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

    def _erases(self, circle: bytes) -> bool:
        """Where we wait it was taken once."""
        return super()._erases(circle) or self._heals(circle)

    def _see_few(self, told: Membership, entry: Entry) -> None:
        """Where we wait all of them come at once."""
        if not self._heals(entry.circle):
            super()._see_few(told, entry)

    def _authority(self, entry: Entry) -> Root:
        """Where we wait: its signer was a steward when it was made. Elsewhere somebody must stand by it today."""
        told = self.told(self._root) if self._root else None
        if told is None:
            return Root()
        ever = self._heals(entry.circle) or self._is_vouched(entry)
        if not ever and self.is_out(entry.signer):
            raise Refused(Reason.STEWARD)
        return told.root(ever=ever)

    def _believed(self, told: Membership) -> bool:
        root = self.told(self._root) if self._root else None
        by_steward = root is not None and self._bringer in root.stewards
        return by_steward or told.is_own(self._bringer) or waits(self._sql, self._organisation, told.circle)

    def _heals(self, circle: bytes) -> bool:
        """Whether that circle waits, or would when it comes again as a whole."""
        if self.told(circle) is None:
            return is_restoring(self._sql, self._organisation)
        return waits(self._sql, self._organisation, circle)

    def _is_vouched(self, entry: Entry) -> bool:
        """Whether a steward of today has signed on top of it, in what came with it: her phone followed it then."""
        if self._vouched is None:
            told = self.told(self._root) if self._root else None
            today = told.root(ever=False).stewards if told else frozenset()
            self._vouched, under = set(), dict[bytes, bytes]()
            for one in reversed(self._brought):
                if one.hash == under.get(one.circle):
                    self._vouched.add(one.hash)
                elif one.signer not in today or not self._verify(one.signer, one.signed, one.signature):
                    continue
                under[one.circle] = one.previous
        return entry.hash in self._vouched

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

    def _last_day(self, circle: bytes) -> int:
        return self._tomorrow + (AHEAD if self._heals(circle) else 0)

    # -- pushes

    def stage(self, device: bytes, versions: Iterable[Version]) -> None:
        """Versions whose head comes in a later request; nothing is kept of who may not. Raises `Refused`."""
        for one in versions:
            if not self._may_stage(device, one.space, one.author):
                continue
            self._sql(
                "INSERT INTO again (organisation, device, space, author, n, version) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (organisation, device, space, author, n) DO UPDATE SET version = excluded.version",
                self._organisation,
                device,
                one.space,
                one.author,
                one.n,
                pack(left_of(one, self._erased_in(one.space)).parts()),
            )
        ((size,),) = self._sql(
            "SELECT coalesce(sum(length(version)), 0) FROM again WHERE organisation = ? AND device = ?",
            self._organisation,
            device,
        )
        if size > STAGED_MAX:
            raise Refused(Reason.SIZE)

    def _may_stage(self, device: bytes, space: bytes, author: bytes) -> bool:
        """In a circle that waits anybody may; elsewhere who reads there, and the author."""
        place = (space, author)
        if place not in self._staging:
            self._staging[place] = any(
                waits(self._sql, self._organisation, told.circle)
                or (author in told.authors and told.authors[author].device == device)
                or (any(one.rung <= rung for one in told.of_device(device)) and not self.is_out(device))
                for told, rung in self._rungs(space)
            )
        return self._staging[place]

    def offer(self, device: bytes, push: Push) -> SyncError | None:
        """All of an author's later versions and his head, or nothing. Raises `Refused`; `late` is returned."""
        told, member = self._author(None, push)
        place = (self._organisation, push.space, push.author)
        counted = self._counted(place)
        if push.head.n <= counted.n:
            return None
        if not told.counts(push.space, push.author, push.head.n):
            return self.add_push(device, push)
        heals = self._heals(told.circle)
        out = self.is_out(member.device) and member.author not in told.closed
        if out and (device == member.device or not heals):
            raise Refused(Reason.CLOSED)
        final = told.finals.get((push.space, push.author))
        if final and push.head.n == final.n and push.head.hash != final.head:
            raise Refused(Reason.FINAL)
        whole = replace(push, versions=(*self._staged(device, push), *push.versions))
        if any(version.epoch > told.epoch for version in whole.versions):
            raise Refused(Reason.EPOCH)
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
