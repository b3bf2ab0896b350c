"""Whether all that lies in a hub's database is what was signed: every log, head, row, late piece and chunk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sync.chunk import name_of
from sync.entry import Entry
from sync.errors import SyncError
from sync.head import Head, root_of
from sync.hub.audit import breaks
from sync.hub.late import late_pushes
from sync.hub.store import Sql
from sync.hub.verify import verify
from sync.log import told_by
from sync.membership import Membership
from sync.version import NO_WORDS, Version

Place = tuple[bytes, bytes, bytes]  # organisation, space, author


def wrong_in(sql: Sql, tables: Collection[str]) -> Iterator[str]:
    """A sentence for each thing that is wrong; nothing when all is well. A copy of before has fewer `tables`."""
    circles: dict[tuple[bytes, bytes], Membership] = {}
    for organisation, circle in sql("SELECT organisation, circle FROM circle"):
        yield from _log(sql, organisation, circle, circles)
    places = {
        (organisation, space): circles.get((organisation, circle))
        for organisation, space, circle in sql("SELECT organisation, space, circle FROM space")
    }
    for organisation, space, author in sql(
        "SELECT organisation, space, author FROM head UNION SELECT organisation, space, author FROM version"
    ):
        yield from _rows(sql, (organisation, space, author), places.get((organisation, space)))
    if "late" in tables:
        for organisation, space, author in sql("SELECT DISTINCT organisation, space, author FROM late"):
            yield from _late(sql, (organisation, space, author), places.get((organisation, space)))
    if "chunk" in tables:
        for organisation, space, name in sql("SELECT organisation, space, hash FROM chunk"):
            yield from _chunk(sql, (organisation, space, name))
        yield from _counts(sql)
    if "audit" in tables:
        yield from breaks(sql)


def _log(sql: Sql, organisation: bytes, circle: bytes, into: dict[tuple[bytes, bytes], Membership]) -> Iterator[str]:
    """One log; what it says goes `into` there."""
    named = f"circle {circle.hex()[:8]}"
    rows = sql(
        "SELECT number, hash, raw FROM entry WHERE organisation = ? AND circle = ? ORDER BY number",
        organisation,
        circle,
    )
    try:
        entries = [Entry.read(raw) for _, _, raw in rows]
        into[organisation, circle] = told_by(entries, verify=None, root=None)
    except SyncError as no:
        yield f"the log of {named} breaks: {no}"
        return
    for entry, (number, name, _) in zip(entries, rows, strict=True):
        if (number, name) != (entry.number, entry.hash):
            yield f"entry {number} of {named} lies in the place of another"
        if not verify(entry.signer, entry.signed, entry.signature):
            yield f"entry {number} of {named} is not signed"


def _rows(sql: Sql, place: Place, told: Membership | None) -> Iterator[str]:
    """What counts of one author in one space."""
    leaves, upto = _leaves(sql, place)
    heads = sql(
        "SELECT space, author, log_hash, n, day, root, seen, signature FROM head"
        " WHERE organisation = ? AND space = ? AND author = ?",
        *place,
    )
    if not heads:
        yield f"rows of {_named(place)} have no head"
        return
    (head,) = (Head(*one) for one in heads)
    yield from _head(head, place, told)
    if root_of(leaves.items()) != head.root or upto != head.n:
        yield f"rows of {_named(place)} are not those that were signed"
    if told and not _blank(sql, place) <= {row for _, rows in told.erasures for row in rows}:
        yield f"rows of {_named(place)} are without words that nobody erased"


def _blank(sql: Sql, place: Place) -> set[tuple[bytes, bytes]]:
    """(space, row) of which only leaves are there."""
    return {
        (space, row)
        for space, row in sql(
            "SELECT space, row FROM version WHERE organisation = ? AND space = ? AND author = ? AND suite = ?",
            *place,
            NO_WORDS,
        )
    }


def _leaves(sql: Sql, place: Place) -> tuple[dict[bytes, bytes], int]:
    """{row: leaf} of what lies there, each made anew of its bytes, and the last n."""
    rows = sql(
        "SELECT space, row, author, n, epoch, suite, nonce, sealed, leaf FROM version"
        " WHERE organisation = ? AND space = ? AND author = ?",
        *place,
    )
    leaves: dict[bytes, bytes] = {}
    for *version, kept in rows:
        one = Version(*version)
        leaves[one.row] = one.leaf if one.leaf == kept else b""  # what is kept beside it goes into the next root
    return leaves, max((version[3] for version in rows), default=0)


def _head(head: Head, place: Place, told: Membership | None) -> Iterator[str]:
    member = told.authors.get(head.author) if told else None
    if told is None or member is None or head.log_hash not in told.hashes:
        yield f"a head of {_named(place)} is of nobody that its log knows"
    elif not verify(member.device, head.signed, head.signature):
        yield f"a head of {_named(place)} is not signed"


def _late(sql: Sql, place: Place, told: Membership | None) -> Iterator[str]:
    """What a closed author handed in afterwards: each piece goes on from the one before."""
    leaves, upto = _leaves(sql, place)
    try:
        pushes = late_pushes(sql, *place)
    except SyncError:
        yield f"late pieces of {_named(place)} cannot be read"
        return
    for push in pushes:
        yield from _head(push.head, place, told)
        leaves |= {version.row: version.leaf for version in push.versions}
        if push.before != upto or root_of(leaves.items()) != push.head.root:
            yield f"late pieces of {_named(place)} are not those that were signed"
            return
        upto = push.head.n


def _chunk(sql: Sql, place: Place) -> Iterable[str]:
    """Read one at a time, for together they may be more than fits."""
    found = sql("SELECT sealed FROM chunk WHERE organisation = ? AND space = ? AND hash = ?", *place)
    if any(name_of(sealed) != place[2] for (sealed,) in found):
        yield f"chunk {place[2].hex()[:8]} in space {place[1].hex()[:8]} is damaged"


def _counts(sql: Sql) -> Iterator[str]:
    """By what is counted phones are refused, whatever lies there."""
    for space, counted, lies in sql(
        "SELECT space, stored, (SELECT coalesce(sum(length(sealed)), 0) FROM chunk"
        " WHERE chunk.organisation = space.organisation AND chunk.space = space.space) FROM space"
    ):
        if counted != lies:
            yield f"space {space.hex()[:8]} counts {counted} bytes of chunks and has {lies}"


def _named(place: Place) -> str:
    return f"author {place[2].hex()[:8]} in space {place[1].hex()[:8]}"
