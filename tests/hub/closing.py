"""A member is closed out of a circle, as a steward's phone does it."""

from __future__ import annotations

from sync.entry import Kind, make_entry
from sync.errors import SyncError
from tests.hub.phones import Phone


def bring(phone: Phone, circle: bytes, kind: int, claims: list[object]) -> SyncError | None:
    """The next entry of that log, signed by this phone; why the hub did not take it, or None."""
    phone.sync_all()
    tip = phone.logs[circle][-1]
    entry = make_entry(circle, tip.number + 1, tip.hash, kind, phone.key.public, claims, b"", phone.key.sign)
    (no,) = phone.sync(entries=(entry.raw,)).entry_answers
    if no is None:
        phone.keep(entry)
    return no


def heads(phone: Phone, circle: bytes, whom: Phone) -> list[list[object]]:
    """Where that author stands in each space of the circle, as the hub lists it."""
    (found,) = phone.hub.ask("/heads", phone.token, [[circle, whom.author(circle)]])
    return list(found)


def close(karen: Phone, circle: bytes, whom: Phone, finals: list[list[object]] | None = None) -> SyncError | None:
    """`finals`: other last heads than those that the hub has."""
    named = heads(karen, circle, whom) if finals is None else finals
    return bring(karen, circle, Kind.CLOSE, [[[whom.grants[circle], b""]], named, []])
