"""What one author last said of one row: the fields she set, each with the stamp of its setting, sealed."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple  # Any: a field's value is whatever `packing.plain` lets through

from sync.ciphers import Sealer
from sync.errors import Malformed, TooLarge
from sync.known import KNOWN
from sync.packing import HALF, LONG, blob, blob_upto, expand, number, pack, parts, plain, squeeze, unpack, word
from sync.stamp import STAMP_END, Stamp

SUITE = 2  # AES-256-GCM; stamps and authors as they are, then raw deflate with our words known, PADMÉ
PLAIN_SUITE = 1  # the same without either; read, no longer written
NO_WORDS = 0  # an erased row: `sealed` is the leaf of what its author said, and nothing else is left
SEALED_MAX = 64 * 1024  # ciphertext ‖ tag
SAID_MAX = 1024 * 1024  # inflated
FIELDS_MAX = 256
TAG = 16
LEAF, NOTHING = 32, bytes(12)
GONE = "gone"
NAME_MAX = 64
USUAL = frozenset({str, bool, bytes})
_AAD = struct.Struct(">8sB16s16s16sQI")
_COUNTS = struct.Struct(">HH")  # of stamps and of authors, which no deflate shortens: each stands once before it


class Word(NamedTuple):
    """One field as its author set it. `saw` = {author: stamp}, of prose and `gone` only."""

    value: Any
    stamp: Stamp
    saw: Mapping[bytes, Stamp] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a version says, opened."""

    table: str
    fields: Mapping[str, Word]


class Version(NamedTuple):
    """A sealed version: `space`, `row`, `author` 16 bytes, `nonce` 12, `sealed` = ciphertext ‖ tag."""

    space: bytes
    row: bytes
    author: bytes
    n: int
    epoch: int
    suite: int
    nonce: bytes
    sealed: bytes

    @property
    def aad(self) -> bytes:
        """What the seal is bound to; 69 bytes."""
        return aad_of(self.suite, self.space, self.row, self.author, self.n, self.epoch)

    @property
    def leaf(self) -> bytes:
        """SHA-256 of all that travels; where the words were erased, what it was."""
        return (
            self.sealed
            if self.suite == NO_WORDS and self.is_blank
            else sha256(self.aad + self.nonce + self.sealed).digest()
        )

    @property
    def is_blank(self) -> bool:
        """Whether its words were erased; a disk that turned one bit of its suite around erased nothing."""
        return self.suite == NO_WORDS and self.nonce == NOTHING and len(self.sealed) == LEAF

    @property
    def without_words(self) -> Version:
        """What is left of it when its row is erased: its place and its leaf, so roots match as before."""
        return self._replace(suite=NO_WORDS, nonce=NOTHING, sealed=self.leaf)

    def parts(self) -> list[Any]:
        """As it stands in a push, where space and author are named once."""
        return [self.row, self.n, self.epoch, self.suite, self.nonce, self.sealed]

    @classmethod
    def read(cls, space: bytes, author: bytes, value: Any) -> Version:
        """The inverse of `parts`; an unknown suite is kept. Raises `Malformed`."""
        row, n, epoch, suite, nonce, sealed = parts(value, 6)
        return cls(
            space=space,
            row=blob(row, 16),
            author=author,
            n=number(n, LONG),
            epoch=number(epoch, HALF),
            suite=number(suite, 255),
            nonce=blob(nonce, 12),
            sealed=blob_upto(sealed, SEALED_MAX, TAG),
        )


def sealed_version(sealer: Sealer, place: tuple[bytes, bytes, bytes, int], body: bytes) -> Version:
    """A body at (space, row, author, n), under the space's newest key. Raises `Locked`."""
    epoch = sealer.epoch(place[0])
    _, nonce, sealed = sealer.seal(place[0], aad_of(SUITE, *place, epoch), body)
    return Version(*place, epoch, SUITE, nonce, sealed)


def aad_of(suite: int, space: bytes, row: bytes, author: bytes, n: int, epoch: int) -> bytes:
    """`"bb/row/1" ‖ suite(1) ‖ space ‖ row ‖ author ‖ n(8) ‖ epoch(4)`."""
    return _AAD.pack(b"bb/row/1", suite, space, row, author, n, epoch)


