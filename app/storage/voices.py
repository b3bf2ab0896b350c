"""Opens what the journal holds: per row, what each author said of it, and what is typed here and not yet sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from app.storage.reading import FOREVER, Lone, Voice
from app.storage.writing import RowKey, Speech
from sync.ciphers import Sealer
from sync.circles import circles_of
from sync.damage import mend
from sync.errors import Locked, Malformed
from sync.journal import Journal
from sync.stamp import Stamp, bounded, stamp_of
from sync.typist import Typist
from sync.unsent import UnsentRow, fold
from sync.version import Said, Version, unpack_said

Author = bytes
MANY = 50
_ROW = attrgetter("space", "row")
SealedRow = tuple[bytes, int, bytes, bytes, bytes]
"""space, epoch, AAD, nonce, sealed"""
Opened = tuple[Version, bytes | None]


class Clock(Protocol):
    """The device's clock, ms since 1970 UTC, right or wrong."""

    def now(self) -> int: ...


class Seals(Sealer, Protocol):
    """The keyring, as the store uses it."""

    async def open_many(self, rows: Sequence[SealedRow]) -> list[bytes | None]:
        """What each was, in order; None where no key is held or the seal is bad."""
        ...


@dataclass
class Heard:
    """All that was said of one row. `settled` = own acknowledged words that unsent ones stand in front of."""

    voices: list[Voice] = field(default_factory=list)
    settled: dict[Author, Said] = field(default_factory=dict)

    @classmethod
    def of(cls, lone: Lone) -> Heard:
        """The same, opened."""
        said = _said(lone.body, lone.suite)
        return cls([] if said is None else [Voice(lone.author, said, lone.day)])


Told = tuple[RowKey, Heard | Lone]


