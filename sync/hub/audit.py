"""The audit log: who was let in, shut out or refused, by key and never by name, each line chained to the one before.

Nothing of what anybody wrote is in it. Who changes a line must change all that follow; a hash that was noted
elsewhere shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from typing import Any  # Any: JSON

from sync.entry import Entry, Kind
from sync.errors import Busy, Refused, SyncError
from sync.hub.limits import Buckets
from sync.hub.store import Sql
from sync.packing import pack

PAGE = 1_000
NOTHING = bytes(32)  # what the first line is chained to
_COLUMNS = "number, at, what, who, circle, about, hash"


def note(
    sql: Sql, organisation: bytes, at: int, what: str, who: bytes = b"", circle: bytes = b"", about: bytes = b""
) -> None:
    """One more line, in a transaction that holds the organisation.

    `who` = the device or one-time key that asked for it, `about` = an entry's hash, an invitation or an author.
    """
    last = sql("SELECT number, hash FROM audit WHERE organisation = ? ORDER BY number DESC LIMIT 1", organisation)
    number, before = last[0] if last else (0, NOTHING)
    line = (number + 1, at, what, who, circle, about)
    sql("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", organisation, *line, _chained(before, organisation, line))


def note_entry(sql: Sql, organisation: bytes, at: int, entry: Entry) -> None:
    """What a log took."""
    known = {int(kind): kind.name.lower() for kind in Kind}
    note(sql, organisation, at, known.get(entry.kind, f"kind {entry.kind}"), entry.signer, entry.circle, entry.hash)


def note_refusals(
    sql: Sql, organisation: bytes, at: int, device: bytes, answers: Iterable[SyncError | None], room: Buckets
) -> None:
    """What that device was refused for good; not more of it than there is room for."""
    for no in answers:
        if isinstance(no, Refused):
            with suppress(Busy):
                room.take(device, at)
                note(sql, organisation, at, f"refused: {no.reason}", device)


def everybody(sql: Sql, since: bytes = b"") -> list[bytes]:
    """The organisations with an audit log, from that one on."""
    return [
        home for (home,) in sql("SELECT DISTINCT organisation FROM audit WHERE organisation >= ? ORDER BY 1", since)
    ]


def lines(sql: Sql, organisation: bytes, after: int = 0) -> list[dict[str, Any]]:
    """At most `PAGE` lines from that number on, keys in hex, `at` in ms since 1970."""
    rows = sql(
        f"SELECT {_COLUMNS} FROM audit WHERE organisation = ? AND number > ? ORDER BY number LIMIT {PAGE}",  # noqa: S608
        organisation,
        after,
    )
    names = _COLUMNS.split(", ")
    return [
        {name: one.hex() if isinstance(one, bytes) else one for name, one in zip(names, row, strict=True)}
        for row in rows
    ]


def breaks(sql: Sql) -> Iterator[str]:
    """Where the chain of an organisation does not hold: one sentence for each, the first break only."""
    for organisation in everybody(sql):
        before, expected = NOTHING, 1
        rows = sql(f"SELECT {_COLUMNS} FROM audit WHERE organisation = ? ORDER BY number", organisation)  # noqa: S608
        for *line, hashed in rows:
            if line[0] != expected or hashed != _chained(before, organisation, line):
                yield f"the audit log of organisation {organisation.hex()[:8]} was changed at line {expected}"
                break
            before, expected = hashed, expected + 1


def _chained(before: bytes, organisation: bytes, line: Iterable[Any]) -> bytes:
    return sha256(b"bb/audit/1" + before + pack([organisation, *line])).digest()
