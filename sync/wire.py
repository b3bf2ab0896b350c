"""What is said over the wire, packed and unpacked alike on the phone and on the hub (docs/protocol.md)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any  # Any: unchecked MessagePack

from sync.codes import (
    PROTOCOL,
    Code,
    answer_parts,
    error_from,
    error_parts,
    request_parts,
)
from sync.entry import ENTRY_MAX
from sync.errors import Malformed, SyncError
from sync.head import Head
from sync.packing import ARRAY_MAX, LONG, blob, blob_upto, flag, number, pack, parts
from sync.version import Version

PACKAGE_MAX = 256 * 1024
PIECE_MIN, PIECE_MAX = 32 * 1024, 512 * 1024  # a push, and what one answer delivers
CLOCK_SLACK_MS = 2 * 60 * 1000
LOADS_MAX = 64  # circles loaded by one request

Piece = bytes | Version | Head  # a log entry as it was sent, a version, a head


@dataclass(frozen=True, slots=True)
class Push:
    """What one author has for one space, all or nothing. `before` = the author's n that the hub should have now."""

    space: bytes
    author: bytes
    before: int
    versions: tuple[Version, ...]
    head: Head

    def parts(self) -> list[Any]:
        """As it stands in a request."""
        return [self.space, self.author, self.before, [version.parts() for version in self.versions], self.head.parts()]

    @classmethod
    def read(cls, value: Any) -> Push:
        """The inverse; raises `Malformed`."""
        space, author, before, versions, head = parts(value, 5)
        space, author = blob(space, 16), blob(author, 16)
        return cls(
            space=space,
            author=author,
            before=number(before),
            versions=tuple(Version.read(space, author, one) for one in parts(versions, 0, ARRAY_MAX)),
            head=Head.read(space, author, head),
        )


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """`now` = the phone's corrected clock, ms. `own` = (space, author, n): versions of mine that I have."""

    token: bytes
    now: int
    cursor: bytes = b""
    newest: bytes = b""
    own: tuple[tuple[bytes, bytes, int], ...] = ()
    entries: tuple[bytes, ...] = ()
    pushes: tuple[Push, ...] = ()
    loads: tuple[tuple[bytes, bytes], ...] = ()

    def pack(self) -> bytes:
        """One request."""
        return pack(
            _without_tail(
                [PROTOCOL, self.token, self.now],
                [
                    self.cursor,
                    self.newest,
                    [list(one) for one in self.own],
                    list(self.entries),
                    [push.parts() for push in self.pushes],
                    [list(load) for load in self.loads],
                ],
            )
        )

    @classmethod
    def unpack(cls, data: bytes) -> SyncRequest:
        """The inverse; raises `Malformed`, `TooLarge`, or `TooOld` for another protocol."""
        whole = request_parts(data, 2, 8)
        given = whole + [b"", b"", [], [], [], []][len(whole) - 2 :]
        token, now, cursor, newest, own, entries, pushes, loads = given
        return cls(
            token=blob(token, 16),
            now=number(now),
            cursor=_cursor(cursor),
            newest=_cursor(newest),
            own=tuple(
                (blob(space, 16), blob(author, 16), number(n))
                for space, author, n in (parts(one, 3) for one in parts(own, 0, ARRAY_MAX))
            ),
            entries=tuple(blob_upto(one, ENTRY_MAX, 1) for one in parts(entries, 0, ARRAY_MAX)),
            pushes=tuple(Push.read(one) for one in parts(pushes, 0, ARRAY_MAX)),
            loads=_loads(loads),
        )


@dataclass(frozen=True, slots=True)
class SyncAnswer:
    """`cursor` empty: as it was. `entry_answers`, `push_answers`: None or why not, one for each that was asked.

    `ahead` = bytes, about, still to come of a pull or load that begins with this answer.
    """

    cursor: bytes = b""
    newest: bytes = b""
    more: bool = False
    pieces: tuple[Piece, ...] = ()
    entry_answers: tuple[SyncError | None, ...] = ()
    push_answers: tuple[SyncError | None, ...] = ()
    loads: tuple[tuple[bytes, bytes, bool], ...] = ()
    ahead: int = 0

    def pack(self) -> bytes:
        """One answer with code 0."""
        return pack(
            _without_tail(
                [PROTOCOL, int(Code.OK)],
                [
                    self.cursor,
                    self.newest,
                    int(self.more),
                    [_pieces_parts(list(some)) for _, some in groupby(self.pieces, _run)],
                    [error_parts(one) for one in self.entry_answers],
                    [error_parts(one) for one in self.push_answers],
                    [[circle, at, int(more)] for circle, at, more in self.loads],
                    self.ahead,
                ],
            )
        )

    @classmethod
    def unpack(cls, data: bytes) -> SyncAnswer:
        """The inverse; raises what `answer_parts` raises."""
        whole = answer_parts(data, 0, 8)
        cursor, newest, more, pieces, entry_answers, push_answers, loads, ahead = (
            whole + [b"", b"", 0, [], [], [], [], 0][len(whole) :]
        )
        return cls(
            cursor=_cursor(cursor),
            newest=_cursor(newest),
            more=flag(more),
            pieces=tuple(piece for one in parts(pieces, 0, ARRAY_MAX) for piece in _pieces(one)),
            entry_answers=tuple(verdicts(entry_answers)),
            push_answers=tuple(verdicts(push_answers)),
            loads=tuple(
                (blob(circle, 16), _cursor(at), flag(left))
                for circle, at, left in (parts(one, 3) for one in parts(loads, 0, ARRAY_MAX))
            ),
            ahead=number(ahead, LONG),
        )


