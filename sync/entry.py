"""One entry of a circle's log: its bytes, its claim, its name; nothing is verified here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any  # Any: claims of kinds we do not know

from sync.errors import Malformed
from sync.packing import HALF, LONG, blob, blob_upto, flag, number, pack, parts, plain, unpack

ENTRY_MAX = 64 * 1024
RUNGS_MAX = 8
TARGETS_MAX = 64  # grants, or devices, that one entry closes
FINALS_MAX = TARGETS_MAX * RUNGS_MAX
ERASED_MAX = 512  # rows
WRAPS_MAX = 512
SIGNATURE = 64


class Kind(IntEnum):
    """The kinds of entry that this app applies; others are chained and kept."""

    FOUND = 0
    GRANT = 1
    DEVICE = 2
    CLOSE = 3
    REKEY = 4
    READMIT = 5
    ADMIT = 6
    ERASE = 7


@dataclass(frozen=True, slots=True)
class Found:
    """The first entry: the circle has `rungs`; its signer stands on rung 0 and is a steward."""

    rungs: int
    epoch: int
    person: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Grant:
    """`person` may share from `rung` down. `devices` = (device key, box key, wrapped secret) each; `once` or empty."""

    person: bytes
    rung: int
    steward: bool
    epoch: int
    once: bytes
    devices: tuple[tuple[bytes, bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Device:
    """One more device under a grant."""

    grant: bytes
    device: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Final:
    """How far an author counts in a space: up to the head with that `n` and that hash."""

    space: bytes
    author: bytes
    n: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Rekey:
    """A new `epoch`: its secret wrapped for (author) each, and by rung the secret before it, sealed under the new one.

    Without `links`: more wraps for the epoch that runs.
    """

    epoch: int
    wraps: tuple[tuple[bytes, bytes], ...]
    links: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Close:
    """Ends `targets` = (grant, one of its devices or empty for all of it). What they said counts up to `finals`."""

    targets: tuple[tuple[bytes, bytes], ...]
    finals: tuple[Final, ...]
    rekey: Rekey | None


@dataclass(frozen=True, slots=True)
class Readmit:
    """The same place again for the person of `grant`, on another device; otherwise as a `Grant`."""

    grant: bytes
    epoch: int
    once: bytes
    devices: tuple[tuple[bytes, bytes, bytes], ...]


@dataclass(frozen=True, slots=True)
class Admit:
    """A steward lets late work of closed authors count, up to these heads."""

    finals: tuple[Final, ...]


@dataclass(frozen=True, slots=True)
class Erase:
    """A steward erases what anybody said of these `rows` = (space, row): nothing of it but the leaves is kept."""

    rows: frozenset[tuple[bytes, bytes]]


Claim = Found | Grant | Device | Close | Rekey | Readmit | Admit | Erase | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was sent: `raw` is kept and hashed, the rest is read from it."""

    raw: bytes
    circle: bytes
    number: int
    previous: bytes
    kind: int
    signer: bytes
    claim: Claim
    sealed: bytes

    @property
    def hash(self) -> bytes:
        """`H("bb/log/1" ‖ body ‖ signature)`; of a grant: the grant's name."""
        return sha256(b"bb/log/1" + self.raw).digest()

    @property
    def signed(self) -> bytes:
        """The bytes under the signature."""
        return b"bb/log/1" + self.raw[:-SIGNATURE]

    @property
    def signature(self) -> bytes:
        """64 bytes."""
        return self.raw[-SIGNATURE:]

    @classmethod
    def read(cls, raw: object) -> Entry:
        """An entry from its bytes; raises `Malformed`. Nothing is verified yet."""
        return _read(blob_upto(raw, ENTRY_MAX, SIGNATURE + 1))


@lru_cache(maxsize=1024)  # logs are read again and again; an entry never changes
def _read(kept: bytes) -> Entry:
    body = parts(unpack(kept[:-SIGNATURE], ENTRY_MAX), 8)
    version, circle, place, previous, kind, signer, claims, sealed = body
    if version != 1 or type(version) is not int:
        raise Malformed("an entry of another version")
    kind = number(kind, 255)
    return Entry(
        raw=kept,
        circle=blob(circle, 16),
        number=number(place, HALF),
        previous=blob(previous, 32 if place else 0),
        kind=kind,
        signer=blob(signer, 32),
        claim=_claim(kind, claims),
        sealed=blob_upto(sealed, ENTRY_MAX),
    )


