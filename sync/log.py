"""A circle's log: who shares, in a chain of signed entries; `follow` folds it into who may do what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sync.ciphers import Verify
from sync.entry import ENTRY_MAX, RUNGS_MAX, Claim, Device, Entry, Found, Grant, Kind, author_of, make_entry, space_of
from sync.errors import Refused

__all__ = [
    "ENTRY_MAX",
    "RUNGS_MAX",
    "Claim",
    "Device",
    "Entry",
    "Found",
    "Grant",
    "Kind",
    "Log",
    "Member",
    "Membership",
    "author_of",
    "make_entry",
    "space_of",
]


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
