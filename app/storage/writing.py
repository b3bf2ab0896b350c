"""What one journey says, gathered while its block runs: per row the fields that differ from what was on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from app.records import Record, altered, field_names, is_prose
from app.storage.errors import NotYours, Resting
from app.storage.nouns import noun, settable
from app.storage.places import Place, Right
from app.storage.saw import Covered, Saw
from app.storage.values import Value, to_wire
from sync.version import GONE

R = TypeVar("R", bound=Record)
RowKey = tuple[bytes, bytes]
"""(space, row)"""


@dataclass
class Speech:
    """What is newly said of one row: field → (value on the wire, what it covers)."""

    table: str
    author: bytes
    words: dict[str, tuple[Value, Covered | None]] = field(default_factory=dict)


class Reader(Protocol):
    """What a transaction asks of its store."""

    def get(self, noun: type[R], row: str, space: str | None = None) -> R | None: ...

    def seen(self, record: Record) -> Saw: ...

    def standing(self, record: Record) -> frozenset[str]: ...

    def me_in(self, space: str) -> tuple[Place, bytes, Right] | None: ...

    def rests(self, asked: Callable[[Place], bool]) -> bool: ...


class Tx:
    """Nothing is kept before the block of `store.write()` ends well; then everything is, or nothing."""

    def __init__(self, store: Reader) -> None:
        self._store = store
        self.speeches: dict[RowKey, Speech] = {}

    def add(self, record: R, *, fresh: bool = False) -> R:
        """Says every field that was given a value. Of a row that is there (a second tap) only what differs.

        `fresh` promises that the id was made a moment ago (a list of 5,000 comes in): then nobody looks for the row.
        """
        there = None if fresh else self._store.get(type(record), record.id, record.space)
        given = {name: getattr(record, name) for name in field_names(type(record)) if name in record.model_fields_set}
        if there is not None:
            return self.change(there, self._store.seen(there), **given)
        defaults = {name: type(record).model_fields[name].default for name in given}
        said = {name: value for name, value in given.items() if value != defaults[name]}
        prose = {name for name in said if is_prose(type(record), name)}
        self._say(record, {name: (value, {} if name in prose else None) for name, value in said.items()})
        return record

    def change(self, record: R, saw: Saw | None = None, **fields: Any) -> R:
        """Says the fields that differ from `record`, which is the row as it was on the screen."""
        there = self._store.get(type(record), record.id, record.space) or record
        said: dict[str, tuple[Any, Covered | None]] = {}
        for name, value in fields.items():
            prose = is_prose(type(record), name)
            covers = (saw.edits.get(name, {}) if saw else {}) if prose else None
            settles = prose and saw is not None and saw.settled and name in self._store.standing(record)
            if settles or (value != getattr(record, name) and value != getattr(there, name)):
                said[name] = (value, covers)
        self._say(record, said)
        return altered(there, **{name: value for name, (value, _) in said.items()})

    def remove(self, record: Record, saw: Saw) -> None:
        """Says that the row is gone; a write of somebody else that `saw` does not cover brings it back."""
        self._say(record, {GONE: (True, saw.gone)})

    def keep(self, record: Record, saw: Saw) -> None:
        """Says that a row which somebody removed and somebody wrote on stays; the mark goes."""
        self._say(record, {GONE: (False, saw.removals)})

    def _say(self, record: Record, said: Mapping[str, tuple[Any, Covered | None]]) -> None:
        if not said:
            return
        table = type(record).__name__.lower()
        known, me = noun(table), self._store.me_in(record.space)
        if me is None:
            raise Resting if self._store.rests(lambda place: place.space == record.space) else NotYours
        if known is None:
            raise NotYours
        place, author, right = me
        for name, (value, _) in said.items():
            if name not in settable(place.kind, right.role, right.rung, table):
                raise NotYours
            if name != GONE:
                known.readers[name](to_wire(value))  # a journey's own mistake is loud here
        key = (bytes.fromhex(record.space), bytes.fromhex(record.id))
        words = self.speeches.setdefault(key, Speech(table, author)).words
        words.update({name: (to_wire(value), covers) for name, (value, covers) in said.items()})
