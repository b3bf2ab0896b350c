"""What this person may read, in memory, and the one way to write: first to the journal, for good, then to memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar

from sqlalchemy import ColumnElement

from app.records import Appointment, MeetingNote, Record, tables
from app.storage.errors import NoSuchPlace, NotKept
from app.storage.memory import Key, Memory
from app.storage.places import Members, Place, Right
from app.storage.reading import Reading, newest, understood
from app.storage.saw import Rival, Saw, at_of, take
from app.storage.values import Value
from app.storage.voices import Heard, Seals, Voices
from app.storage.writing import RowKey, Tx
from sync.errors import JournalFull
from sync.join import Joined, Spoken
from sync.journal import Journal
from sync.stamp import Stamp

R = TypeVar("R", bound=Record)
Stop = Callable[[], None]
PIECE = 1000
"""Rows that are opened and inserted at a time."""


class Clock(Protocol):
    """The device's clock, ms since 1970 UTC, right or wrong."""

    def now(self) -> int: ...


@dataclass(frozen=True)
class Waiting:
    """How many things are only on this phone, and since when (UTC); None when there are none."""

    things: int
    since: datetime | None


@dataclass(frozen=True)
class RefusedWord:
    """A field this person wrote and her role does not let count; it is kept, and shown to her with the reason."""

    table: str
    row: str
    space: str
    field: str
    why: str


@dataclass(frozen=True)
class UnsentWrite:
    """One write that is only here. `where` = kind of space; `reason` = why the hub refused it, "" when it did not."""

    table: str
    row: str
    where: str
    written_ms: int
    fields: Mapping[str, Value]
    reason: str


