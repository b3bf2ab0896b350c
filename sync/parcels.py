"""The chunks of attachments that this phone has, wants, or has to have erased; their bytes lie in files beside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import NamedTuple

from sync.database import Database


class State(IntEnum):
    """Where a chunk is."""

    BRING = 0  # here; the hub has not said that it has it
    KEPT = 1  # here and on the hub
    WANTED = 2  # not here; asked for
    GONE = 3  # its row is gone: the hub is to erase it


FULL = "full"
"""Why it did not come: this phone has no room for it."""


class Parcel(NamedTuple):
    """One chunk. `size` sealed bytes; `reason` = why the hub did not take or give it, at the last try."""

    place: int
    space: bytes
    row: bytes
    name: bytes
    size: int
    state: int
    mine: bool
    at: int | None
    reason: str | None


_ALL = "SELECT place, space, row, hash, size, state, mine, at, reason FROM chunk "


class Parcels:
    """Every step is one transaction, or part of the open one. A chunk that two rows name is kept for each of them."""

    def __init__(self, journal: Database) -> None:
        self._journal = journal

    def add(self, space: bytes, row: bytes, chunks: Iterable[tuple[bytes, int]]) -> None:
        """Made here: (name, size) each; their files are there already."""
        self._insert(space, row, chunks, State.BRING, mine=1)

    def want(self, space: bytes, row: bytes, chunks: Iterable[tuple[bytes, int]]) -> None:
        """To be fetched, but for those that are here; also where there was no room before."""
        with self._journal.transaction():
            self._insert(space, row, chunks, State.WANTED, mine=0)
            self._journal.run("UPDATE chunk SET reason=NULL WHERE space=? AND row=? AND reason=?", (space, row, FULL))

    def _insert(
        self, space: bytes, row: bytes, chunks: Iterable[tuple[bytes, int]], state: State, *, mine: int
    ) -> None:
        self._journal.run_many(
            "INSERT OR IGNORE INTO chunk (space, row, hash, size, state, mine) VALUES (?,?,?,?,?,?)",
            [(space, row, name, size, state, mine) for name, size in chunks],
        )

    def of(self, space: bytes, row: bytes) -> list[Parcel]:
        """Those of one attachment."""
        return self._found("WHERE space=? AND row=? ORDER BY place", space, row)

    def in_state(self, state: State) -> list[Parcel]:
        """In the order they came."""
        return self._found("WHERE state=? ORDER BY place", state)

    def rows(self) -> list[tuple[bytes, bytes]]:
        """(space, row) of every attachment of which there is a chunk."""
        found = self._journal.run("SELECT DISTINCT space, row FROM chunk WHERE state<>?", (State.GONE,))
        return [(space, row) for space, row in found]

    def names(self) -> set[bytes]:
        """Those whose bytes are here."""
        found = self._journal.run("SELECT hash FROM chunk WHERE state IN (?,?)", (State.BRING, State.KEPT))
        return {name for (name,) in found}

    def taken(self, parcel: Parcel, at: int) -> None:
        """The hub has it."""
        self._move(parcel, State.BRING, State.KEPT, at)

    def arrived(self, parcel: Parcel, at: int) -> None:
        """It is here, too."""
        self._move(parcel, State.WANTED, State.KEPT, at)

    def lost(self, parcel: Parcel) -> None:
        """Its file is not there, or not what it was: the hub has another."""
        self._move(parcel, State.KEPT, State.WANTED, None)

    def missed(self, parcel: Parcel) -> None:
        """It is here, and the hub has it no more."""
        self._move(parcel, State.KEPT, State.BRING, None)

    def _move(self, parcel: Parcel, before: State, after: State, at: int | None) -> None:
        """Unless its row went meanwhile."""
        self._journal.run(
            "UPDATE chunk SET state=?, at=?, reason=NULL WHERE place=? AND state=?", (after, at, parcel.place, before)
        )

    def refused(self, parcel: Parcel, reason: str) -> None:
        """It stays where it is, and is tried again the next time."""
        self._journal.run("UPDATE chunk SET reason=? WHERE place=?", (reason, parcel.place))

    def gone(self, space: bytes, row: bytes, *, removed: bool, named: Collection[bytes] = ()) -> None:
        """The attachment is no more here. Was it `removed`, the hub is to erase all of it, else what was made here;
        never what other attachments of the space have `named`, too.
        """
        with self._journal.transaction():
            if not removed:
                self._journal.run("DELETE FROM chunk WHERE space=? AND row=? AND mine=0", (space, row))
            self._journal.run_many(
                "DELETE FROM chunk WHERE space=? AND row=? AND hash=?", [(space, row, name) for name in named]
            )
            self._journal.run("UPDATE chunk SET state=? WHERE space=? AND row=?", (State.GONE, space, row))

    def forget(self, parcels: Iterable[Parcel]) -> None:
        """Nothing of them is left to do."""
        self._journal.run_many("DELETE FROM chunk WHERE place=?", [(one.place,) for one in parcels])

    def look_again(self) -> None:
        """The hub was put back from a copy: whether it has them is to be asked anew."""
        self._journal.run("UPDATE chunk SET state=? WHERE state=?", (State.BRING, State.KEPT))

    def _found(self, where: str, *given: object) -> list[Parcel]:
        return [
            Parcel(place, space, row, name, size, state, bool(mine), at, reason)
            for place, space, row, name, size, state, mine, at, reason in self._journal.run(_ALL + where, given)
        ]
