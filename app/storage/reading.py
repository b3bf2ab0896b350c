"""From what the authors of one row said to the record that stands: the join, roles as a view, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple  # Any: what a stranger may have written

from app.storage.nouns import Noun, noun, settable, slots
from app.storage.places import Members
from app.storage.values import Value
from sync.errors import Malformed
from sync.join import Joined, May, join
from sync.stamp import COUNTER_BITS, DAY_MS, Stamp
from sync.version import GONE, SUITE, Said, Word, unpack_written

FOREVER = 1 << 30
"""The day of an author whose words need no head: what is only on this phone."""

Row = tuple[str, list[Value]]
"""Table, and values in the order of the noun's columns, for a bulk insert."""


class Voice(NamedTuple):
    """One author's word on a row; `day` = that of the head it stands under, later stamps do not count."""

    author: bytes
    said: Said
    day: int = FOREVER

    @property
    def end(self) -> Stamp:
        """The first stamp that does not count."""
        return end_of(self.day)


class Lone(NamedTuple):
    """The opened body of a row of which one author spoke, all of it acknowledged: nearly every row."""

    author: bytes
    day: int
    body: bytes
    suite: int = SUITE


def end_of(day: int) -> Stamp:
    """The first stamp behind that day."""
    return (day + 1) * DAY_MS << COUNTER_BITS


class Reading:
    """Knows the nouns and the members; has no store and no keys."""

    def __init__(self, members: Members) -> None:
        self._members = members

    def join(self, space: bytes, kind: str, voices: Sequence[Voice]) -> Joined:
        """What stands, of the words that this app understands. The others wait where they are, in the journal."""
        return join([(voice.author, understood(voice)) for voice in voices], self.may(space, kind))

    def row(self, space: str, row: str, joined: Joined) -> Row | None:
        """None when the row is gone, unknown, or of no author who counts."""
        known = noun(joined.table)
        if known is None or joined.gone or not joined.fields:
            return None
        values = [space, row, *known.blank[2:]]
        for name, standing in joined.fields.items():
            values[known.at[name]] = standing.word.value
        return joined.table, values

    def lone(self, space: bytes, row: str, kind: str, lone: Lone) -> tuple[Row, Stamp] | None:
        """What `join` and `row` would give of it, and its newest stamp; None when it is not that simple.

        Ten thousand rows of eight fields pass here at every unlock: one look at each; what is odd goes the long way.
        """
        if lone.suite != SUITE:
            return None
        try:
            table, fields, stamps, _ = unpack_written(lone.body)
        except Malformed:
            return None
        known, right = noun(table), self._members.right(space, lone.author)
        if known is None or right is None or not fields or GONE in fields or not stamps:
            return None
        if (newest := max(stamps)) >= end_of(lone.day):
            return None
        places, how_many = slots(kind, right.role, right.rung, table), len(stamps)
        values = [space.hex(), row, *known.blank[2:]]
        try:
            for name, word in fields.items():
                value, stamp = word if len(word) == 2 else _with_empty_saw(word)
                if type(stamp) is not int or not 0 <= stamp < how_many:
                    return None
                at, usual, read = places[name]
                if type(value) is not usual:
                    read(value)
                values[at] = value
        except (LookupError, ValueError, TypeError):
            return None
        return (table, values), newest

    def may(self, space: bytes, kind: str) -> May:
        """Who may say what in that space, by what the log knows of each author now."""

        def may(author: bytes, table: str, field: str) -> bool | None:
            right = self._members.right(space, author)
            return None if right is None else field in settable(kind, right.role, right.rung, table)

        return may


def understood(voice: Voice) -> Said:
    """What this app can read of it: known fields with values of their type, none stamped after its head's day."""
    known, end = noun(voice.said.table), voice.end
    if known is None:
        return Said(voice.said.table, {})
    said = voice.said.fields
    kept = {name: read for name, word in said.items() if (read := _read(known, name, word, end)) is not None}
    return Said(voice.said.table, kept)


def said_by(author: bytes | None, voices: Sequence[Voice]) -> dict[str, Any]:
    """{field: its value} of what that author said of the row, whether or not it stands."""
    spoken = (understood(voice).fields for voice in voices if voice.author == author)
    return {name: word.value for fields in spoken for name, word in fields.items()}


def newest(voices: Sequence[Voice]) -> Stamp:
    """The greatest stamp of what is acknowledged and counts; 0 when there is none."""
    latest = 0
    for voice in voices:
        if voice.day < FOREVER:
            end = voice.end
            for word in voice.said.fields.values():
                if latest < word.stamp < end:
                    latest = word.stamp
    return latest


def _read(known: Noun, name: str, word: Word, end: Stamp) -> Word | None:
    if word.stamp >= end:
        return None
    if name == GONE:
        return None if type(word.value) is not bool else _with_saw(word, prose=True)
    read = known.readers.get(name)
    if read is None:
        return None
    try:
        read(word.value)
    except ValueError:
        return None
    return _with_saw(word, prose=name in known.prose)


def _with_empty_saw(word: list[Any]) -> tuple[Any, Any]:
    value, stamp, saw = word
    if saw:
        raise ValueError("it stands in front of others")
    return value, stamp


def _with_saw(word: Word, *, prose: bool) -> Word:
    """Prose, and `gone`, have a `saw`, if an empty one; other fields have none, whatever a stranger sent."""
    if prose == (word.saw is not None):
        return word
    return Word(word.value, word.stamp, {} if prose else None)
