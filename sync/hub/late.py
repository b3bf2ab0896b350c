"""The late lane: what a closed author had written and no hub had taken, kept apart until a steward lets it count."""

from __future__ import annotations

from sync.codes import REQUEST_MAX, Reason
from sync.errors import Refused
from sync.head import Head
from sync.hub.store import Sql
from sync.packing import pack, unpack
from sync.wire import Push

LATE_MAX = 8 * 1024 * 1024  # bytes that one device may hand in
PIECES_MAX = 64  # to one space


def check_room(sql: Sql, organisation: bytes, device: bytes, push: Push) -> None:
    """Raises `Refused` when that device has handed in enough."""
    ((size,),) = sql(
        "SELECT coalesce(sum(length(late.push)), 0) FROM late JOIN seat ON seat.organisation = late.organisation"
        " AND seat.author = late.author WHERE late.organisation = ? AND seat.device = ?",
        organisation,
        device,
    )
    pieces = sql(
        "SELECT count(*) FROM late WHERE organisation = ? AND space = ? AND author = ?",
        organisation,
        push.space,
        push.author,
    )
    if size > LATE_MAX or pieces[0][0] >= PIECES_MAX:
        raise Refused(Reason.SIZE)


def keep_late(sql: Sql, organisation: bytes, push: Push) -> None:
    """One piece of it, behind those that came before."""
    sql(
        "INSERT INTO late (organisation, space, author, n, push) VALUES (?, ?, ?, ?, ?)",
        organisation,
        push.space,
        push.author,
        push.head.n,
        pack(push.parts()),
    )


def late_pushes(sql: Sql, organisation: bytes, space: bytes, author: bytes) -> list[Push]:
    """What that author handed in to that space, in order."""
    rows = sql(
        "SELECT push FROM late WHERE organisation = ? AND space = ? AND author = ? ORDER BY n",
        organisation,
        space,
        author,
    )
    return [Push.read(unpack(raw, REQUEST_MAX)) for (raw,) in rows]


def drop_late(sql: Sql, organisation: bytes, space: bytes, author: bytes) -> None:
    """It counts now, and lies with all the rest."""
    sql("DELETE FROM late WHERE organisation = ? AND space = ? AND author = ?", organisation, space, author)


def head_at(sql: Sql, organisation: bytes, space: bytes, author: bytes) -> tuple[int, bytes] | None:
    """(n, hash) of an author's head, None when there is none."""
    rows = sql(
        "SELECT space, author, log_hash, n, day, root, seen, signature FROM head"
        " WHERE organisation = ? AND space = ? AND author = ?",
        organisation,
        space,
        author,
    )
    return (rows[0][3], Head(*rows[0]).hash) if rows else None
