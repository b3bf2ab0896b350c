"""After the hub was put back from an older copy: what this phone has and the hub has not is offered again."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from sync.asking import Ask
from sync.circles import Circles
from sync.codes import Reason, answer_parts, pack_request
from sync.entry import Entry
from sync.errors import Malformed, Refused, SyncError, Untold
from sync.following import FORK
from sync.head import Head
from sync.inbox import FELL
from sync.journal import Journal
from sync.packing import ARRAY_MAX, HALF, LONG, blob, number, parts
from sync.parcels import Parcels
from sync.version import Version
from sync.wire import AgainRequest, Push, verdicts

COMPARED = 16  # circles in one request
PIECE = 256 * 1024  # bytes of entries, or of versions, in one request
OVERHEAD = 160
ROUNDS = 64  # each brings the hub further, or is the last

Place = tuple[bytes, bytes]  # space, author


@dataclass(frozen=True, slots=True)
class Here:
    """What the hub has of a circle: where its log ends, and (n, head hash) of everyone whose rows we may see."""

    number: int
    tip: bytes
    heads: dict[Place, tuple[int, bytes]]


class Healing:
    """Keeps nothing on disk before the end: cut off anywhere, the next conversation compares anew."""

    def __init__(self, journal: Journal, circles: Circles, device: bytes) -> None:
        self._journal = journal
        self._circles = circles
        self._device = device
        self._tried: set[tuple[bytes, bytes, int, int, int]] = set()

    def run(self, token: bytes) -> Generator[Ask, bytes, None]:
        """Logs first, then versions and heads, until the hub has all; then the cursors begin anew. Raises as asking."""
        self._journal.run("DELETE FROM withheld WHERE why=?", (FELL,))
        self._tried.clear()
        before: dict[bytes, Here] | None = None
        for _ in range(ROUNDS):
            newest, here = yield from self._compare(token)
            # Where we are not a member on the hub it says nothing, and takes what it has: that brings it no further.
            unmoved, before = here == before, here
            if not unmoved and (yield from self._entries(token, here)):
                continue
            if (yield from self._heads(token, here)):
                continue
            try:
                yield from self._ask(AgainRequest(token, newest=newest))
            except Untold:
                continue  # it was put back once more
            with self._journal.transaction():
                self._journal.set_meta("newest", newest or None)
                self._journal.set_meta("cursor", None)
                self._journal.run("UPDATE load SET cursor=x''")
                Parcels(self._journal).look_again()
            return
        raise Malformed("a hub that never has all")

    def introduce(self) -> Generator[Ask, bytes, None]:
        """The hub forgot this very device: the logs that let it in, for nobody has to log in to bring those."""
        logs = (entry for circle in self._logs() for entry in self._journal.entries(circle))
        for piece in _pieces(logs):
            yield from self._ask(AgainRequest(b"", entries=tuple(entry.raw for entry in piece)))

    # -- compare

    def _logs(self) -> list[bytes]:
        """The circles of which a log is here, the root first: it says who may sign in the others."""
        found = [circle for (circle,) in self._journal.run("SELECT circle FROM entry WHERE number=0 ORDER BY circle")]
        root = self._journal.root
        return sorted(found, key=lambda circle: not root or circle != root[0])

    def _compare(self, token: bytes) -> Generator[Ask, bytes, tuple[bytes, dict[bytes, Here]]]:
        here: dict[bytes, Here] = {}
        newest = b""
        logs = self._logs()
        for start in range(0, max(1, len(logs)), COMPARED):
            given = yield Ask("/have", pack_request(token, logs[start : start + COMPARED]))
            said, found = answer_parts(given, 2)
            newest = newest or blob(said, 16 if said else 0)
            for circle, place, tip, heads in (parts(one, 4) for one in parts(found, 0, COMPARED)):
                named = [parts(one, 4) for one in parts(heads, 0, ARRAY_MAX)]
                here[blob(circle, 16)] = Here(
                    number(place, HALF),
                    blob(tip, 32),
                    {(blob(s, 16), blob(a, 16)): (number(n, LONG), blob(h, 32)) for s, a, n, h in named},
                )
        return newest, here

    # -- offer

    def _entries(self, token: bytes, here: dict[bytes, Here]) -> Generator[Ask, bytes, bool]:
        """Whether the hub took any."""
        taken = False
        for piece in _pieces(self._missing_entries(here)):
            answers, _ = yield from self._ask(AgainRequest(token, entries=tuple(entry.raw for entry in piece)))
            taken = taken or None in answers
        return taken

    def _missing_entries(self, here: dict[bytes, Here]) -> Iterator[Entry]:
        for circle in self._logs():
            told, there = self._circles.of(circle), here.get(circle)
            if told is None or (there and there.number > told.number):
                continue
            if there and told.hashes.get(there.tip) != there.number:
                self._journal.withhold(circle, b"", FORK)
                continue
            yield from self._journal.entries(circle, there.number + 1 if there else 0)

    def _heads(self, token: bytes, here: dict[bytes, Here]) -> Generator[Ask, bytes, bool]:
        """Whether the hub came any further: it took one, or had taken it meanwhile."""
        further = False
        for push in self._missing_pushes(here):
            *first, last = _chunks(push.versions)
            for chunk in first:
                yield from self._ask(AgainRequest(token, staged=chunk))
            whole = Push(push.space, push.author, push.before, last, push.head)
            _, (no,) = yield from self._ask(AgainRequest(token, pushes=(whole,)))
            if no is None or (isinstance(no, Refused) and no.reason in {Reason.LATE, Reason.GAP}):
                further = True
            else:
                self._journal.withhold(push.space, push.author, FELL)
        return further

    def _missing_pushes(self, here: dict[bytes, Here]) -> Iterator[Push]:
        found = self._journal.run(
            "SELECT space, author, log_hash, n, day, root, seen, signature FROM head ORDER BY space, author"
        ).fetchall()
        for head in (Head(*one) for one in found):
            place = self._circles.place(head.space)
            there, told = (here.get(place[0]), self._circles.of(place[0])) if place else (None, None)
            member = told.authors.get(head.author) if told else None
            if not place or not there or not told or not member:
                continue
            if member.device != self._device and told.author_for(self._device, place[1]) is None:
                continue  # the hub does not say what it has where we do not read
            n, name = there.heads.get((head.space, head.author), (0, b""))
            if n == head.n and name != head.hash:
                self._journal.withhold(head.space, head.author, FORK)
            elif n < head.n and (trial := (head.space, head.author, head.n, n, there.number)) not in self._tried:
                self._tried.add(trial)  # where our log is behind, the hub does not say what it has
                versions = self._versions(head, n)
                if versions and versions[-1].n == head.n:
                    yield Push(head.space, head.author, n, versions, head)

    def _versions(self, head: Head, after: int) -> tuple[Version, ...]:
        found = self._journal.run(
            "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version"
            " WHERE space=? AND author=? AND n>? AND n<=? ORDER BY n",
            (head.space, head.author, after, head.n),
        )
        return tuple(Version(*one) for one in found)

    def _ask(self, asked: AgainRequest) -> Generator[Ask, bytes, tuple[list[SyncError | None], list[SyncError | None]]]:
        given = yield Ask("/again", asked.pack())
        entry_answers, push_answers = (verdicts(one) for one in answer_parts(given, 2))
        if len(entry_answers) != len(asked.entries) or len(push_answers) != len(asked.pushes):
            raise Malformed("not an answer for each")
        return entry_answers, push_answers


def _pieces(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    piece: list[Entry] = []
    size = 0
    for entry in entries:
        if piece and size + len(entry.raw) > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(entry)
        size += len(entry.raw)
    if piece:
        yield piece


def _chunks(versions: tuple[Version, ...]) -> Iterator[tuple[Version, ...]]:
    """In order, one at least."""
    start, size = 0, 0
    for place, one in enumerate(versions):
        size += len(one.sealed) + OVERHEAD
        if size > PIECE and place > start:
            yield versions[start:place]
            start, size = place, len(one.sealed) + OVERHEAD
    yield versions[start:]
