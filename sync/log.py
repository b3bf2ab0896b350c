"""A circle's log: who shares, in a chain of signed entries; `follow` folds it into who may do what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from hashlib import sha256
from typing import Any  # Any: claims of kinds we do not know

from sync.ciphers import Verify
from sync.errors import Malformed, Refused
from sync.packing import HALF, blob, blob_upto, flag, number, pack, parts, plain, unpack

ENTRY_MAX = 64 * 1024
RUNGS_MAX = 8
SIGNATURE = 64


class Kind(IntEnum):
    """The kinds of entry that this app applies; others are chained and kept."""

    FOUND = 0
    GRANT = 1
    DEVICE = 2


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


Claim = Found | Grant | Device | None


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
        kept = blob_upto(raw, ENTRY_MAX, SIGNATURE + 1)
        body = parts(unpack(kept[:-SIGNATURE], ENTRY_MAX), 8)
        version, circle, place, previous, kind, signer, claims, sealed = body
        if version != 1 or type(version) is not int:
            raise Malformed("an entry of another version")
        kind = number(kind, 255)
        return cls(
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
            once=blob(once, 32) if once else blob(once, 0),
            devices=tuple(
                (blob(device, 32), blob(box, 32), blob_upto(wrapped, 1024))
                for device, box, wrapped in (parts(one, 3) for one in parts(devices, 0, 64))
            ),
        )
    if kind == Kind.DEVICE:
        grant, device, box = parts(claims, 3)
        return Device(blob(grant, 32), blob(device, 32), blob(box, 32))
    plain(claims)
    return None


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


def author_of(grant: bytes, device: bytes) -> bytes:
    """One device under one grant."""
    return sha256(grant + device).digest()[:16]


@dataclass(frozen=True, slots=True)
class Member:
    """An author: `device` (and its `box` key) of `person` under `grant`, on `rung` and below; by entry `number`."""

    author: bytes
    grant: bytes
    person: bytes
    rung: int
    steward: bool
    device: bytes
    box: bytes
    number: int


@dataclass(frozen=True, slots=True)
class Membership:
    """What a log says so far. `hashes` = {hash: number} of every entry; `once` = {grant: key} not used yet."""

    circle: bytes
    tip: bytes
    number: int
    epoch: int
    rungs: int
    authors: Mapping[bytes, Member] = field(default_factory=dict)
    grants: Mapping[bytes, Grant] = field(default_factory=dict)
    once: Mapping[bytes, bytes] = field(default_factory=dict)
    hashes: Mapping[bytes, int] = field(default_factory=dict)

    @property
    def spaces(self) -> tuple[bytes, ...]:
        """The circle's spaces, by rung."""
        return tuple(space_of(self.circle, rung) for rung in range(self.rungs))

    @property
    def stewards(self) -> frozenset[bytes]:
        """Device keys of this circle's stewards; of the root circle: who may be a steward anywhere."""
        return frozenset(member.device for member in self.authors.values() if member.steward)

    def of_device(self, device: bytes) -> list[Member]:
        """The authors that this device is here, the newest grant last."""
        mine = [member for member in self.authors.values() if member.device == device]
        return sorted(mine, key=lambda member: member.number)

    def author_for(self, device: bytes, rung: int) -> Member | None:
        """Under whose name that device writes on that rung: its newest grant that reaches it."""
        reaching = [member for member in self.of_device(device) if member.rung <= rung < self.rungs]
        return reaching[-1] if reaching else None


class Log:
    """The fold over entries; it has no state of its own."""

    @staticmethod
    def follow(
        entries: Iterable[Entry],
        *,
        verify: Verify | None,
        stewards: Collection[bytes] | None,
        start: Membership | None = None,
    ) -> Membership:
        """What the log says after `entries`, which follow `start` (or begin with `found`).

        `stewards` = device keys of the root log's stewards, None for the root log itself; `verify` None: the signatures
        were verified when they came. Raises `Refused` with `chain`, `signature`, `steward`, `epoch` or `kind`.
        """
        told = start
        for entry in entries:
            told = _take(told, entry, verify, stewards)
        if told is None:
            raise Refused("chain")
        return told


def _take(
    told: Membership | None, entry: Entry, verify: Verify | None, stewards: Collection[bytes] | None
) -> Membership:
    """One entry more."""
    claim = entry.claim
    if told is None:
        if entry.number != 0 or entry.previous:
            raise Refused("chain")
    elif entry.circle != told.circle or entry.number != told.number + 1 or entry.previous != told.tip:
        raise Refused("chain")
    if verify is not None and not verify(entry.signer, entry.signed, entry.signature):
        raise Refused("signature")

    if told is None:
        if not isinstance(claim, Found):
            raise Refused("chain")
        return _founded(entry, claim, stewards)
    told = replace(told, tip=entry.hash, number=entry.number, hashes={**told.hashes, entry.hash: entry.number})
    if isinstance(claim, Found):
        raise Refused("kind")
    if isinstance(claim, Grant):
        return _granted(told, entry, claim, stewards)
    if isinstance(claim, Device):
        return _joined(told, entry, claim)
    return told


def _founded(entry: Entry, claim: Found, stewards: Collection[bytes] | None) -> Membership:
    if stewards is not None and entry.signer not in stewards:
        raise Refused("steward")
    if claim.epoch != 0:
        raise Refused("epoch")
    name = entry.hash
    founder = Grant(claim.person, 0, True, claim.epoch, b"", ((entry.signer, claim.box, b""),))
    return Membership(
        circle=entry.circle,
        tip=name,
        number=0,
        epoch=claim.epoch,
        rungs=claim.rungs,
        authors=_authors(name, founder, 0),
        grants={name: founder},
        hashes={name: 0},
    )


def _granted(told: Membership, entry: Entry, claim: Grant, stewards: Collection[bytes] | None) -> Membership:
    allowed = stewards is None or entry.signer in stewards
    if not allowed or not any(one.steward and one.rung <= claim.rung for one in told.of_device(entry.signer)):
        raise Refused("steward")
    if claim.epoch != told.epoch:
        raise Refused("epoch")
    if claim.rung >= told.rungs:
        raise Refused("kind")
    name = entry.hash
    return replace(
        told,
        authors={**told.authors, **_authors(name, claim, entry.number)},
        grants={**told.grants, name: claim},
        once={**told.once, name: claim.once} if claim.once else told.once,
    )


def _authors(name: bytes, grant: Grant, place: int) -> dict[bytes, Member]:
    return {
        author_of(name, device): Member(
            author_of(name, device), name, grant.person, grant.rung, grant.steward, device, box, place
        )
        for device, box, _ in grant.devices
    }


def _joined(told: Membership, entry: Entry, claim: Device) -> Membership:
    grant = told.grants.get(claim.grant)
    if grant is None:
        raise Refused("stranger")
    by_once = told.once.get(claim.grant) == entry.signer
    if not by_once and author_of(claim.grant, entry.signer) not in told.authors:
        raise Refused("stranger")
    joining = replace(grant, devices=((claim.device, claim.box, b""),))
    return replace(
        told,
        authors={**told.authors, **_authors(claim.grant, joining, entry.number)},
        once={name: key for name, key in told.once.items() if name != claim.grant} if by_once else told.once,
    )