@dataclass(frozen=True, slots=True)
class AgainRequest:
    """What a phone has and a restored hub has not; with the hub's `newest` it says that this is all.

    `staged`: versions whose head comes later. An empty token: only entries, from a device that the hub forgot.
    """

    token: bytes
    entries: tuple[bytes, ...] = ()
    staged: tuple[Version, ...] = ()
    pushes: tuple[Push, ...] = ()
    newest: bytes = b""

    def pack(self) -> bytes:
        """One request."""
        staged = [[one.space, one.author, one.parts()] for one in self.staged]
        return pack(
            [PROTOCOL, self.token, list(self.entries), staged, [one.parts() for one in self.pushes], self.newest]
        )

    @classmethod
    def unpack(cls, data: bytes) -> AgainRequest:
        """The inverse; raises `Malformed`, `TooLarge`, or `TooOld` for another protocol."""
        token, entries, staged, pushes, newest = request_parts(data, 5)
        named = [parts(one, 3) for one in parts(staged, 0, ARRAY_MAX)]
        made = cls(
            token=_cursor(token),
            entries=tuple(blob_upto(one, ENTRY_MAX, 1) for one in parts(entries, 0, ARRAY_MAX)),
            staged=tuple(Version.read(blob(space, 16), blob(author, 16), one) for space, author, one in named),
            pushes=tuple(Push.read(one) for one in parts(pushes, 0, ARRAY_MAX)),
            newest=_cursor(newest),
        )
        if not made.token and (made.staged or made.pushes or made.newest):
            raise Malformed("only entries come from nobody")
        return made


def verdicts(value: Any) -> list[SyncError | None]:
    """None or why not, for each; raises `Malformed`."""
    return [_verdict(one) for one in parts(value, 0, ARRAY_MAX)]


def _without_tail(front: list[Any], tail: list[Any]) -> list[Any]:
    while tail and not tail[-1]:
        tail = tail[:-1]
    return front + tail


def _cursor(value: Any) -> bytes:
    return blob(value, 16 if value else 0)


def _loads(value: Any) -> tuple[tuple[bytes, bytes], ...]:
    """Few enough, and no circle twice: each is a search of its own for the hub."""
    named = [parts(one, 2) for one in parts(value, 0, LOADS_MAX)]
    loads = {blob(circle, 16): _cursor(at) for circle, at in named}
    if len(loads) < len(named):
        raise Malformed("a circle twice")
    return tuple(loads.items())


def _run(piece: Piece) -> object:
    """What versions that follow one another have in common; nothing else has it."""
    return (piece.space, piece.author) if isinstance(piece, Version) else object()


def _pieces_parts(some: list[Piece]) -> list[Any]:
    first = some[0]
    if isinstance(first, bytes):
        return [0, first]
    if isinstance(first, Head):
        return [2, first.space, first.author, *first.parts()]
    return [1, first.space, first.author, *[one.parts() for one in some if isinstance(one, Version)]]


def _pieces(value: Any) -> list[Piece]:
    kind, *rest = parts(value, 2, ARRAY_MAX)
    kind = number(kind, 255)
    if kind == 0:
        return [blob_upto(parts(rest, 1)[0], ENTRY_MAX, 1)]
    space, author, *body = parts(rest, 3, ARRAY_MAX)
    space, author = blob(space, 16), blob(author, 16)
    if kind == 1:
        return [Version.read(space, author, one) for one in body]
    if kind == 2:
        return [Head.read(space, author, body)]
    raise Malformed("a piece of an unknown kind")


def _verdict(value: Any) -> SyncError | None:
    code, *rest = parts(value, 1, 3)
    return None if code == Code.OK and type(code) is int else error_from(code, rest)
