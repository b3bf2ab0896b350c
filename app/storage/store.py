"""What this person may read, in memory, and the one way to write: first to the journal, for good, then to memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement

from app.records import Record, tables
from app.storage.ahead import PIECE, Ahead
from app.storage.errors import NoSuchPlace, NotKept, Resting, TooLong
from app.storage.memory import Of
from app.storage.nouns import settable
from app.storage.places import Members, Place, Right
from app.storage.reading import said_by, understood
from app.storage.rows import Rows
from app.storage.saw import Back, Byline, Rival, Saw, at_of, order_of, take, unseen_by
from app.storage.told import WAITS, RefusedWord, UnsentWrite, Waiting, Whereabouts
from app.storage.voices import Clock, Seals, Voices
from app.storage.watching import Stop, Watching
from app.storage.writing import RowKey, Tx
from sync.collecting import uncollected
from sync.errors import JournalFull, TooLarge
from sync.join import Spoken
from sync.journal import Journal

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Where = ColumnElement[bool] | bool


class Store:
    """One unlocked person's rows. Readers get plain objects; changing those changes nothing."""

    def __init__(self, journal: Journal, seals: Seals, members: Members, clock: Clock) -> None:
        self.journal = journal
        self.members = members
        self._voices = Voices(journal, seals, clock.now)
        self._rows = Rows(members)
        self._opened = False
        self._watchers = Watching()
        self._written_meanwhile: set[RowKey] | None = None

    # -- opening

    async def open(self, pages: Ahead | None = None) -> None:
        """Builds the memory from the journal, or from what was read of it ahead; again after the logs changed.

        By the thousand, 0.04 ms a row.
        """
        self.members.reload()
        fresh, self._written_meanwhile = Rows(self.members) if self._opened else self._rows, set()
        fresh.look_around()
        try:
            with uncollected():
                async for told in self._voices.everything(pages or self.journal.stream(PIECE), PIECE):
                    fresh.put(told, fresh=True)
                fresh.put(self._voices.of_many(self._written_meanwhile))
        except BaseException:
            fresh.memory.close()
            raise
        finally:
            self._written_meanwhile = None
        if self._opened:
            self._rows.memory.close()
        self._rows, self._opened = fresh, True
        if self._voices.misread:
            await self.open()
            return
        self._watchers.tell(set(tables()))

    async def refresh(
        self, changed: Collection[RowKey], circles: Collection[bytes] = (), *, taken: bool = False
    ) -> None:
        """Joins again what a sync brought. `circles` whose log grew: where a right changed, all is judged anew.

        `taken`: the hub has something that waited here; it reads as before, and whoever shows what waits looks again.
        """
        self._voices.look_again()
        self._rows.floor = max(self._rows.floor, self._voices.acknowledged())
        keys, touched = list({*changed, *self._rows.early}), set(tables() if taken else ())
        if circles:
            self.members.reload()
            here = {bytes.fromhex(place.space) for place in self._rows.look_around()}
            keys = list({*keys, *self._voices.rows_in(self.members.read_differently(circles) & here)})
            touched |= set(tables())  # who is here, and under which name, is on many screens
        if len(keys) > PIECE and len(keys) * 3 > self.journal.how_many():
            await self.open()  # all of them in their order take a third of what each by itself takes
            return
        for start in range(0, len(keys), PIECE):
            touched |= self._rows.put(self._voices.of_many(keys[start : start + PIECE]))
        self._watchers.tell(touched)

    def close(self) -> None:
        """Drops the records; the journal is closed by who opened it. A screen that still reads finds nothing."""
        self._watchers.clear()
        self._rows.memory.close()
        self._rows = Rows(self.members)

    # -- writing

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """Everything said in the block is kept for good when the block ends, or nothing is: `NotKept`, `TooLong`."""
        tx = Tx(self)
        yield tx
        if not tx.speeches:
            return
        try:
            self._voices.keep(tx.speeches, self._rows.floor)
        except JournalFull as full:
            raise NotKept from full
        except TooLarge as long:
            raise TooLong from long
        if self._written_meanwhile is not None:
            self._written_meanwhile |= set(tx.speeches)
        self._watchers.tell(self._rows.put(self._voices.of_many(tx.speeches)))

    def watch(self, nouns: Iterable[type[Record]], callback: Callable[[], Any]) -> Stop:
        """`callback()` after every commit, here or by sync, that touched one of these nouns; once a commit."""
        return self._watchers.watch(nouns, callback)

    # -- reading

    def find(
        self,
        noun: type[R],
        *where: Where,
        matching: str = "",
        order_by: Sequence[Any] | Any = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[R]:
        """Rows of that noun, paged in SQL. `matching` = what stands in a search box: all its words must be found."""
        order = tuple(order_by) if isinstance(order_by, (tuple, list)) else (order_by,)
        return self._rows.memory.find(noun, where, matching, order, limit, offset)

    def count(self, noun: type[Record], *where: Where, matching: str = "") -> int:
        """How many `find` would give without a limit."""
        return self._rows.memory.count(noun, where, matching)

    def latest(self, noun: type[Record], of: Of, newest: str, *where: Where) -> dict[str, Any]:
        """{a value of `of` (a field, or several as one): the greatest `newest` among its rows}, without the rows."""
        return self._rows.memory.latest(noun, of, newest, where)

    def soonest(self, noun: type[Record], of: Of, first: str, *where: Where) -> dict[str, Any]:
        """{a value of `of` (a field, or several as one): the least `first` among its rows}, without the rows."""
        return self._rows.memory.soonest(noun, of, first, where)

    def values(self, noun: type[Record], field: str, *where: Where) -> dict[str, Any]:
        """{row id: what that field says}: light, where the rest of the rows is not needed."""
        return self._rows.memory.values(noun, field, where)

    def tally(self, noun: type[Record], of: str, *where: Where) -> dict[Any, int]:
        """{a value of the field `of`: how many rows have it}."""
        return self._rows.memory.tally(noun, of, where)

    def total(self, noun: type[Record], of: str, number: str, *where: Where) -> dict[Any, int]:
        """{a value of the field `of`: the sum of the field `number` over its rows}."""
        return self._rows.memory.total(noun, of, number, where)

    def get(self, noun: type[R], row: str, space: str | None = None) -> R | None:
        """One row, or None; ids are unique across spaces but for mischief, which `space` rules out."""
        return self._rows.memory.get(noun, row, space)

    def once(self, name: str, nouns: Iterable[type[Record]], make: Callable[[], T]) -> T:
        """What `make` gives, kept under that name until a commit touches one of these nouns: many ask for the same."""
        return self._watchers.once(name, nouns, make)

    # -- where things live

    def places(self, kind: str | None = None) -> list[Place]:
        """Every space she is in, of that kind."""
        return [place for place in self._rows.places.values() if kind in {None, place.kind}]

    def space(self, kind: str, circle: str | None = None) -> str:
        """The first space of that kind (in that circle); `NoSuchPlace` when she is in none, `Resting` when it rests."""
        for place in self.places(kind):
            if circle in {None, place.circle}:
                return place.space
        raise Resting if self.rests(lambda one: one.kind == kind and circle in {None, one.circle}) else NoSuchPlace

    def beside(self, space: str, kind: str) -> str:
        """The space of another rung of the same file; `NoSuchPlace` when she does not reach it, `Resting` as above."""
        here = self._rows.places.get(space)
        if here is None:
            raise Resting if self.rests(lambda one: one.space == space) else NoSuchPlace
        return self.space(kind, here.circle)

    def me_in(self, space: str) -> tuple[Place, bytes, Right] | None:
        """As whom, and with what right, she writes there; None when she may not."""
        place, author = self._rows.places.get(space), self.members.mine(bytes.fromhex(space))
        right = self.members.right(bytes.fromhex(space), author) if author else None
        return (place, author, right) if place and author and right else None

    def rests(self, asked: Callable[[Place], bool]) -> bool:
        """Is a space of that sort hers, and its key held and not used for now?"""
        return any(map(asked, self.members.resting()))

    # -- texts side by side

    def seen(self, record: Record) -> Saw:
        """What now lies before her of this row; take it when the screen opens."""
        key = _key(record)
        heard = self._voices.of(key)
        voices = [voice._replace(said=understood(voice)) for voice in heard.voices]
        may = self._rows.reading.may(key[0], self._rows.kind(record.space))
        joined, mine = self._rows.joined(key, heard), self.members.mine(key[0]) or b""
        return take(type(record), voices, heard.settled, joined, mine, may)

    def standing(self, record: Record) -> frozenset[str]:
        """The prose fields of this row in which several texts stand side by side."""
        return self._rows.standing.get((record.space, record.id), frozenset())

    def rivals(self, record: Record) -> dict[str, list[Rival]]:
        """Where several texts stand side by side: all of them, the newest first, which is the one in the record."""
        if not self.standing(record):
            return {}
        key = _key(record)
        joined, mine = self._rows.joined(key, self._voices.of(key)), self.members.mine(key[0])
        return {
            name: [self._rival(key[0], one, mine) for one in (joined.fields[name], *others)]
            for name, others in joined.rivals.items()
        }

    def came_back(self, record: Record) -> bool:
        """Somebody removed this row, and somebody else wrote on: it is shown, marked."""
        return (record.space, record.id) in self._rows.back

    def back(self, record: Record) -> Back | None:
        """Who removed that row and who wrote on; None for one that nobody removed, or that somebody said to keep."""
        if not self.came_back(record):
            return None
        key = _key(record)
        heard = self._voices.of(key)
        voices = [voice._replace(said=understood(voice)) for voice in heard.voices]
        remover = self._rows.joined(key, heard).removers[0]
        wrote = unseen_by(remover, voices, self._rows.reading.may(key[0], self._rows.kind(record.space)))
        return Back(self._byline(key[0], remover), self._byline(key[0], wrote))

    def byline(self, record: Record, field: str) -> Byline | None:
        """Who said what stands in that field; None when nobody said it."""
        key = _key(record)
        spoken = self._rows.joined(key, self._voices.of(key)).fields.get(field)
        here = self.journal.unsent(row=key)
        return self._byline(key[0], spoken, here[-1].number if here else 0) if spoken else None

    # -- what does not count

    def refused(self) -> list[RefusedWord]:
        """What this person wrote and her role does not let count, but for what she put aside."""
        return [
            word
            for (space, row), words in self._rows.refused.items()
            for word in words
            if word.stamp > int(self.journal.meta(_aside(space, row)) or b"0")
        ]

    def refused_of_others(self) -> int:
        """How many words of others, that this person could read, do not count."""
        return sum(self._rows.left.values())

    def not_taken(self) -> set[RowKey]:
        """The rows of which something she wrote does not count: refused by the hub, or by her role."""
        words = {(bytes.fromhex(word.space), bytes.fromhex(word.row)) for word in self.refused()}
        return words | {(one.space, one.row) for one in self.journal.waiting() if (one.reason or "") not in WAITS}

    def put_aside(self, space: str, row: str) -> None:
        """Drops what she wrote of that row and the hub refused, but for what is offered again at this moment.

        What the hub took and her role does not let count cannot be unsaid (she may not say it, so she may not say its
        opposite either): this phone remembers up to which stamp she has let go of it, and does not show it again.
        """
        key = bytes.fromhex(space), bytes.fromhex(row)
        with self.journal.transaction():
            self.journal.drop_refused(*key)
            if words := self._rows.refused.get((space, row)):
                until = max(self._voices.now(), *(word.stamp for word in words))
                self.journal.set_meta(_aside(space, row), b"%d" % until)
        self._rows.put(self._voices.of_many([key]))
        self._watchers.tell(set(tables()))

    def may_set(self, space: str, table: str) -> frozenset[str]:
        """The fields of that noun that she may set there; `gone` counts as one."""
        me = self.me_in(space)
        return settable(me[0].kind, me[2].role, me[2].rung, table) if me else frozenset()

    # -- what is only here

    def said_here(self, record: Record) -> dict[str, Any]:
        """{field: what this phone said of that row}, also of one that somebody removed."""
        return said_by(self.members.mine(bytes.fromhex(record.space)), self._voices.of(_key(record)).voices)

    def whereabouts(self, record: Record) -> Whereabouts:
        """Where all is that this phone said of the row."""
        key = _key(record)
        if unsent := self.journal.unsent(row=key, limit=1):
            written = self._voices.typed_at(unsent[0].number)
            return Whereabouts(here=True, at=int(written.timestamp() * 1000) if written else 0)
        return Whereabouts(here=False, at=self.journal.taken_at(*key))

    def waiting(self) -> Waiting:
        """For the badge. A note and an appointment count with their meeting: one thing a person did is one thing."""
        waiting = self.journal.waiting()
        if not waiting:
            return Waiting(0, None)
        meetings = self._rows.memory.meetings_beside()
        rows = (one.row.hex() for one in waiting)
        return Waiting(len({meetings.get(row, row) for row in rows}), self._voices.typed_at(waiting[0].number))

    def still_said(self, noun: type[Record]) -> dict[tuple[str, str], tuple[datetime, int]]:
        """{(space, row): since when it is removed, how many authors before this one} of which this phone says more."""
        return self._rows.said_of(noun.__name__.lower())

    def is_removed(self, space: str, row: str) -> bool:
        """Somebody removed that row, and nobody wrote of it since; False while something of it waits for a key."""
        heard = self._voices.of(key := (bytes.fromhex(space), bytes.fromhex(row)))
        return bool(heard.voices) and self._rows.joined(key, heard).gone and not self._voices.wait_for_key(key)

    def is_gone(self, space: str, row: str) -> bool:
        """Somebody removed that row, or nobody ever said anything of it; False for what only does not open now."""
        key = bytes.fromhex(space), bytes.fromhex(row)
        known = self._voices.of(key).voices or self.journal.versions_of(*key)
        return self.is_removed(space, row) or not (known or self.journal.unsent(row=key) or self.journal.offered(key))

    def unsent(self) -> list[UnsentWrite]:
        """What this person wrote and no hub has, in writing order."""
        refused = {one.number: one.reason for one in self.journal.waiting() if one.reason}
        return [
            UnsentWrite(
                table=words.table if words else "",
                row=one.row.hex(),
                space=one.space.hex(),
                where=self._rows.kind(one.space.hex()),
                written_ms=self._voices.typed_ms(one),
                fields={name: typed.value for name, typed in words.fields.items()} if words else {},
                reason=refused.get(one.number, ""),
            )
            for one, words in self._voices.typed()
            if words or one.number in refused
        ]

    # -- inside

    def _rival(self, space: bytes, one: Spoken, mine: bytes | None) -> Rival:
        right = self.members.right(space, one.author)
        return Rival(str(one.word.value), right.name if right else "", at_of(one.word.stamp), one.author == mine)

    def _byline(self, space: bytes, one: Spoken, writing: int = 0) -> Byline:
        right = self.members.right(space, one.author)
        mine, stamp = right is not None and right.person == self._rows.person, one.word.stamp
        return Byline(right.name if right else "", at_of(stamp), mine, order_of(stamp, writing))


def _aside(space: str, row: str) -> str:
    """Under which name the journal keeps up to which stamp she let go of a row's refused words."""
    return f"aside {space} {row}"


def _key(record: Record) -> RowKey:
    return bytes.fromhex(record.space), bytes.fromhex(record.id)
