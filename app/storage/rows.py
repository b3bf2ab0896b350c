"""The rows as they stand: joined from what was said, in memory, with the few that need a mark beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from app.storage.memory import Key, Memory
from app.storage.places import Members, Place
from app.storage.reading import Lone, Reading, Row, newest, said_by
from app.storage.saw import at_of
from app.storage.told import RefusedWord
from app.storage.values import Value
from app.storage.voices import Heard, Told
from app.storage.writing import RowKey
from sync.join import Joined
from sync.stamp import Stamp
from sync.version import GONE


class SaidOfGone(NamedTuple):
    """Of a row that somebody removed this phone still says more; so do `before` authors who come before it."""

    table: str
    stamp: Stamp
    before: int


class Rows:
    """Made empty, blind until `look_around`; rebuilt rather than mended when the rights in a circle changed.

    `floor` = the greatest stamp that counts and is acknowledged, of anybody; `person` = whose phone this is.
    """

    def __init__(self, members: Members) -> None:
        self._members = members
        self.places: dict[str, Place] = {}
        self.person = ""
        self.memory = Memory()
        self.reading = Reading(members)
        self.standing: dict[Key, frozenset[str]] = {}  # prose fields with several texts side by side
        self.refused: dict[Key, list[RefusedWord]] = {}  # this person's, whichever of her devices wrote them
        self.left: dict[Key, int] = {}  # how many words of others do not count
        self.back: set[Key] = set()
        self.said_of_gone: dict[Key, SaidOfGone] = {}
        self.early: set[RowKey] = set()  # with words stamped after their head's day: a later head lets them count
        self.floor: Stamp = 0

    def look_around(self) -> list[Place]:
        """The spaces she is in now."""
        self.places = {place.space: place for place in self._members.places()}
        self.person = next(filter(None, map(self._myself, self.places)), "")
        return list(self.places.values())

    def _myself(self, space: str) -> str:
        """Who I am, as that space tells it; "" where I may not write."""
        mine = self._members.mine(bytes.fromhex(space))
        right = self._members.right(bytes.fromhex(space), mine) if mine else None
        return right.person if right else ""

    def kind(self, space: str) -> str:
        """What kind of space that is; "" for one she is not in."""
        place = self.places.get(space)
        return place.kind if place else ""

    def said_of(self, table: str) -> dict[Key, tuple[datetime, int]]:
        """Of that noun: {key: since when it is removed, how many authors go before this one}."""
        return {key: (at_of(one.stamp), one.before) for key, one in self.said_of_gone.items() if one.table == table}

    def joined(self, key: RowKey, heard: Heard) -> Joined:
        """What stands of that row, with all that the join knows."""
        return self.reading.join(key[0], self.kind(key[0].hex()), heard.voices)

    def put(self, told: Iterable[Told], *, fresh: bool = False) -> set[str]:
        """Joins those rows, anew unless `fresh`; the tables that changed."""
        rows: dict[str, list[list[Value]]] = {}
        gone: list[Key] = []
        stands: Row | None
        for (space, row), said in told:
            key = space.hex(), row.hex()
            quick = self.reading.lone(space, key[1], self.kind(key[0]), said) if isinstance(said, Lone) else None
            if quick is None:
                heard = Heard.of(said) if isinstance(said, Lone) else said
                stands, latest = self._joined((space, row), key, heard)
            else:
                stands, latest = quick
                if not fresh:
                    self._unmark(key)
            self.floor = max(self.floor, latest)
            if stands is None:
                gone.append(key)
            else:
                rows.setdefault(stands[0], []).append(stands[1])
        return self.memory.put(rows, () if fresh else gone, fresh=fresh)

    def _joined(self, place: RowKey, key: Key, heard: Heard) -> tuple[Row | None, Stamp]:
        joined = self.joined(place, heard)
        self._mark(key, joined, heard)
        if any(word.stamp >= voice.end for voice in heard.voices for word in voice.said.fields.values()):
            self.early.add(place)
        return self.reading.row(*key, joined), newest(heard.voices)

    def _mark(self, key: Key, joined: Joined, heard: Heard) -> None:
        self._unmark(key)
        if joined.rivals:
            self.standing[key] = frozenset(joined.rivals)
        if joined.back:
            self.back.add(key)
        if joined.gone and (said := self._still_said(key, joined, heard)):
            self.said_of_gone[key] = said
        if joined.refused:
            self._set_aside(key, joined, heard)

    def _still_said(self, key: Key, joined: Joined, heard: Heard) -> SaidOfGone | None:
        def says_more(author: bytes) -> bool:
            return any(value for name, value in said_by(author, heard.voices).items() if name != GONE)

        mine = self._members.mine(bytes.fromhex(key[0]))
        if mine is None or not says_more(mine):
            return None
        before = sum(voice.author < mine and says_more(voice.author) for voice in heard.voices)
        return SaidOfGone(joined.table, joined.removers[0].word.stamp, before)

    def _set_aside(self, key: Key, joined: Joined, heard: Heard) -> None:
        told = {voice.author: voice.said for voice in heard.voices}
        hers = []
        for author, field, why in joined.refused:
            right = self._members.right(bytes.fromhex(key[0]), author)
            if right and right.person == self.person:
                word = told[author].fields[field]
                hers.append(RefusedWord(told[author].table, key[1], key[0], field, why, word.value, word.stamp))
        if hers:
            self.refused[key] = hers
        if others := len(joined.refused) - len(hers):
            self.left[key] = others

    def _unmark(self, key: Key) -> None:
        self.standing.pop(key, None)
        self.refused.pop(key, None)
        self.left.pop(key, None)
        self.back.discard(key)
        self.said_of_gone.pop(key, None)
