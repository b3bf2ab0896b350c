"""How requests and answers begin: the codes and reasons of the protocol, and the error that each stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import Any  # Any: unchecked MessagePack

from sync.errors import (
    Busy,
    ClockBent,
    LoginNeeded,
    Malformed,
    Moved,
    NotFound,
    Refused,
    SyncError,
    TooOld,
    Untold,
)
from sync.packing import ARRAY_MAX, HALF, blob, number, pack, parts, unpack, word
from sync.stamp import NOW_MAX

PROTOCOL = 1
CONTENT_TYPE = "application/msgpack"
REQUEST_MAX = 1024 * 1024
ANSWER_MAX = 2 * 1024 * 1024

Tip = tuple[bytes, int, bytes]  # circle, number, hash


class Code(IntEnum):
    """How an answer begins."""

    OK = 0
    CLOCK = 1
    LOGIN = 2
    UNTOLD = 3
    OLD = 4
    MOVED = 5
    NOT_FOUND = 6
    REFUSED = 7
    BUSY = 8
    MALFORMED = 9


class Reason(StrEnum):
    """Why something was refused."""

    STRANGER = "stranger"
    EPOCH = "epoch"
    DAY = "day"
    GAP = "gap"
    ROOT = "root"
    SIGNATURE = "signature"
    CHAIN = "chain"
    STEWARD = "steward"
    SIZE = "size"
    KIND = "kind"
    FINAL = "final"  # an entry that closes names other heads than the hub has
    CLOSED = "closed"  # this device is out, and the circle's own log does not say so yet
    LATE = "late"  # kept apart: it counts when a steward says so
    ROOM = "room"  # the organisation, or this space, has as many bytes of attachments here as it may


_BARE: Mapping[int, type[SyncError]] = {
    Code.LOGIN: LoginNeeded,
    Code.UNTOLD: Untold,
    Code.OLD: TooOld,
    Code.NOT_FOUND: NotFound,
}


def pack_request(*given: Any) -> bytes:
    """`[1, …]` for any path."""
    return pack([PROTOCOL, *given])


def request_parts(data: bytes, least: int, most: int | None = None) -> list[Any]:
    """What follows the 1; raises `Malformed`, `TooLarge`, or `TooOld` for another protocol."""
    return _after_protocol(data, REQUEST_MAX, least, most)


def pack_answer(*given: Any) -> bytes:
    """`[1, 0, …]` for any path but /sync."""
    return pack([PROTOCOL, int(Code.OK), *given])


def pack_error(error: SyncError) -> bytes:
    """The answer that says this error; what has no code of its own is malformed."""
    return pack([PROTOCOL, *error_parts(error)])


def answer_parts(data: bytes, least: int, most: int | None = None) -> list[Any]:
    """What follows `[1, 0`; another code raises its error, garbage raises `Malformed`."""
    code, *rest = _after_protocol(data, ANSWER_MAX, 1, 64)
    if code != Code.OK:
        raise error_from(code, rest)
    return parts(rest, least, most)


def tips(value: Any) -> tuple[Tip, ...]:
    """`[[circle, number, hash], …]`; raises `Malformed`."""
    return tuple(
        (blob(circle, 16), number(place, HALF), blob(name, 32))
        for circle, place, name in (parts(one, 3) for one in parts(value, 0, ARRAY_MAX))
    )


def _after_protocol(data: bytes, limit: int, least: int, most: int | None) -> list[Any]:
    whole = unpack(data, limit)
    if type(whole) is not list or not whole or type(whole[0]) is not int:
        raise Malformed("not a request or an answer")
    if whole[0] != PROTOCOL:
        raise TooOld(f"protocol {whole[0]}")
    return parts(whole[1:], least, most)


def error_parts(error: SyncError | None) -> list[Any]:
    """`[code, …]`; None is ok, what has no code of its own is malformed."""
    if error is None:
        return [int(Code.OK)]
    if isinstance(error, ClockBent):
        return [int(Code.CLOCK), error.hub_now]
    if isinstance(error, Moved):
        return [int(Code.MOVED), [list(tip) for tip in error.tips]]
    if isinstance(error, Refused):
        return [int(Code.REFUSED), str(error.reason)]
    if isinstance(error, Busy):
        return [int(Code.BUSY), error.seconds]
    for code, kind in _BARE.items():
        if isinstance(error, kind):
            return [int(code)]
    return [int(Code.MALFORMED), str(error)[:64] or "malformed"]


def error_from(code: Any, rest: Sequence[Any]) -> SyncError:
    """The error that an answer says; an unknown code is `Malformed`, an unknown reason is kept as it is."""
    code = number(code, 255)
    if code in _BARE:
        return _BARE[code]()
    first = rest[0] if rest else None
    if code == Code.CLOCK:
        return ClockBent(number(first, NOW_MAX))
    if code == Code.MOVED:
        return Moved(tips(first) if type(first) is list else ())
    if code == Code.REFUSED:
        return Refused(word(first))
    if code == Code.BUSY:
        return Busy(number(first, 86_400))
    if code == Code.MALFORMED:
        return Malformed(word(first, 256) if type(first) is str and first else "malformed")
    return Malformed("an unknown code")
