"""The three kinds of piece, each kept under the number it was given."""

from __future__ import annotations

from collections.abc import Sequence

from sync.entry import Entry
from sync.head import Head
from sync.hub.store import Sql
from sync.version import Version

AT_ONCE = 64
_PLACES = f"({', '.join('?' * 11)})"
_VERSIONS = (
    "INSERT INTO version (organisation, space, author, row, n, epoch, suite, nonce, sealed, leaf, seq) VALUES {}"
    " ON CONFLICT (organisation, space, author, row) DO UPDATE SET"
    " n = excluded.n, epoch = excluded.epoch, suite = excluded.suite, nonce = excluded.nonce,"
    " sealed = excluded.sealed, leaf = excluded.leaf, seq = excluded.seq"
)


def write_entry(sql: Sql, organisation: bytes, entry: Entry, seq: int) -> None:
    """The next entry of its log."""
    sql(
        "INSERT INTO entry (organisation, circle, number, hash, raw, seq) VALUES (?, ?, ?, ?, ?, ?)",
        organisation,
        entry.circle,
        entry.number,
        entry.hash,
        entry.raw,
        seq,
    )
    sql(
        "INSERT INTO circle (organisation, circle, seq) VALUES (?, ?, ?)"
        " ON CONFLICT (organisation, circle) DO UPDATE SET seq = excluded.seq",
        organisation,
        entry.circle,
        seq,
    )


def write_versions(sql: Sql, organisation: bytes, versions: Sequence[tuple[Version, bytes]], seq: int) -> None:
    """(version, its leaf) each in the place of the one that its author said before, numbered from `seq` on."""
    for start in range(0, len(versions), AT_ONCE):
        some = versions[start : start + AT_ONCE]
        values: list[object] = []
        for place, (version, leaf) in enumerate(some, seq + start):
            values += organisation, version.space, version.author, version.row, version.n, version.epoch
            values += version.suite, version.nonce, version.sealed, leaf, place
        sql(_VERSIONS.format(", ".join([_PLACES] * len(some))), *values)


def write_head(sql: Sql, organisation: bytes, head: Head, taken: bytes, seq: int) -> None:
    """In the place of the author's last one; `taken` = digests of the last heads, this one among them."""
    sql(
        "INSERT INTO head (organisation, space, author, log_hash, n, day, root, seen, signature, taken, seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation, space, author) DO UPDATE SET"
        " log_hash = excluded.log_hash, n = excluded.n, day = excluded.day, root = excluded.root,"
        " seen = excluded.seen, signature = excluded.signature, taken = excluded.taken, seq = excluded.seq",
        organisation,
        head.space,
        head.author,
        head.log_hash,
        head.n,
        head.day,
        head.root,
        head.seen,
        head.signature,
        taken,
        seq,
    )
    sql("UPDATE space SET seq = ? WHERE organisation = ? AND space = ?", seq, organisation, head.space)