class Store:
    """One unlocked person's rows. Readers get plain objects; changing those changes nothing."""

    def __init__(self, journal: Journal, seals: Seals, members: Members, clock: Clock) -> None:
        self.journal = journal
        self.members = members
        self._voices = Voices(journal, seals, clock.now)
        self._reading = Reading(members)
        self._memory = Memory()
        self._places: dict[str, Place] = {}
        self._standing: dict[tuple[str, str], frozenset[str]] = {}  # prose fields with several texts side by side
        self._refused: dict[tuple[str, str], list[RefusedWord]] = {}
        self._back: set[tuple[str, str]] = set()
        self._watchers: dict[object, tuple[frozenset[str], Callable[[], Any]]] = {}
        self._floor: Stamp = 0
        self._reopening: set[RowKey] | None = None

    # -- opening

    async def open(self) -> None:
        """Builds the memory from the journal, by the thousand; again after the logs changed. Costs 0.05 ms a row."""
        self.members.reload()
        self._places = {place.space: place for place in self.members.places()}
        fresh, self._reopening = Memory(), set()
        standing, refused, back = self._standing, self._refused, self._back
        self._standing, self._refused, self._back = {}, {}, set()
        try:
            async for rows in self._voices.everything(PIECE):
                fresh.put(self._rows(rows)[0], fresh=True)
        except BaseException:
            self._standing, self._refused, self._back, self._reopening = standing, refused, back, None
            fresh.close()
            raise
        self._memory, old = fresh, self._memory
        old.close()
        written, self._reopening = self._reopening, None
        self._rejoin(written)
        self._tell(set(tables()))

    async def refresh(self, changed: Collection[RowKey], circles: Collection[bytes] = ()) -> None:
        """Joins again what a sync brought. `circles` whose log grew: their rights are judged anew, everywhere."""
        if circles:
            await self.open()
            return
        keys = list(changed)
        self._voices.look_again()
        touched: set[str] = set()
        for start in range(0, len(keys), PIECE):
            touched |= self._rejoin(keys[start : start + PIECE])
        self._tell(touched)

    def close(self) -> None:
        """Drops the records; the journal is closed by who opened it."""
        self._watchers.clear()
        self._memory.close()
        self._memory = Memory()

    # -- writing

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Everything said in the block is kept for good when the block ends, or nothing is and `NotKept` says so."""
        tx = Tx(self)
        yield tx
        if not tx.speeches:
            return
        try:
            self._voices.keep(tx.speeches, self._floor)
        except JournalFull as full:
            raise NotKept from full
        if self._reopening is not None:
            self._reopening |= set(tx.speeches)
        self._tell(self._rejoin(tx.speeches))

    def watch(self, nouns: Iterable[type[Record]], callback: Callable[[], Any]) -> Stop:
        """`callback()` after every commit, here or by sync, that touched one of these nouns; once a commit."""
        token = object()
        self._watchers[token] = (frozenset(noun.__name__.lower() for noun in nouns), callback)

        def stop() -> None:
            self._watchers.pop(token, None)

        return stop

    # -- reading

    def find(
        self,
        noun: type[R],
        *where: ColumnElement[bool] | bool,
        matching: str = "",
        order_by: Sequence[Any] | Any = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[R]:
        """Rows of that noun, paged in SQL. `matching` = what stands in a search box: all its words must be found."""
        order = tuple(order_by) if isinstance(order_by, (tuple, list)) else (order_by,)
        return self._memory.find(noun, where, matching, order, limit, offset)

    def count(self, noun: type[Record], *where: ColumnElement[bool] | bool, matching: str = "") -> int:
        """How many `find` would give without a limit."""
        return self._memory.count(noun, where, matching)

    def get(self, noun: type[R], row: str, space: str | None = None) -> R | None:
        """One row, or None; ids are unique across spaces but for mischief, which `space` rules out."""
        return self._memory.get(noun, row, space)

    # -- where things live

    def places(self, kind: str | None = None) -> list[Place]:
        """Every space she is in, of that kind."""
        return [place for place in self._places.values() if kind in (None, place.kind)]

    def space(self, kind: str, circle: str | None = None) -> str:
        """The first space of that kind (in that circle); `NoSuchPlace` when she is in none."""
        for place in self._places.values():
            if place.kind == kind and circle in (None, place.circle):
                return place.space
        raise NoSuchPlace

    def beside(self, space: str, kind: str) -> str:
        """The space of another rung of the same file; `NoSuchPlace` when she does not reach it."""
        if space not in self._places:
            raise NoSuchPlace
        return self.space(kind, self._places[space].circle)

    def me_in(self, space: str) -> tuple[Place, bytes, Right] | None:
        """As whom, and with what right, she writes there; None when she may not."""
        place, author = self._places.get(space), self.members.mine(bytes.fromhex(space))
        right = self.members.right(bytes.fromhex(space), author) if author else None
        return (place, author, right) if place and author and right else None

    # -- texts side by side

    def seen(self, record: Record) -> Saw:
        """What now lies before her of this row; take it when the screen opens."""
        key = _key(record)
        heard, joined = self._joined(key)
        voices = [voice._replace(said=understood(voice)) for voice in heard.voices]
        may = self._reading.may(key[0], self._kind(record.space))
        return take(type(record), voices, heard.settled, joined, self.members.mine(key[0]) or b"", may)

    def standing(self, record: Record) -> frozenset[str]:
        """The prose fields of this row in which several texts stand side by side."""
        return self._standing.get((record.space, record.id), frozenset())

    def rivals(self, record: Record) -> dict[str, list[Rival]]:
        """Where several texts stand side by side: all of them, the newest first, which is the one in the record."""
        if not self.standing(record):
            return {}
        key = _key(record)
        joined = self._joined(key)[1]
        mine = self.members.mine(key[0])
        return {
            name: [self._rival(key[0], one, mine) for one in (joined.fields[name], *others)]
            for name, others in joined.rivals.items()
        }

    def came_back(self, record: Record) -> bool:
        """Somebody removed this row, and somebody else wrote on: it is shown, marked."""
        return (record.space, record.id) in self._back

    def refused(self) -> list[RefusedWord]:
        """What this person wrote and her role does not let count."""
        return [word for words in self._refused.values() for word in words]

    # -- what is only here

    def state_of(self, record: Record) -> Literal["here", "hub"]:
        """`hub` once the hub has all that this phone said of the row."""
        return "here" if self.journal.unsent(row=_key(record), limit=1) else "hub"

    def waiting(self) -> Waiting:
        """For the badge. A note and an appointment count with their meeting: one thing a person did is one thing."""
        since: dict[str, int] = {}
        for one in self.journal.waiting():
            thing = self._thing(one.space.hex(), one.row.hex())
            since.setdefault(thing, one.number)
        if not since:
            return Waiting(0, None)
        return Waiting(len(since), self._voices.typed_at(min(since.values())))

    def unsent(self) -> list[UnsentWrite]:
        """What this person wrote and no hub has, in writing order."""
        refused = {one.number: one.reason for one in self.journal.waiting()}
        return [
            UnsentWrite(
                table=words.table,
                row=one.row.hex(),
                where=self._kind(one.space.hex()),
                written_ms=max((typed.raw for typed in words.fields.values()), default=0) + self.journal.offset,
                fields={name: typed.value for name, typed in words.fields.items()},
                reason=refused.get(one.number) or "",
            )
            for one, words in self._voices.typed()
        ]

    # -- inside

    def _rejoin(self, keys: Iterable[RowKey]) -> set[str]:
        """Joins those rows again; the tables that changed."""
        rows, gone = self._rows([(key, self._voices.of(key)) for key in keys])
        return self._memory.put(rows, gone)

    def _rows(self, told: Iterable[tuple[RowKey, Heard]]) -> tuple[dict[str, list[dict[str, Any]]], list[Key]]:
        rows: dict[str, list[dict[str, Any]]] = {}
        gone: list[Key] = []
        for (space, row), heard in told:
            key = space.hex(), row.hex()
            kind = self._kind(key[0])
            stands = self._reading.lone(space, key[1], kind, heard.voices[0]) if len(heard.voices) == 1 else None
            self._floor = max(self._floor, newest(heard.voices))
            if stands is None:
                joined = self._reading.join(space, kind, heard.voices)
                self._mark(key, joined)
                stands = self._reading.row(*key, joined)
            elif self._marked(key):
                self._mark(key, Joined(stands[0]))
            if stands is None:
                gone.append(key)
            else:
                rows.setdefault(stands[0], []).append(stands[1])
        return rows, gone

    def _marked(self, key: Key) -> bool:
        return key in self._standing or key in self._refused or key in self._back

    def _mark(self, key: Key, joined: Joined) -> None:
        """The side tables: few rows have rivals, refusals, or came back."""
        self._standing.pop(key, None)
        self._refused.pop(key, None)
        self._back.discard(key)
        if joined.rivals:
            self._standing[key] = frozenset(joined.rivals)
        if joined.back:
            self._back.add(key)
        mine = self.members.mine(bytes.fromhex(key[0])) if joined.refused else None
        hers = [no for no in joined.refused if no.author == mine]
        if words := [RefusedWord(joined.table, key[1], key[0], no.field, no.why) for no in hers]:
            self._refused[key] = words

    def _joined(self, key: RowKey) -> tuple[Heard, Joined]:
        heard = self._voices.of(key)
        return heard, self._reading.join(key[0], self._kind(key[0].hex()), heard.voices)

    def _kind(self, space: str) -> str:
        place = self._places.get(space)
        return place.kind if place else ""

    def _rival(self, space: bytes, one: Spoken, mine: bytes | None) -> Rival:
        right = self.members.right(space, one.author)
        return Rival(str(one.word.value), right.name if right else "", at_of(one.word.stamp), one.author == mine)

    def _thing(self, space: str, row: str) -> str:
        with_it = self._memory.get(MeetingNote, row, space) or self._memory.get(Appointment, row, space)
        return with_it.meeting if with_it else row

    def _tell(self, touched: set[str]) -> None:
        for watched, callback in list(self._watchers.values()):
            if watched & touched:
                callback()


def _key(record: Record) -> RowKey:
    return bytes.fromhex(record.space), bytes.fromhex(record.id)
