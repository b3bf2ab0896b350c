"""How much of a long pull has come: bytes, as the hub reckoned them when the pull, or the load of a circle, began."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sync.database import Database
from sync.version import Version
from sync.wire import Piece

AROUND = 48  # bytes around a sealed body, about
HEAD = 240  # of a head, about
ENTRY = 8  # around an entry
COMING = "coming"  # under this name the journal keeps it


class Coming(NamedTuple):
    """`came` of `all` bytes, about."""

    came: int
    all: int


def weight(piece: Piece) -> int:
    """Its bytes on the wire, about."""
    if isinstance(piece, bytes):
        return len(piece) + ENTRY
    return len(piece.sealed) + AROUND if isinstance(piece, Version) else len(piece.seen) + HEAD


def coming(journal: Database) -> Coming | None:
    """None while nothing long is under way."""
    kept = journal.meta(COMING)
    return Coming(int.from_bytes(kept[:8]), int.from_bytes(kept[8:])) if kept else None


def note_coming(journal: Database, pieces: Iterable[Piece], ahead: int, *, over: bool) -> None:
    """After an answer: what it brought, what the hub says is `ahead` in streams that began, whether all is here."""
    known = coming(journal)
    if over:
        if known:
            journal.set_meta(COMING, None)
    elif known or ahead:
        here = sum(map(weight, pieces))
        came = here + (known.came if known else 0)
        whole = max(came, (known.all if known else here) + ahead)
        journal.set_meta(COMING, came.to_bytes(8) + whole.to_bytes(8))