def _claim(kind: int, claims: Any) -> Claim:
    if kind == Kind.FOUND:
        rungs, epoch, person, box = parts(claims, 4)
        rungs = number(rungs, RUNGS_MAX)
        if not rungs:
            raise Malformed("a circle has a rung")
        return Found(rungs, number(epoch, HALF), blob(person, 16), blob(box, 32))
    if kind == Kind.GRANT:
        person, rung, steward, epoch, once, devices = parts(claims, 6)
        return Grant(
            person=blob(person, 16),
            rung=number(rung, RUNGS_MAX - 1),
            steward=flag(steward),
            epoch=number(epoch, HALF),
            once=_once(once),
            devices=_devices(devices),
        )
    if kind == Kind.DEVICE:
        grant, device, box = parts(claims, 3)
        return Device(blob(grant, 32), blob(device, 32), blob(box, 32))
    if kind in _LATER:
        return _LATER[kind](claims)
    plain(claims)
    return _erase(claims) if kind == Kind.ERASE else None


def _close(claims: Any) -> Close:
    targets, finals, rekey = parts(claims, 3)
    pairs = [parts(one, 2) for one in parts(targets, 1, TARGETS_MAX)]
    ended = tuple((blob(grant, 32), blob(device, 32) if device else b"") for grant, device in pairs)
    return Close(ended, _finals(finals), _rekey(rekey) if rekey else None)


def _rekey(claims: Any) -> Rekey:
    epoch, wraps, links = parts(claims, 3)
    wrapped = [parts(one, 2) for one in parts(wraps, 0, WRAPS_MAX)]
    return Rekey(
        epoch=number(epoch, HALF),
        wraps=tuple((blob(author, 16), blob_upto(secret, 1024)) for author, secret in wrapped),
        links=tuple(blob_upto(link, 128) for link in parts(links, 0, RUNGS_MAX)),
    )


def _readmit(claims: Any) -> Readmit:
    grant, epoch, once, devices = parts(claims, 4)
    return Readmit(blob(grant, 32), number(epoch, HALF), _once(once), _devices(devices))


def _admit(claims: Any) -> Admit:
    (finals,) = parts(claims, 1)
    return Admit(_finals(finals))


def _erase(claims: Any) -> Erase | None:
    """None where it is not understood: older apps chain whatever stands there, and logs stay one."""
    try:
        pairs = [parts(one, 2) for one in parts(parts(claims, 1)[0], 1, ERASED_MAX)]
        return Erase(frozenset((blob(space, 16), blob(row, 16)) for space, row in pairs))
    except Malformed:
        return None


_LATER: dict[int, Callable[[Any], Claim]] = {
    Kind.CLOSE: _close,
    Kind.REKEY: _rekey,
    Kind.READMIT: _readmit,
    Kind.ADMIT: _admit,
}


def _once(once: Any) -> bytes:
    return blob(once, 32) if once else blob(once, 0)


def _devices(devices: Any) -> tuple[tuple[bytes, bytes, bytes], ...]:
    return tuple(
        (blob(device, 32), blob(box, 32), blob_upto(wrapped, 1024))
        for device, box, wrapped in (parts(one, 3) for one in parts(devices, 0, 64))
    )


def _finals(finals: Any) -> tuple[Final, ...]:
    named = [parts(one, 4) for one in parts(finals, 0, FINALS_MAX)]
    return tuple(
        Final(blob(space, 16), blob(author, 16), number(n, LONG), blob(head, 32)) for space, author, n, head in named
    )


def make_entry(
    circle: bytes,
    number: int,
    previous: bytes,
    kind: int,
    signer: bytes,
    claims: Sequence[Any],
    sealed: bytes,
    sign: Callable[[bytes], bytes],
) -> Entry:
    """A signed entry. `previous` = hash of the entry before, empty for the first; `sign` by the key `signer`."""
    body = pack([1, circle, number, previous, int(kind), signer, list(claims), sealed])
    return Entry.read(body + sign(b"bb/log/1" + body))


def space_of(circle: bytes, rung: int) -> bytes:
    """The space of one rung of a circle; 0 is the innermost."""
    return sha256(b"bb/space/1" + circle + rung.to_bytes(1)).digest()[:16]


def own_circle(person: bytes, device: bytes) -> bytes:
    """The circle that this person may found on that device for herself, steward or not."""
    return sha256(b"bb/own/1" + person + device).digest()[:16]


def author_of(grant: bytes, device: bytes) -> bytes:
    """One device under one grant."""
    return sha256(grant + device).digest()[:16]
