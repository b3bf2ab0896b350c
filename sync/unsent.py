"""What was typed and no hub has taken: each field with the raw clock it was written by; stamps settle at offering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from struct import Struct
from typing import Any, NamedTuple  # Any: a field's value is whatever `packing.plain` lets through

from sync.errors import Malformed, TooLarge
from sync.packing import LONG, expand, pack, parts, plain, squeeze, unpack, word
from sync.stamp import STAMP_END, Stamp, settle
from sync.version import FIELDS_MAX, NAME_MAX, SAID_MAX, SEALED_MAX, TAG, USUAL, Said, Word, saw_from

_AAD = Struct(">11s16s16sQ")


class Typed(NamedTuple):
    """One field as it was typed: `raw` = the phone's clock (ms), `floor` = the greatest stamp known then."""

    value: Any
    raw: int
    floor: Stamp
    saw: Mapping[bytes, Stamp] | None = None


@dataclass(frozen=True, slots=True)
class Unsent:
    """The fields of one row that one write set."""

    table: str
    fields: Mapping[str, Typed]


def unsent_aad(space: bytes, row: bytes, place: int) -> bytes:
    """`"bb/unsent/1" ‖ space ‖ row ‖ journal number(8)`."""
    return _AAD.pack(b"bb/unsent/1", space, row, place)


def pack_unsent(unsent: Unsent) -> bytes:
    """The body to be sealed. Raises `TooLarge`, or `Malformed` for a value that no field can hold."""
    fields = {}
    for name, typed in unsent.fields.items():
        word(name)
        plain(typed.value)
        saw = None if typed.saw is None else dict(typed.saw)
        fields[name] = [typed.value, max(0, typed.raw), typed.floor, saw]
    packed = pack([unsent.table, fields])
    body = squeeze(packed)
    if len(packed) > SAID_MAX or len(body) + TAG > SEALED_MAX or len(fields) > FIELDS_MAX:
        raise TooLarge(f"{len(packed)} bytes said of one row, {len(body)} squeezed")
    return body


def unpack_unsent(body: bytes) -> Unsent:
    """The inverse; raises `Malformed`."""
    table, fields = parts(unpack(expand(body, SAID_MAX), SAID_MAX), 2)
    if type(fields) is not dict:
        raise Malformed("no fields")
    for name, value in fields.items():
        if type(name) is not str or not 0 < len(name) <= NAME_MAX:
            raise Malformed("a field without a name")
        said, raw, floor, saw = parts(value, 4)
        if said is not None and type(said) not in USUAL:
            plain(said)
        if type(raw) is not int or type(floor) is not int or not (0 <= raw <= LONG and 0 <= floor < STAMP_END):
            raise Malformed("no moment")
        fields[name] = tuple.__new__(Typed, (said, raw, floor, saw_from(saw)))
    return Unsent(word(table), fields)


def settled(unsent: Unsent, *, offset: int, hub_now: int, previous: Stamp) -> tuple[Said, Stamp]:
    """What the write says, stamped, and its stamp, which is `previous` for the author's next write.

    `offset` and `hub_now` in ms; until it is offered, call it with the phone's corrected now: the stamp is provisional.
    """
    fields = {}
    moments: dict[tuple[int, Stamp], Stamp] = {}  # nearly always one
    for name, (value, raw, floor, saw) in unsent.fields.items():
        stamp = moments.get((raw, floor))
        if stamp is None:
            stamp = moments[raw, floor] = settle(raw, offset, hub_now, floor, previous)
        fields[name] = tuple.__new__(Word, (value, stamp, saw))
    return Said(unsent.table, fields), max([previous, *moments.values()])


def fold(base: Said | None, later: Said) -> Said:
    """What the author says after `later`: a field said again replaces."""
    return later if base is None else Said(later.table, {**base.fields, **later.fields})
