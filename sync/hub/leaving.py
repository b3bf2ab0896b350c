"""What stewards ask about those who left or lost a phone, and what the phones that left have to say themselves."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any  # Any: what goes into an answer

from sync.codes import ANSWER_MAX
from sync.errors import NotFound
from sync.head import Head
from sync.hub.late import late_pushes
from sync.hub.store import Sql
from sync.hub.turn import Turn
from sync.wire import Push

ROOM = ANSWER_MAX // 2
DEVICES_MAX = 10_000


def heads(
    sql: Sql, turn: Turn, organisation: bytes, device: bytes, asked: Collection[tuple[bytes, bytes]]
) -> list[list[Any]]:
    """`[[space, author, n, hash], …]` of these (circle, author), in every space of the circle.

    For stewards there, and for the person herself.
    """
    found: list[list[Any]] = []
    for circle, author in asked:
        told = turn.told(circle)
        whose = told.authors.get(author) if told else None
        if not told or not whose or whose.person not in {one.person for one in told.of_device(device)}:
            _see_steward(sql, organisation, device, circle)
        rows = sql(
            "SELECT head.space, head.author, head.log_hash, head.n, head.day, head.root, head.seen, head.signature"
            " FROM head JOIN space ON space.organisation = head.organisation AND space.space = head.space"
            " WHERE head.organisation = ? AND space.circle = ? AND head.author = ? ORDER BY space.rung",
            organisation,
            circle,
            author,
        )
        found += [[head.space, head.author, head.n, head.hash] for head in (Head(*row) for row in rows)]
    return found


def late_lane(sql: Sql, organisation: bytes, device: bytes, circles: Collection[bytes]) -> list[list[Any]]:
    """`[[space, author, n, hash, versions, [push, …]], …]`: what waits in these circles. For stewards of each.

    Without the pushes where her rung does not reach, or where the answer has no room for them.
    """
    rungs = {circle: _see_steward(sql, organisation, device, circle) for circle in circles}
    rows = sql(
        "SELECT DISTINCT late.space, late.author, space.circle, space.rung FROM late JOIN space"
        " ON space.organisation = late.organisation AND space.space = late.space"
        " WHERE late.organisation = ? ORDER BY late.space, late.author",
        organisation,
    )
    room, lane = ROOM, []
    for space, author, circle, reaches in rows:
        if circle not in rungs:
            continue
        rung = rungs[circle]
        pushes = late_pushes(sql, organisation, space, author)
        head = pushes[-1].head
        size = sum(_size(push) for push in pushes)
        shown = [push.parts() for push in pushes] if reaches >= rung and size <= room else []
        room -= size if shown else 0
        lane.append([space, author, head.n, head.hash, sum(len(push.versions) for push in pushes), shown])
    return lane


def erased(sql: Sql, organisation: bytes, device: bytes, circles: Collection[bytes], now: int) -> list[bytes]:
    """That phone says that it holds nothing of these circles any more; only of those it was closed in.

    Returns those of which it had not said so yet.
    """
    news = []
    for circle in circles:
        closed = sql(
            "SELECT 1 FROM seat WHERE organisation = ? AND circle = ? AND device = ? AND closed IS NOT NULL",
            organisation,
            circle,
            device,
        )
        if closed:
            place = (organisation, device, circle)
            if not sql("SELECT 1 FROM erased WHERE organisation = ? AND device = ? AND circle = ?", *place):
                news.append(circle)
            sql(
                "INSERT INTO erased (organisation, device, circle, at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (organisation, device, circle) DO UPDATE SET at = excluded.at",
                *place,
                now,
            )
    return news


def devices(sql: Sql, turn: Turn, organisation: bytes, device: bytes) -> list[list[Any]]:
    """`[[device, when it logged in last, [circle it erased, …]], …]`, ms since 1970.

    The root's stewards are told of all, everybody else of her own phones.
    """
    ((root,),) = sql("SELECT root FROM organisation WHERE organisation = ?", organisation)
    told = turn.told(root)
    mine = told.of_device(device) if told else []
    hers = {one.person for one in mine}
    own = {one.device for one in told.authors.values() if one.person in hers} if told else set()
    all_of_them = any(one.steward for one in mine)
    gone: dict[bytes, list[bytes]] = {}
    for phone, circle in sql("SELECT device, circle FROM erased WHERE organisation = ?", organisation):
        gone.setdefault(phone, []).append(circle)
    known = sql(
        "SELECT device, heard FROM device WHERE organisation = ? ORDER BY device LIMIT ?", organisation, DEVICES_MAX
    )
    return [[phone, heard, gone.get(phone, [])] for phone, heard in known if all_of_them or phone in own]


def _see_steward(sql: Sql, organisation: bytes, device: bytes, circle: bytes | None) -> int:
    """The rung from which that steward reads there. Raises `NotFound`, as for a circle that is not there at all."""
    rows = sql(
        "SELECT min(rung) FROM seat WHERE organisation = ? AND circle = ? AND device = ? AND steward = 1"
        " AND closed IS NULL",
        organisation,
        circle,
        device,
    )
    if rows[0][0] is None:
        raise NotFound
    return int(rows[0][0])


def _size(push: Push) -> int:
    return 512 + len(push.head.seen) + sum(len(version.sealed) + 160 for version in push.versions)
