"""From what the authors of one row said to the record that stands: the join, roles as a view, and what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from app.domain.roles import home_of, may_set
from app.records import Record, field_names, is_prose, table_named
from app.storage.places import Members
from app.storage.values import from_wire, reads
from sync.join import Joined, May, join
from sync.stamp import Stamp, day_of
from sync.version import GONE, Said, Word

FOREVER = 1 << 62
"""The day of an author whose words need no head: what is only on this phone."""


class Voice(NamedTuple):
    """One author's word on a row; `day` = that of the head it stands under, later stamps do not count."""

    author: bytes
    said: Said
    day: int = FOREVER


class Reading:
    """Knows the nouns and the members; has no store and no keys."""

    def __init__(self, members: Members) -> None:
        self._members = members

    def join(self, space: bytes, kind: str, voices: Sequence[Voice]) -> Joined:
        """What stands, of the words that this app understands. The others wait where they are, in the journal."""
        return join([(voice.author, understood(voice)) for voice in voices], self.may(space, kind))

    def row(self, space: str, row: str, joined: Joined) -> tuple[str, dict[str, Any]] | None:
        """Table and columns, for a bulk insert; None when the row is gone, unknown or of no author who counts."""
        noun = table_named(joined.table)
        if noun is None or joined.gone or not joined.fields:
            return None
        columns = dict(_blank(noun))
        columns["id"], columns["space"] = row, space
        for name, standing in joined.fields.items():
            if name in columns:
                columns[name] = from_wire(noun, name, standing.word.value)
        return joined.table, columns

    def may(self, space: bytes, kind: str) -> May:
        """Who may say what in that space, by what the log knows of each author now."""

        def may(author: bytes, table: str, field: str) -> bool | None:
            right = self._members.right(space, author)
            if right is None:
                return None
            return home_of(table) == kind and may_set(right.role, right.rung, table, field)

        return may


def understood(voice: Voice) -> Said:
    """What this app can read of it: known fields with values of their type, none stamped after its head's day."""
    noun = table_named(voice.said.table)
    if noun is None:
        return Said(voice.said.table, {})
    said = voice.said.fields
    kept = {name: read for name, word in said.items() if (read := _read(noun, name, word, voice.day)) is not None}
    return Said(voice.said.table, kept)


def newest(voices: Sequence[Voice]) -> Stamp:
    """The greatest stamp that counts; 0 when there is none."""
    return max((w.stamp for v in voices for w in v.said.fields.values() if day_of(w.stamp) <= v.day), default=0)


def _read(noun: type[Record], name: str, word: Word, day: int) -> Word | None:
    if day_of(word.stamp) > day:
        return None
    if name == GONE:
        known, prose = type(word.value) is bool, True
    else:
        known, prose = reads(noun, name, word.value), is_prose(noun, name)
    if not known:
        return None
    if prose == (word.saw is not None):
        return word
    return Word(word.value, word.stamp, {} if prose else None)


@cache
def _blank(noun: type[Record]) -> Mapping[str, Any]:
    return {"id": "", "space": "", **{name: noun.model_fields[name].default for name in field_names(noun)}}
