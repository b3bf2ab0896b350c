"""The rows that stay of somebody who was let go: the same on every phone, and no way back from them to her line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from app.domain.beside import beside
from app.records import Channel, Contact, RowId


def counts_person(line: RowId) -> RowId:
    """The row that counts her as a person, named after one of her lines."""
    return hashlib.sha256(f"bb/nobody/1 {line}".encode()).hexdigest()[:32]


def counts_spoken(line: RowId, channel: str) -> RowId:
    """The row that says that the two spoke by that channel, named after one of her lines."""
    return beside(f"{line} {channel}", "nobodys spoken")


def of_line(line: RowId) -> RowId:
    """One of several lines of hers: what it took."""
    return beside(line, "nobodys line")


def of_try(row: RowId) -> RowId:
    """One more try: what it took."""
    return beside(row, "nobodys try")


def channel_of(contact: Contact) -> str:
    """Who was met on a round was tapped there: she has none, and counts as a person only."""
    return "" if contact.spot else contact.channel or Channel.OTHER.value


def person_rows(lines: Iterable[RowId]) -> set[RowId]:
    """Of these lines of hers; she is counted if any of them is there."""
    return {counts_person(line) for line in lines}


def spoken_rows(lines: Iterable[RowId], channel: str) -> set[RowId]:
    """The same of having spoken by that channel."""
    return {counts_spoken(line, channel) for line in lines}


def counting(lines: Iterable[RowId]) -> set[RowId]:
    """All that say that she was spoken with: one of several lines says no outcome where another row counts her."""
    every = set(lines)
    return person_rows(every) | {of_line(line) for line in every}