class Voices:
    """Reads and writes sealed words; understands none of them."""

    def __init__(self, journal: Journal, seals: Seals, now: Callable[[], int]) -> None:
        self._journal = journal
        self._seals = seals
        self._clock = now
        self._typist = Typist(journal, seals)
        self._previous: dict[bytes, Stamp] = {}
        self.misread = False
        self.look_again()

    def look_again(self) -> None:
        """After a sync: heads have moved, the hub's clock was told, writes were acknowledged."""
        self._days = self._journal.days()
        self._offset = self._journal.offset
        self._previous.clear()
        self._typist.look_again()

    async def everything(self, pages: Iterable[Sequence[Version]], size: int) -> AsyncIterator[list[Told]]:
        """Every row of the journal: those of its `pages`, then what is only here; `misread`: read it all once more."""
        self.misread = False
        self.look_again()
        pending = _by_row(self._journal.unsent())
        offered = {(one.space, one.row): one for one in self._journal.offered()}
        for page in pages:
            opened = await self._seals.open_many([(v.space, v.epoch, v.aad, v.nonce, v.sealed) for v in page])
            unopened = [version for version, body in zip(page, opened, strict=True) if body is None]
            self.misread |= mend(self._journal, circles_of(self._journal), unopened)
            bodies = iter(opened)
            rows: list[Told] = []
            for key, some in groupby(page, key=_ROW):
                told = list(zip(some, bodies, strict=False))
                rows.append((key, self._told(key, told, offered.pop(key, None), pending.pop(key, ()))))
            yield rows
        alone = list({**offered, **pending})
        for start in range(0, len(alone), size):
            yield [
                (key, self._heard(key, [], offered.get(key), pending.get(key, ())))
                for key in alone[start : start + size]
            ]

    def rows_in(self, spaces: Iterable[bytes]) -> set[RowKey]:
        """Every row of those spaces that anybody spoke of."""
        return {
            (space, row)
            for space in spaces
            for table in ("version", "offered_version", "unsent")
            for (row,) in self._journal.run(f"SELECT DISTINCT row FROM {table} WHERE space=?", (space,))  # noqa: S608
        }

    def of(self, key: RowKey) -> Heard:
        """What is said of one row."""
        offered = self._journal.offered(key)
        pending = self._journal.unsent(row=key)
        return self._heard(key, self._acknowledged(key), offered[0] if offered else None, pending)

    def wait_for_key(self, key: RowKey) -> bool:
        """Whether something of that row is sealed with a key that is not here."""
        try:
            newest = self._seals.epoch(key[0])
        except Locked:
            return True
        return any(version.epoch > newest for version in self._journal.versions_of(*key))

    def of_many(self, keys: Collection[RowKey]) -> Iterator[Told]:
        """The same for each of them; many at once cost less than one by one."""
        if len(keys) < MANY:
            yield from ((key, self.of(key)) for key in keys)
            return
        pending = _by_row(self._journal.unsent())
        offered = {(one.space, one.row): one for one in self._journal.offered()}
        for key in keys:
            yield key, self._told(key, self._acknowledged(key), offered.get(key), pending.get(key, ()))

    def _acknowledged(self, key: RowKey) -> list[Opened]:
        return [(version, self._open(version)) for version in self._journal.versions_of(*key)]

    def _told(
        self, key: RowKey, told: Sequence[Opened], offered: Version | None, pending: Sequence[UnsentRow]
    ) -> Heard | Lone:
        if len(told) == 1 and not offered and not pending:
            version, body = told[0]
            if body is not None:
                return Lone(version.author, self._days.get((key[0], version.author), -1), body, version.suite)
        return self._heard(key, told, offered, pending)

    def keep(self, speeches: Mapping[RowKey, Speech], floor: Stamp) -> None:
        """Seals and commits; on disk for good when this returns. Raises `JournalFull`, and then nothing was kept."""
        raw = self._clock()
        with self._journal.transaction():
            for (space, row), speech in speeches.items():
                self._typist.keep(space, row, speech.author, speech.table, speech.words, raw=raw, floor=floor)

    def acknowledged(self) -> Stamp:
        """The greatest stamp of this phone's that a hub has."""
        return self._journal.previous()

    def now(self) -> Stamp:
        """A stamp of this moment, as far as this phone knows the hub's clock."""
        return stamp_of(bounded(self._clock() + self._offset))

    def typed_at(self, place: int) -> datetime | None:
        """When that unsent write was made, UTC, as far as this phone can know."""
        for one in self._journal.unsent(after=place - 1, limit=1):
            return datetime.fromtimestamp(self.typed_ms(one) / 1000, UTC)
        return None

    def typed_ms(self, one: UnsentRow) -> int:
        """The same, ms since 1970."""
        return bounded(one.typed_at(offset=self._offset, hub_now=self._clock() + self._offset))

    def typed(self) -> Iterator[tuple[UnsentRow, Said | None]]:
        """Everything that no hub has acknowledged, in writing order; None for what does not open any more."""
        for one in self._journal.unsent():
            yield one, self._typed(one, one.stamp)

    def _heard(
        self,
        key: RowKey,
        told: Iterable[Opened],
        offered: Version | None,
        pending: Sequence[UnsentRow],
    ) -> Heard:
        space = key[0]
        days, read = self._days, ((version, _said(body, version.suite)) for version, body in told)
        heard = Heard([Voice(v.author, said, days.get((space, v.author), -1)) for v, said in read if said is not None])
        if offered is not None and (said := _said(self._open(offered), offered.suite)) is not None:
            _say(heard, offered.author, said)
        if pending:
            self._add_typed(space, heard, [one for one in pending if offered is None or not one.offered])
        return heard

    def _add_typed(self, space: bytes, heard: Heard, pending: Iterable[UnsentRow]) -> None:
        now = self._clock() + self._offset
        previous = self._previous.get(space)
        if previous is None:
            previous = self._previous[space] = self._journal.said_until(space)
        for one in pending:
            previous = max(previous, one.settled(offset=self._offset, hub_now=now, previous=previous))
            said = self._typed(one, previous)
            if said is not None:
                base = next((voice.said for voice in heard.voices if voice.author == one.author), None)
                _say(heard, one.author, fold(base, said))

    def _typed(self, one: UnsentRow, stamp: Stamp) -> Said | None:
        body = self._open(one)
        try:
            return None if body is None else one.said(body, stamp)
        except Malformed:
            return None  # the disk is damaged there; it is kept, and said

    def _open(self, one: Version | UnsentRow) -> bytes | None:
        try:
            return self._seals.open(one.space, one.epoch, one.aad, one.nonce, one.sealed)
        except (Locked, Malformed):
            return None


def _say(heard: Heard, author: Author, said: Said) -> None:
    """Her latest words, provisional or not, instead of those that are acknowledged."""
    for place, voice in enumerate(heard.voices):
        if voice.author == author:
            if voice.day < FOREVER:
                heard.settled[author] = voice.said
            heard.voices[place] = Voice(author, said)
            return
    heard.voices.append(Voice(author, said))


def _said(body: bytes | None, suite: int) -> Said | None:
    try:
        return None if body is None else unpack_said(body, suite)
    except Malformed:
        return None  # a member's patched app; the bytes stay, an app that understands them may come


def _by_row(pending: Iterable[UnsentRow]) -> dict[RowKey, list[UnsentRow]]:
    rows: dict[RowKey, list[UnsentRow]] = {}
    for one in pending:
        rows.setdefault((one.space, one.row), []).append(one)
    return rows
