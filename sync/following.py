"""Follows the logs that are delivered, as far as the pinned root and the stewards' signatures carry."""

from __future__ import annotations

from collections.abc import Collection

from sync.ciphers import Verify
from sync.circles import Circles
from sync.codes import Reason
from sync.entry import Entry
from sync.errors import Refused
from sync.journal import Journal
from sync.log import told_by
from sync.membership import Membership, Root

FORK = "fork"  # two things in one place
SIGNATURE = "signature"  # an entry or a head that its author did not sign
STRANGER = "stranger"  # an entry that lets in, or shuts out, by somebody who may not
FOUNDED = "founded"  # the organisation begins otherwise than was pinned
_UNLAWFUL = {Reason.STEWARD, Reason.STRANGER}


class Following:
    """`grown` = the circles whose log grew in this conversation.

    `unlawful` = {circle: why}: what came of these circles and does not follow was never allowed by who may.
    """

    def __init__(self, journal: Journal, circles: Circles, verify: Verify, device: bytes) -> None:
        self._journal = journal
        self._circles = circles
        self._verify = verify
        self._device = device
        self.grown: set[bytes] = set()
        self.unlawful: dict[bytes, str] = {}
        self._looked_back: set[bytes] = set()

    def follow(self, *, whole: Collection[bytes] | None) -> set[bytes]:
        """Follow every log as far as it goes; returns the circles that grew.

        `whole` = circles of which this pull brings everything, None when it does so of all. Others that are granted to
        this device are noted to be loaded by a cursor of their own.
        """
        grown: set[bytes] = set()
        waiting = self.waiting_circles()
        root = self._journal.root
        if root and root[0] in waiting and self._grow(root[0], first_hash=root[1], whole=whole):
            grown.add(root[0])
        for circle in waiting:
            if not (root and circle == root[0]) and self._grow(circle, first_hash=None, whole=whole):
                grown.add(circle)
        self.grown |= grown
        return grown

    def waiting_circles(self) -> list[bytes]:
        """Circles of which entries are here that do not follow (yet)."""
        return [circle for (circle,) in self._journal.run("SELECT DISTINCT circle FROM staged_entry ORDER BY circle")]

    def _grow(self, circle: bytes, *, first_hash: bytes | None, whole: Collection[bytes] | None) -> bool:
        """One log. `first_hash` of the root log, which is believed for itself; None for all others."""
        told = before = self._circles.of(circle)
        root = None if first_hash else self._circles.root
        self.unlawful.pop(circle, None)
        found = self._journal.run("SELECT raw FROM staged_entry WHERE circle=? ORDER BY number", (circle,))
        for entry in [Entry.read(raw) for (raw,) in found.fetchall()]:
            if told is not None and entry.number <= told.number:
                self._drop_entry(entry, None if entry.hash in told.hashes else FORK)
                continue
            if told is None and not self._believed(entry, first_hash, root):
                if not entry.number:
                    self.unlawful[circle] = FOUNDED
                break
            try:
                told = told_by([entry], verify=self._verify, root=root, start=told)
            except Refused as no:
                if no.reason == Reason.SIGNATURE:
                    self._drop_entry(entry, SIGNATURE)
                    continue
                if no.reason in _UNLAWFUL and self._root_is_here():
                    self.unlawful[circle] = STRANGER
                break
            self._journal.keep_entry(entry)
            self._drop_entry(entry, None)
        partly = whole is not None and circle not in whole
        if told is None and partly:
            self._load(circle, anew=False)
        if told is not None and partly and circle not in self._looked_back and self._gap(told):
            self._looked_back.add(circle)
            self._load(circle, anew=True)
        if told is None or told is before:
            return False
        self._circles.put(circle, told)
        if before is not None and partly and self._granted_anew(before, told):
            self._load(circle, anew=True)
        return True

    def _believed(self, first: Entry, pinned: bytes | None, root: Root | None) -> bool:
        """The first entry of a log: the pinned one; of others the log itself looks who may found it."""
        return first.hash == pinned if pinned is not None or root is None else True

    def _root_is_here(self) -> bool:
        """Without it nobody is a steward, and nothing can be said of who let whom in."""
        pinned = self._journal.root
        return pinned is not None and self._circles.of(pinned[0]) is not None

    def _granted_anew(self, before: Membership, told: Membership) -> bool:
        """Whether this device, which was in the circle, now has another grant: other rungs may open to it."""
        mine = {one.author for one in before.of_device(self._device)}
        return any(one.author not in mine for one in told.of_device(self._device))

    def _gap(self, told: Membership) -> bool:
        """Whether entries came that lie further on: those between were written while this device was closed out."""
        found = self._journal.run("SELECT min(number) FROM staged_entry WHERE circle=?", (told.circle,)).fetchone()
        return found[0] is not None and found[0] > told.number + 1

    def _load(self, circle: bytes, *, anew: bool) -> None:
        if anew:
            self._journal.run("INSERT OR REPLACE INTO load VALUES (?, x'')", (circle,))
        else:
            self._journal.run("INSERT OR IGNORE INTO load VALUES (?, x'')", (circle,))

    def _drop_entry(self, entry: Entry, why: str | None) -> None:
        self._journal.run("DELETE FROM staged_entry WHERE hash=?", (entry.hash,))
        if why:
            self._journal.withhold(entry.circle, b"", why)
