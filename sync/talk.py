"""What one conversation remembers: what it asks next, and what each answer changes, a transaction each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from sync.ciphers import Sealer, Signer, Verify
from sync.circles import circles_of
from sync.codes import Reason
from sync.coming import note_coming
from sync.copied import is_copied
from sync.entry import Entry
from sync.erasing import Erasing
from sync.errors import ClockBent, JournalFull, Malformed, Moved, NotFound, Refused, SyncError, Untold
from sync.following import Following
from sync.inbox import Inbox
from sync.journal import Journal
from sync.offering import Offering
from sync.outbox import Outbox, Rank
from sync.stamp import bounded
from sync.wire import LOADS_MAX, PIECE_MIN, Push, SyncAnswer, SyncRequest

ENTRIES_MAX = 256 * 1024  # bytes of our own in one request
WAITS = "waits"
"""Under this name the journal keeps that a restored hub left something of ours waiting; whoever looks takes it away."""
BEGAN = "began"
"""Under this name the journal keeps how far a pull from the very beginning has to come, until it is there."""
MOVED = "moved"  # our entry came too late: the log grew; whoever made it makes it anew
HEALING = {Reason.GAP, Reason.ROOT, Reason.EPOCH, Reason.DAY, Reason.CHAIN}  # a complete pull may change these


@dataclass(slots=True)
class Outcome:
    """What a sync did. `changed` = (space, row) to be joined anew, `circles` whose log grew, `pushed` = versions.

    `handed_in` = versions the hub keeps apart, for this device was closed: they count when a steward says so.

    `put_back`: the hub was restored, and something of ours waits until everybody who signs there was heard.

    `restored`: the hub no longer knew what it had told us, and was brought what we have.

    `refused` = (space or circle, row or empty, reason); `holding_back` = (space or circle, author or empty, why),
    to be said aloud: "the server is holding something back".
    """

    changed: set[tuple[bytes, bytes]] = field(default_factory=set)
    circles: set[bytes] = field(default_factory=set)
    pushed: int = 0
    handed_in: int = 0
    put_back: bool = False
    restored: bool = False
    refused: list[tuple[bytes, bytes, str]] = field(default_factory=list)
    holding_back: list[tuple[bytes, bytes, str]] = field(default_factory=list)


class Talk:
    """The state of one conversation."""

    def __init__(
        self,
        journal: Journal,
        sealer: Sealer,
        signer: Signer,
        verify: Verify,
        clock: Callable[[], int],
        outcome: Outcome,
        learn: Callable[[set[bytes]], object],
        rank: Rank,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._outcome = outcome
        self._learn = learn
        self._device = signer.device
        self._circles = circles_of(journal)
        self._following = Following(journal, self._circles, verify, signer.device)
        self._inbox = Inbox(journal, self._circles, sealer, verify, signer.device)
        self._erasing = Erasing(journal, self._circles)
        self._offering = Offering(journal, self._circles, sealer, signer)
        self._outbox = Outbox(journal, rank)
        self._rank = rank
        self._refusals: dict[bytes, int] = {}
        self._stuck: set[bytes] = set()
        self._asked: set[bytes] = set()
        self._changed: set[tuple[bytes, bytes]] = set()
        self._refused: list[tuple[bytes, bytes, str]] = []
        self._outbox.begin()

    # -- asking

    def request(self, token: bytes) -> tuple[SyncRequest, list[Push]]:
        """Offer what can be offered; on disk before it goes."""
        journal = self._journal
        with journal.transaction():
            self._circles.look_again()
            now = bounded(self._clock() + journal.offset)
            entries, later = self._entries()
            ready = [space for space in self._offerable() if self._circle(space) not in later]
            urgent = [space for space in ready if not self._rank(space)]
            self._offering.offer(now, urgent, max(PIECE_MIN, self._outbox.room()))
            rest = sorted((space for space in ready if self._rank(space)), key=self._rank)
            self._offering.offer(now, rest, self._outbox.room())
            pushes = self._outbox.send()
            cursor, newest = journal.meta("cursor") or b"", journal.meta("newest") or b""
            own = journal.run(
                "SELECT h.space, h.author, h.n FROM mine JOIN head h USING (space, author) WHERE mine.echo=1"
            ).fetchall()
        return SyncRequest(
            token=token,
            now=now,
            cursor=cursor,
            newest=b"" if newest == cursor else newest,
            own=tuple(own),
            entries=tuple(entries),
            pushes=tuple(pushes),
            loads=tuple(self._loads()[:LOADS_MAX]),
        ), pushes

    def prepare(self, pushes: list[Push]) -> None:
        """While the hub looks at these: where much waits behind the one, the next piece of it is made ready."""
        if len(pushes) == 1:
            now = bounded(self._clock() + self._journal.offset)
            with suppress(JournalFull), self._journal.transaction():  # then it is made when it is its turn
                self._offering.prepare(pushes[0], now, self._outbox.room_after(pushes[0]))

    def _entries(self) -> tuple[list[bytes], set[bytes]]:
        """Entries of ours, oldest first, as many as one request carries beside the rows; the circles of the others.

        What is written in those waits with them: the hub does not know yet who may.
        """
        chosen: list[bytes] = []
        later: set[bytes] = set()
        room = ENTRIES_MAX
        for entry in self._journal.outgoing():
            room -= len(entry.raw)
            if later or (chosen and room < 0):
                later.add(entry.circle)
            else:
                chosen.append(entry.raw)
        return chosen, later

    def _circle(self, space: bytes) -> bytes | None:
        place = self._circles.place(space)
        return place[0] if place else None

    def _offerable(self) -> list[bytes]:
        free = [space for space in self._offering.free_spaces() if self._refusals.get(space, 0) < 2]
        if is_copied(self._journal):  # only what this very key has to hand in: no other may
            return [space for space in free if self._circles.author(space, self._device) is None]
        return free

    # -- answers

    def nothing_taken(self, no: SyncError) -> None:
        """The hub answered, and did nothing of what was asked."""
        journal = self._journal
        with journal.transaction():
            self._outbox.untouched()
            if isinstance(no, ClockBent):
                journal.set_meta("offset", b"%d" % (no.hub_now - self._clock()))
                self._outbox.free_undoubted()

    def halve(self) -> bool:
        """Nothing of so large a piece was taken: what is freed goes in smaller ones. False when none is smaller."""
        with self._journal.transaction():
            self._outbox.free_undoubted()
            return self._outbox.halve()

    def leave_loads(self, request: SyncRequest) -> None:
        """A circle that is not handed out must not keep all others waiting."""
        self._stuck.update(circle for circle, _ in request.loads)

    def take(self, request: SyncRequest, pushes: list[Push], answer: SyncAnswer) -> bool:
        """Everything an answer brings, in one transaction; returns whether there is more to say."""
        if len(answer.push_answers) != len(pushes) or len(answer.entry_answers) != len(request.entries):
            raise Malformed("not an answer for each")
        further = self._further(request, answer)
        if answer.more and not further:
            raise Malformed("more, but no further")
        begun = {circle for circle, at in request.loads if not at}  # of these all is coming, whatever was granted when
        with self._journal.transaction():
            self._cursors(request, answer, further=further)
            taken = self._entry_answers(request.entries, answer.entry_answers)
            touched = self._inbox.stage([*taken, *answer.pieces])
            grown = self._following.follow(whole=None if self._from_the_beginning(request, answer) else begun)
            if grown:
                self._learn(grown)
            self._circles.look_again()
            self._push_answers(pushes, answer.push_answers)
            self._changed |= self._erasing.erase(touched, _rows_of(pushes), grown)
            self._inbox.believe(touched, grown)
            pulled = not answer.more and not self._loads()
            self._offering.pulled |= pulled
            if pulled:
                self._inbox.hear()
                self._inbox.judge(self._following.waiting_circles(), self._following.unlawful)
            note_coming(self._journal, answer.pieces, answer.ahead, over=pulled)
            again = not pulled or bool(self._offerable()) or bool(self._unasked()) or self._outbox.left()
            if self._outcome.put_back:
                self._journal.set_meta(WAITS, b"1")
        self._report()
        return again

    @staticmethod
    def _further(request: SyncRequest, answer: SyncAnswer) -> bool:
        """Whether a pull came any further by this answer."""
        asked = dict(request.loads)
        loaded = any(not more or at not in {b"", asked[circle]} for circle, at, more in answer.loads if circle in asked)
        return loaded or answer.cursor not in {b"", request.cursor}

    def _from_the_beginning(self, request: SyncRequest, answer: SyncAnswer) -> bool:
        """Whether this answer is of a pull that began at nothing and brings only what was there when it began.

        Every circle that was granted by then is brought whole by it, wherever in it the grant stands.
        """
        journal = self._journal
        if not request.cursor:
            journal.set_meta(BEGAN, answer.newest or answer.cursor or None)
        began = journal.meta(BEGAN) or b""
        within = (answer.cursor or request.cursor)[:8] <= began[:8]
        if began and not (answer.more and within):
            journal.set_meta(BEGAN, None)
        return within or not request.cursor

    def _cursors(self, request: SyncRequest, answer: SyncAnswer, *, further: bool) -> None:
        journal = self._journal
        if answer.cursor:
            journal.set_meta("cursor", answer.cursor)
        journal.set_meta("newest", answer.newest or answer.cursor or request.cursor or None)
        if not answer.more:
            journal.run("UPDATE mine SET echo=0 WHERE echo=1")
        told = {circle: (at, more) for circle, at, more in answer.loads}
        for circle, before in request.loads:
            at, more = told.get(circle, (before, True))
            if not more:
                journal.run("DELETE FROM load WHERE circle=?", (circle,))
            elif circle not in told or not further:
                self._stuck.add(circle)
            else:
                journal.run("UPDATE load SET cursor=? WHERE circle=?", (at or before, circle))

    def _loads(self) -> list[tuple[bytes, bytes]]:
        found = self._journal.run("SELECT circle, cursor FROM load ORDER BY circle").fetchall()
        return [(circle, at) for circle, at in found if circle not in self._stuck]

    def _entry_answers(self, asked: tuple[bytes, ...], answers: tuple[SyncError | None, ...]) -> list[bytes]:
        """The entries that the hub took; they are followed like any other."""
        taken = []
        for raw, no in zip(asked, answers, strict=True):
            entry = Entry.read(raw)
            self._asked.add(entry.hash)
            reason = _reason(no)
            if no is None:
                taken.append(raw)
            elif isinstance(no, Untold):
                self._outcome.put_back = True
            elif reason:
                self._journal.run("UPDATE outgoing SET reason=? WHERE hash=?", (reason, entry.hash))
                self._refused.append((entry.circle, b"", reason))
        return taken

    def _unasked(self) -> list[Entry]:
        return [entry for entry in self._journal.outgoing() if entry.hash not in self._asked]

    def _push_answers(self, pushes: list[Push], answers: tuple[SyncError | None, ...]) -> None:
        for push, no in zip(pushes, answers, strict=True):
            reason = _reason(no)
            if no is None or reason == Reason.LATE:
                self._changed |= self._outbox.acknowledge(push, bounded(self._clock() + self._journal.offset))
                self._outcome.pushed += len(push.versions) if no is None else 0
                self._outcome.handed_in += len(push.versions) if no else 0
            elif isinstance(no, Untold):
                self._outcome.put_back = True
                self._outbox.untouched(push.space)
            elif reason:
                self._changed |= self._outbox.refuse(push, reason)
                self._refusals[push.space] = self._refusals.get(push.space, 0) + (1 if reason in HEALING else 2)

    def _report(self) -> None:
        self._outcome.changed |= self._changed | self._inbox.changed
        self._outcome.circles |= self._following.grown
        self._outcome.refused[:] = dict.fromkeys([*self._refused, *self._journal.refused()])
        self._outcome.holding_back[:] = self._journal.withheld()


def _rows_of(pushes: list[Push]) -> set[tuple[bytes, bytes]]:
    return {(version.space, version.row) for push in pushes for version in push.versions}


def _reason(no: SyncError | None) -> str | None:
    """The reason of a certain refusal; None for yes, and for what only asks to wait."""
    if isinstance(no, Refused):
        return no.reason
    return {NotFound: str(Reason.STRANGER), Moved: MOVED, Malformed: str(Reason.KIND)}.get(type(no)) if no else None
