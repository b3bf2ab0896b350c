"""One request's entries and pushes: first all is judged, then what may stand is numbered and written, in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from sync.ciphers import Verify
from sync.codes import Reason, Tip
from sync.entry import Admit, Close, Entry, Erase, Found, Kind
from sync.errors import Moved, Refused, SyncError, Untold
from sync.head import Head
from sync.hub.audit import note, note_entry
from sync.hub.circles import Circles, by_invitation, elsewhere, write_seats
from sync.hub.erasing import Rows, erase, left_of, left_of_push, see_erased, see_lawful
from sync.hub.late import check_room, drop_late, head_at, keep_late, late_pushes
from sync.hub.pieces import write_entry, write_head, write_versions
from sync.hub.restored import waits
from sync.hub.roots import Place, Roots, root_over
from sync.hub.standing import Standing
from sync.hub.store import DAY_MS, Sql
from sync.log import told_by
from sync.membership import Member, Membership, Root
from sync.wire import Push

REMEMBERED = 16  # heads of one author that are still known when they are pushed again


class Turn:
    """Judges in the name of one device; nothing is written before `write`."""

    def __init__(self, sql: Sql, circles: Circles, roots: Roots, verify: Verify, organisation: bytes, now: int) -> None:
        self._sql = sql
        self._circles = circles
        self._roots = roots
        self._verify = verify
        self._organisation = organisation
        self._latest_day: int
        self._root: bytes | None  # the circle
        ((self._latest_day, self._root),) = sql(
            "SELECT latest_day, root FROM organisation WHERE organisation = ?", organisation
        )
        self._now = now
        self._tomorrow = now // DAY_MS + 1
        self._entries: list[Entry] = []
        self._told: dict[bytes, Membership | None] = {}
        self._steps: list[tuple[Membership | None, Membership]] = []
        self._standings: dict[Place, Standing] = {}
        self.numbers: set[int] = set()  # what was pushed and counts, once it is written

    def told(self, circle: bytes) -> Membership | None:
        """The membership of a circle as it will be after this turn."""
        if circle not in self._told:
            self._told[circle] = self._circles.told(self._sql, self._organisation, circle)
        return self._told[circle]

    def _authority(self, entry: Entry) -> Root:  # noqa: ARG002 - who brings something again is judged by when
        root = self._root
        told = self.told(root) if root else None
        return told.root(ever=False) if told else Root()

    # -- entries

    def tip(self, circle: bytes) -> Tip | None:
        """Where the log of a circle ends."""
        told = self.told(circle)
        return (circle, told.number, told.tip) if told else None

    def add_entry(self, entry: Entry, *, founds_root: bool = False) -> None:
        """Follows the log, compare-and-set; one that is there already is taken again. Raises `Moved` or `Refused`."""
        told = self.told(entry.circle)
        if told is not None and told.hashes.get(entry.hash) == entry.number:
            return
        if told is not None and entry.number <= told.number:
            raise Moved([(told.circle, told.number, told.tip)])
        self._see_open(entry.circle)
        root = None if founds_root or entry.circle == self._root else self._authority(entry)
        after = told_by([entry], verify=self._verify, root=root, start=told)
        if elsewhere(self._sql, self._organisation, told, after):
            raise Refused(Reason.KIND)
        homes = self.told(self._root) if root is not None and self._root else None
        if told is not None and homes is not None and homes.knows_otherwise(told, after):
            raise Refused(Reason.STRANGER)
        if isinstance(entry.claim, Close):
            self._see_finals(after, entry)
        if entry.kind == Kind.ERASE:
            see_lawful(after, entry, root, erases=self._erases(entry.circle))
        if told is not None:
            self._see_few(told, entry)
        if isinstance(entry.claim, Admit):
            self._admit(entry.claim)
        self._entries.append(entry)
        self._told[entry.circle] = after
        self._steps.append((told, after))

    def _erases(self, _circle: bytes) -> bool:
        """Whether the hub takes entries that erase."""
        return self._circles.erases

    def _erased_in(self, space: bytes) -> Rows:
        """The rows of which nothing is kept there, in a circle that this turn looked at."""
        told = next((one for one in self._told.values() if one and one.erasures and space in one.spaces), None)
        root = self.told(self._root) if told and self._root else None
        return told.erased(root.root(ever=True)) if told and root else ()

    def _see_few(self, told: Membership, entry: Entry) -> None:
        """Who leads nobody makes no log long. Raises `Busy`."""
        root = self.told(self._root) if self._root else None
        if root is not None and not by_invitation(told, entry):
            self._circles.see_few(told, entry, root.stewards, self._now)

    def _see_open(self, circle: bytes) -> None:
        """Raises `Untold` while that circle takes only what is offered again."""
        if waits(self._sql, self._organisation, circle):
            raise Untold

    def carry(self, device: bytes, raw: bytes) -> None:
        """An entry as that device sent it. Raises `Moved`, `Refused` or `Malformed`."""
        entry = Entry.read(raw)
        self.carries(device, entry)
        self.add_entry(entry)

    def carries(self, device: bytes, entry: Entry) -> None:
        """Whether that device may bring the entry: into a circle it shares, or founding one. Raises `Refused`.

        What an invitation signs comes by its own door, which knows how long it is good.
        """
        told = self.told(entry.circle)
        if told is None:
            if not isinstance(entry.claim, Found):
                raise Refused(Reason.STRANGER)
            if entry.signer != device:
                raise Refused(Reason.STEWARD)
        elif not told.of_device(device) or self.is_out(device) or by_invitation(told, entry):
            raise Refused(Reason.STRANGER)

    def is_out(self, device: bytes) -> bool:
        """Whether the root log closed every place of that device: nothing is served to it any more, anywhere."""
        root = self._root
        told = self.told(root) if root else None
        return told is not None and not told.of_device(device) and bool(told.once_of_device(device))

    def _see_finals(self, told: Membership, entry: Entry) -> None:
        """The entry names the head of everyone it closes, in every space, as they are here. Raises `Refused`."""
        closed = [author for author, number in told.closed.items() if number == entry.number]
        for author in closed:
            for space in told.spaces:
                final = told.finals.get((space, author))
                named = (final.n, final.head) if final else None
                if named != head_at(self._sql, self._organisation, space, author):
                    raise Refused(Reason.FINAL)

    def _admit(self, claim: Admit) -> None:
        standings = [self._standing((self._organisation, one.space, one.author)) for one in claim.finals]
        for final, standing in zip(claim.finals, standings, strict=True):
            head = standing.head
            if not standing.late or head is None or (head.n, head.hash) != (final.n, final.head):
                raise Refused(Reason.FINAL)
        for standing in standings:
            standing.admitted = True

    # -- pushes

    def add_push(self, device: bytes, push: Push) -> SyncError | None:
        """All of it or nothing. Raises `Refused` with the first thing that is wrong, in the order of the design.

        `late`, and kept apart, when its author was closed: that is returned, for something is written.
        """
        place = (self._organisation, push.space, push.author)
        standing = self._standing(place)
        if _digest(push.head) in _digests(standing.taken):
            return Refused(Reason.LATE) if standing.late and push.head.n > standing.settled else None
        told, member = self._author(device, push)
        self._see_open(told.circle)
        closed = member.author in told.closed
        if self.is_out(device) and not closed:
            raise Refused(Reason.CLOSED)
        if any(version.epoch > told.epoch or (version.epoch < told.epoch and not closed) for version in push.versions):
            raise Refused(Reason.EPOCH)
        after = self._judged(push, standing, told, member)
        if closed:
            if standing.admitted:  # an entry of this very turn named how far it counts
                raise Refused(Reason.FINAL)
            check_room(self._sql, self._organisation, device, push)
            after = replace(after, late=True, handed_in=[*standing.handed_in, push])
        self._standings[place] = after
        return Refused(Reason.LATE) if closed else None

    def _see_day(self, circle: bytes, day: int) -> int:
        """The latest day, once a head of that day is accepted there. Raises `Refused`."""
        if day > max(self._last_day(circle), self._latest_day):
            raise Refused(Reason.DAY)
        return max(self._latest_day, day)

    def _last_day(self, _circle: bytes) -> int:
        return self._tomorrow

    def _judged(self, push: Push, standing: Standing, told: Membership, member: Member) -> Standing:
        """What the author has once this push stands. Raises `Refused`."""
        latest_day = self._see_day(told.circle, push.head.day)
        numbers = [version.n for version in push.versions]
        once = len({version.row for version in push.versions}) == len(numbers)
        in_order = all(a < b for a, b in zip([push.before, *numbers], [*numbers, push.head.n + 1], strict=True))
        if push.before != standing.n or not numbers or not in_order or not once or numbers[-1] != push.head.n:
            raise Refused(Reason.GAP)
        see_erased(push.versions, self._erased_in(push.space))
        if told.hashes.get(push.head.log_hash, -1) < member.number:
            raise Refused(Reason.CHAIN)
        after = self._added(standing, push)
        if root_over(after.buckets) != push.head.root:
            raise Refused(Reason.ROOT)
        if not self._verify(member.device, push.head.signed, push.head.signature):
            raise Refused(Reason.SIGNATURE)
        self._latest_day = latest_day
        return after

    def _added(self, standing: Standing, push: Push) -> Standing:
        rows = {version.row: version for version in push.versions}
        fresh = {**standing.fresh, **rows}
        leaves = {**standing.leaves, **{row: version.leaf for row, version in rows.items()}}
        place = (self._organisation, push.space, push.author)
        buckets = self._roots.changed(self._sql, place, standing.buckets, leaves, rows)
        kept = (standing.taken + _digest(push.head))[-16 * REMEMBERED :]
        return replace(standing, n=push.head.n, taken=kept, buckets=buckets, head=push.head, fresh=fresh, leaves=leaves)

    def _author(self, device: bytes | None, push: Push) -> tuple[Membership, Member]:
        """The member who writes there, when it is that device (None: any) and its rung reaches the space."""
        for told, rung in self._rungs(push.space):
            member = told.authors.get(push.author)
            if member and device in {None, member.device} and member.rung <= rung:
                return told, member
        raise Refused(Reason.STRANGER)

    def _rungs(self, space: bytes) -> list[tuple[Membership, int]]:
        """(membership, rung) of what that space belongs to: one circle, or none that is known."""
        found = self._sql(
            "SELECT circle, rung FROM space WHERE organisation = ? AND space = ?", self._organisation, space
        )
        known = [(self.told(bytes(circle)), rung) for circle, rung in found]
        return [(told, rung) for told, rung in known if told] or [
            (told, told.spaces.index(space)) for before, told in self._steps if before is None and space in told.spaces
        ]

    def _standing(self, place: Place) -> Standing:
        known = self._standings.get(place)
        if known is None:
            known = self._counted(place)
            for push in late_pushes(self._sql, *place):
                known = self._added(known, push)
                known.late = True
            self._standings[place] = known
        return known

    def _counted(self, place: Place) -> Standing:
        """Without what waits in the late lane."""
        head = self._sql("SELECT n, taken, root FROM head WHERE organisation = ? AND space = ? AND author = ?", *place)
        n, taken, root = head[0] if head else (0, b"", b"")
        return Standing(n, taken, self._roots.buckets(self._sql, place, root), n)

    # -- writing

    def write(self, tag: bytes) -> None:
        """Numbers everything under the organisation's head lock and writes it; versions first, their head last."""
        for standing in self._standings.values():
            for push in standing.handed_in:
                keep_late(self._sql, self._organisation, left_of_push(push, self._erased_in(push.space)))
                note(self._sql, self._organisation, self._now, "late", circle=push.space, about=push.author)
        pushed = [(one, one.head) for one in self._standings.values() if one.head and (one.admitted or not one.late)]
        count = len(self._entries) + sum(len(standing.fresh) + 1 for standing, _ in pushed)
        if not count:
            return
        ((last,),) = self._sql(
            "UPDATE organisation SET seq = seq + ?, latest_day = ? WHERE organisation = ? RETURNING seq",
            count,
            self._latest_day,
            self._organisation,
        )
        self._sql("INSERT INTO turn VALUES (?, ?, ?)", self._organisation, last, tag)
        seq = last - count
        for entry, (before, told) in zip(self._entries, self._steps, strict=True):
            seq += 1
            write_entry(self._sql, self._organisation, entry, seq)
            note_entry(self._sql, self._organisation, self._now, entry)
            write_seats(self._sql, self._organisation, before, told, seq)
            if isinstance(entry.claim, Erase):
                erase(self._sql, self._organisation, entry.claim.rows)
        for standing, head in pushed:
            versions = sorted(standing.fresh.values(), key=lambda one: one.n)
            erased = self._erased_in(head.space)
            leaves = [(left_of(one, erased), standing.leaves[one.row]) for one in versions]
            write_versions(self._sql, self._organisation, leaves, seq + 1)
            seq += len(versions) + 1
            write_head(self._sql, self._organisation, head, standing.taken, seq)
            if not standing.late:
                self.numbers.update(range(seq - len(versions), seq + 1))
            if standing.late:
                drop_late(self._sql, self._organisation, head.space, head.author)

    def written(self) -> None:
        """The transaction is on disk: what it changed is remembered."""
        for place, standing in self._standings.items():
            if standing.head and (standing.admitted or not standing.late):
                self._roots.keep(place, standing.buckets)


def verdict(step: Callable[..., SyncError | None], *given: object) -> SyncError | None:
    """None, or why not; what another process or the disk does wrong is no verdict."""
    try:
        return step(*given)
    except SyncError as no:
        return no


def _digest(head: Head) -> bytes:
    return sha256(head.signed + head.signature).digest()[:16]


def _digests(taken: bytes) -> set[bytes]:
    return {taken[start : start + 16] for start in range(0, len(taken), 16)}
