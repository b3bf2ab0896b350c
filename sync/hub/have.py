"""How far a hub has what a phone has, for one that compares after a restore."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any  # Any: what goes into an answer

from sync.head import Head
from sync.hub.late import late_pushes
from sync.hub.store import Sql
from sync.hub.turn import Turn
from sync.membership import Membership


def have(sql: Sql, turn: Turn, organisation: bytes, device: bytes, circles: Collection[bytes]) -> list[list[Any]]:
    """`[[circle, number, hash, [[space, author, n, head hash], …]], …]`: how far each log goes here, and each head.

    Heads where that device reads, and its own, with what it handed in late. Circles that it never was in are left out
    like unknown ones; of one that it was closed in the log goes as far as its end.
    """
    found: list[list[Any]] = []
    out = turn.is_out(device)
    for circle in circles:
        told = turn.told(circle)
        upto = _upto(sql, turn, organisation, device, told) if told else None
        if told is None or upto is None:
            continue
        rung = min((one.rung for one in told.of_device(device) if not out), default=told.rungs)
        heads: list[list[Any]] = []
        for place, space in enumerate(told.spaces):
            rows = sql(
                "SELECT space, author, log_hash, n, day, root, seen, signature FROM head"
                " WHERE organisation = ? AND space = ?",
                organisation,
                space,
            )
            here = {head.author: head for head in (Head(*row) for row in rows)}
            mine = {author for author, one in told.authors.items() if one.device == device}
            for author in mine & told.closed.keys():
                late = late_pushes(sql, organisation, space, author)
                here.update({author: late[-1].head} if late else {})
            heads += [
                [space, one.author, one.n, one.hash] for one in here.values() if place >= rung or one.author in mine
            ]
        found.append([circle, *upto, heads])
    return found


def _upto(sql: Sql, turn: Turn, organisation: bytes, device: bytes, told: Membership) -> tuple[int, bytes] | None:
    """(number, hash) of the last entry there that is that device's to know; None when it never was in."""
    if told.of_device(device) and not turn.is_out(device):
        return told.number, told.tip
    if told.of_device(device):  # nothing after the entry that closed it in the root log is its own to know
        found = sql(
            "SELECT number, hash FROM entry WHERE organisation = ?1 AND circle = ?2 AND seq <= ("
            "SELECT max(seat.closed) FROM seat JOIN organisation ON organisation.organisation = seat.organisation"
            " AND organisation.root = seat.circle WHERE seat.organisation = ?1 AND seat.device = ?3"
            ") ORDER BY number DESC LIMIT 1",
            organisation,
            told.circle,
            device,
        )
        return (found[0][0], found[0][1]) if found else None
    ended = max((told.closed[one.author] for one in told.once_of_device(device)), default=None)
    hashes = {number: name for name, number in told.hashes.items()}
    return None if ended is None else (ended, hashes[ended])
