"""Sealed chunks of attachments: each lies in a space, named by its hash; the hub knows no more of what it is."""

from __future__ import annotations

from collections.abc import Sequence

from sync.chunk import name_of
from sync.codes import Reason
from sync.errors import Malformed, NotFound, Refused
from sync.hub.limits import Room
from sync.hub.store import Sql
from sync.hub.turn import Turn

_ONE = "organisation = ? AND space = ? AND hash = ?"


def circle_of(sql: Sql, organisation: bytes, device: bytes, space: bytes) -> bytes:
    """The circle of a space that this device reads and writes now, as it does rows. Raises `NotFound`."""
    found = sql(
        "SELECT space.circle FROM space JOIN seat ON seat.organisation = space.organisation"
        " AND seat.circle = space.circle AND seat.rung <= space.rung"
        " WHERE space.organisation = ? AND space.space = ? AND seat.device = ? AND seat.closed IS NULL LIMIT 1",
        organisation,
        space,
        device,
    )
    if not found:
        raise NotFound
    return bytes(found[0][0])


def is_here(sql: Sql, organisation: bytes, space: bytes, name: bytes) -> bool:
    """Whether the hub has that chunk."""
    return bool(sql(f"SELECT 1 FROM chunk WHERE {_ONE}", organisation, space, name))  # noqa: S608 - SQL of ours


def keep(sql: Sql, room: Room, organisation: bytes, device: bytes, space: bytes, name: bytes, sealed: bytes) -> None:
    """Once, however often it comes. Raises `Malformed` when the bytes are not those of that name, `Refused`."""
    if name_of(sealed) != name:
        raise Malformed("not the bytes of that name")
    if is_here(sql, organisation, space, name):
        if name_of(read(sql, organisation, space, name)) == name:
            return
        forget(sql, organisation, space, name)
    ((whole,),) = sql("SELECT coalesce(sum(stored), 0) FROM space WHERE organisation = ?", organisation)
    ((stored,),) = sql("SELECT stored FROM space WHERE organisation = ? AND space = ?", organisation, space)
    if stored + len(sealed) > room.space or whole + len(sealed) > room.organisation:
        raise Refused(Reason.ROOM)
    sql("INSERT INTO chunk VALUES (?, ?, ?, ?, ?)", organisation, space, name, device, sealed)
    _count(sql, organisation, space, len(sealed))


def read(sql: Sql, organisation: bytes, space: bytes, name: bytes) -> bytes:
    """The bytes that lie there, spoilt or not. Raises `NotFound`."""
    found = sql(f"SELECT sealed FROM chunk WHERE {_ONE}", organisation, space, name)  # noqa: S608 - SQL of ours
    if not found:
        raise NotFound
    return bytes(found[0][0])


def forget_spoilt(sql: Sql, organisation: bytes, space: bytes, name: bytes) -> None:
    """What the disk spoilt is of no use; once it is gone, who has it whole is asked to bring it again."""
    if is_here(sql, organisation, space, name) and name_of(read(sql, organisation, space, name)) != name:
        forget(sql, organisation, space, name)


def forget(sql: Sql, organisation: bytes, space: bytes, name: bytes) -> None:
    """It is not here any more, and not counted."""
    place = (organisation, space, name)
    for (size,) in sql(f"SELECT length(sealed) FROM chunk WHERE {_ONE}", *place):  # noqa: S608 - SQL of ours
        sql(f"DELETE FROM chunk WHERE {_ONE}", *place)  # noqa: S608 - SQL of ours
        _count(sql, organisation, space, -size)


def drop(
    sql: Sql, turn: Turn, organisation: bytes, device: bytes, circle: bytes, space: bytes, names: Sequence[bytes]
) -> None:
    """Erases what she brought, on whatever phone; a steward of the circle may erase all. The rest is left alone."""
    told = turn.told(circle)
    mine = told.of_device(device) if told else []
    hers = {one.person for one in mine}
    own = {one.device for one in told.authors.values() if one.person in hers} if told else set()
    leads = any(one.steward for one in mine)
    for name in names:
        place = (organisation, space, name)
        for (whose,) in sql(f"SELECT device FROM chunk WHERE {_ONE}", *place):  # noqa: S608 - SQL of ours
            if leads or whose in own:
                forget(sql, *place)


def counted(sql: Sql) -> int:
    """Bytes of all chunks here, as they count against the room."""
    ((stored,),) = sql("SELECT coalesce(sum(stored), 0) FROM space")
    return int(stored)


def _count(sql: Sql, organisation: bytes, space: bytes, more: int) -> None:
    sql("UPDATE space SET stored = stored + ? WHERE organisation = ? AND space = ?", more, organisation, space)
