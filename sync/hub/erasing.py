"""What a steward's entry erases: of these rows only the leaves are kept, whoever spoke of them, wherever they lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sync.codes import REQUEST_MAX, Reason
from sync.entry import Entry, Erase
from sync.errors import Refused
from sync.hub.store import Sql
from sync.membership import Membership, Root
from sync.packing import pack, unpack
from sync.version import NO_WORDS, NOTHING, Version
from sync.wire import Push

AT_ONCE = 64
Rows = Collection[tuple[bytes, bytes]]
"""(space, row)"""


def see_lawful(told: Membership, entry: Entry, root: Root | None, *, erases: bool) -> None:
    """Of `told`, which follows that entry. `root` = its stewards of today, None for the root log itself.

    `erases`: no phone has an app any more that does not know this kind of entry. Raises `Refused`.
    """
    if not erases or not isinstance(entry.claim, Erase):
        raise Refused(Reason.KIND)
    if not {space for space, _ in entry.claim.rows} <= {*told.spaces}:
        raise Refused(Reason.KIND)
    taken = told.erasures[-1:] == ((entry.signer, entry.claim.rows),)
    if not taken or not (root is None or entry.signer in root.stewards):
        raise Refused(Reason.STEWARD)


def left_of(version: Version, erased: Rows) -> Version:
    """The version, or what is left of it."""
    if version.is_blank or (version.space, version.row) not in erased:
        return version
    return version.without_words


def left_of_push(push: Push, erased: Rows) -> Push:
    """The same, of each."""
    return replace(push, versions=tuple(left_of(one, erased) for one in push.versions)) if erased else push


def see_erased(versions: Iterable[Version], erased: Rows) -> None:
    """Nobody brings a leaf without words of a row that no entry erases. Raises `Refused`."""
    if any(one.is_blank and (one.space, one.row) not in erased for one in versions):
        raise Refused(Reason.KIND)


def erase(sql: Sql, organisation: bytes, rows: Rows) -> None:
    """Among what counts, in the late lane, and among what waits for its head. Numbers stay: nobody pulls it anew."""
    for space in {space for space, _ in rows}:
        here = sorted(row for of, row in rows if of == space)
        for start in range(0, len(here), AT_ONCE):
            some = here[start : start + AT_ONCE]
            sql(
                "UPDATE version SET suite = ?, nonce = ?, sealed = leaf WHERE organisation = ? AND space = ?"  # noqa: S608 - as many as there are
                f" AND (suite <> ? OR sealed <> leaf) AND row IN ({', '.join('?' * len(some))})",
                NO_WORDS,
                NOTHING,
                organisation,
                space,
                NO_WORDS,
                *some,
            )
        _erase_late(sql, organisation, space, rows)
        _erase_again(sql, organisation, space, rows)


def _erase_late(sql: Sql, organisation: bytes, space: bytes, erased: Rows) -> None:
    kept = sql("SELECT author, n, push FROM late WHERE organisation = ? AND space = ?", organisation, space)
    for author, n, raw in kept:
        push = Push.read(unpack(raw, REQUEST_MAX))
        left = left_of_push(push, erased)
        if left != push:
            sql(
                "UPDATE late SET push = ? WHERE organisation = ? AND space = ? AND author = ? AND n = ?",
                pack(left.parts()),
                organisation,
                space,
                author,
                n,
            )


def _erase_again(sql: Sql, organisation: bytes, space: bytes, erased: Rows) -> None:
    kept = sql("SELECT device, author, n, version FROM again WHERE organisation = ? AND space = ?", organisation, space)
    for device, author, n, raw in kept:
        version = Version.read(space, author, unpack(raw, REQUEST_MAX))
        left = left_of(version, erased)
        if left is not version:
            sql(
                "UPDATE again SET version = ? WHERE organisation = ? AND device = ? AND space = ? AND author = ?"
                " AND n = ?",
                pack(left.parts()),
                organisation,
                device,
                space,
                author,
                n,
            )