def pack_said(said: Said) -> bytes:
    """The body to be sealed. Raises `TooLarge`, or `Malformed` for a value that no field can hold."""
    stamps: dict[Stamp, int] = {}
    authors: dict[bytes, int] = {}
    fields = {}
    for name, (value, stamp, saw) in said.fields.items():
        if type(name) is not str or not 0 < len(name) <= NAME_MAX:  # thousands pass here: no calls for what is usual
            raise Malformed("a field without a name")
        if value is not None and type(value) not in USUAL:
            plain(value)
        one = fields[name] = [value, stamps.setdefault(stamp, len(stamps))]
        if saw is not None:
            places: list[int] = []
            for who, at in saw.items():
                places += authors.setdefault(who, len(authors)), stamps.setdefault(at, len(stamps))
            one.append(places)
    packed = pack([said.table, fields])
    if len(packed) > SAID_MAX or 8 * len(stamps) > SEALED_MAX or len(fields) > FIELDS_MAX:
        raise TooLarge(f"{len(packed)} bytes said of one row")
    tables = _COUNTS.pack(len(stamps), len(authors)) + struct.pack(f">{len(stamps)}Q", *stamps) + b"".join(authors)
    body = squeeze(packed, tables, KNOWN)
    if len(body) + TAG > SEALED_MAX:
        raise TooLarge(f"{len(body)} bytes squeezed")
    return body


class Written(NamedTuple):
    """A body of `SUITE` as a stranger may have written it: bounded, else not looked at.

    `fields` = {name: [value, its stamp's place in `stamps`, what was seen as places in `authors` and `stamps`]}.
    """

    table: Any
    fields: dict[Any, Any]
    stamps: tuple[Stamp, ...]
    authors: list[bytes]


def unpack_written(body: bytes) -> Written:
    """Raises `Malformed`."""
    try:
        how_many, of_whom = _COUNTS.unpack_from(body)
        stamps = struct.unpack_from(f">{how_many}Q", body, _COUNTS.size)
    except struct.error as cause:
        raise Malformed("cut short") from cause
    end = _COUNTS.size + 8 * how_many + 16 * of_whom
    authors = [body[at : at + 16] for at in range(end - 16 * of_whom, end, 16)]
    table, fields = _unpack_parts(expand(body[end:], SAID_MAX, KNOWN))
    return tuple.__new__(Written, (table, fields, stamps, authors))


def _unpack_body(body: bytes, suite: int) -> tuple[Any, dict[Any, Any]]:
    """Table and fields, {name: [value, stamp, what was seen]}; raises `Malformed`."""
    if suite == PLAIN_SUITE:
        return _unpack_parts(expand(body, SAID_MAX))
    if suite != SUITE:
        raise Malformed("of a newer app")
    table, fields, stamps, authors = unpack_written(body)
    try:
        for value in fields.values():
            at = value[1]
            if type(at) is not int or at < 0:
                raise Malformed("no place in a list")
            value[1] = stamps[at]
            if len(value) > 2 and value[2] is not None:
                value[2] = _saw_at(value[2], authors, stamps) if value[2] != [] else {}
    except (LookupError, TypeError, AttributeError) as cause:
        raise Malformed("a stamp that is not there") from cause
    return table, fields


def _unpack_parts(packed: bytes) -> tuple[Any, dict[Any, Any]]:
    table, fields = parts(unpack(packed, SAID_MAX), 2, 8)[:2]
    if type(fields) is not dict or len(fields) > FIELDS_MAX:
        raise Malformed("no fields")
    return table, fields


def _place(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise Malformed("no place in a list")
    return value


def _saw_at(pairs: Any, authors: list[bytes], stamps: tuple[Stamp, ...]) -> dict[bytes, Stamp]:
    """`[author's place, stamp's place, …]` looked up."""
    if type(pairs) is not list or len(pairs) % 2:
        raise Malformed("not pairs")
    places = [_place(one) for one in pairs]
    saw = {authors[who]: stamps[at] for who, at in zip(places[::2], places[1::2], strict=True)}
    if 2 * len(saw) != len(pairs):
        raise Malformed("an author twice")
    return saw


def unpack_said(body: bytes, suite: int = SUITE) -> Said:
    """The inverse of `pack_said`, of bytes that a stranger may have written; raises `Malformed`."""
    table, fields = _unpack_body(body, suite)
    for name, value in fields.items():
        # Thousands of fields pass here at a sync: what is usual is looked at without a call.
        if type(name) is not str or not 0 < len(name) <= NAME_MAX:
            raise Malformed("a field without a name")
        if type(value) is not list or not 2 <= len(value) <= 8:
            raise Malformed("a field is its value and its stamp")
        said, stamp = value[0], value[1]
        if said is not None and type(said) not in USUAL:
            plain(said)
        if type(stamp) is not int or not 0 <= stamp < STAMP_END:
            raise Malformed("no stamp")
        saw = saw_from(value[2]) if len(value) > 2 else None
        fields[name] = tuple.__new__(Word, (said, stamp, saw))
    return Said(word(table), fields)


def saw_from(value: Any) -> dict[bytes, Stamp] | None:
    """{author: stamp} or nothing; raises `Malformed`."""
    if value is None:
        return None
    if type(value) is not dict:
        raise Malformed("what was seen is a map")
    for author, stamp in value.items():
        blob(author, 16)
        number(stamp, STAMP_END - 1)
    return value
