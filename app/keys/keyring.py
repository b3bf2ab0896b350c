"""The keyring: this device's keys and every secret it was given, as one blob; seals and opens for `sync`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.keys import hpke
from app.keys.derive import row_key
from app.keys.errors import BadSeal, NoLock
from app.keys.held import HeldCircle
from app.keys.provider import Provider
from sync.errors import Locked, Malformed
from sync.packing import blob, blob_upto, pack, parts, unpack

NONCE = 12
BLOB_MAX = 16 * 1024 * 1024
FORMAT = 1
SealedRow = tuple[bytes, int, bytes, bytes, bytes]
"""space, epoch, AAD, nonce, sealed"""


@dataclass(frozen=True)
class Self:
    """Who this device belongs to and where: pseudonym, organisation, the pinned root log, the hub's address."""

    person: bytes
    organisation: bytes
    organisation_name: str
    root: bytes
    root_hash: bytes
    hub_url: str
    name: str = ""
    role: str = ""
    picture: str = ""


class Keeper(Protocol):
    """Seals the keyring on disk; see lock.py."""

    def keep(self, keyring: Keyring) -> None: ...

    async def try_pin(self, pin: str) -> Keeper: ...

    async def set_pin(self, pin: str, kind: str = ..., passkey: bytes = ...) -> None: ...


@dataclass
class Keyring:
    """Whoever holds it can read and write as this person; it leaves memory only sealed (see lock.py)."""

    provider: Provider
    me: Self
    seed: bytes
    box_private: bytes
    circles: dict[bytes, HeldCircle] = field(default_factory=dict)
    joining: bytes = b""
    """The step that the hub has not confirmed yet, see journeys/join.py; empty when there is none."""

    next_keys: bytes = b""
    """Seed and box key of the device that this one becomes, see journeys/copied.py; empty when it stays what it is."""

    resting: frozenset[bytes] = field(default=frozenset(), compare=False)
    """Spaces whose keys are held and not used, see journeys/lease.py."""

    keeper: Keeper | None = field(default=None, compare=False)
    """The open lock it is kept under."""

    def __post_init__(self) -> None:
        self.device = self.provider.ed_public(self.seed)
        self.box = self.provider.x_public(self.box_private)
        self._places: dict[bytes, tuple[bytes, int]] = {}
        self._keys: dict[tuple[bytes, int], bytes] = {}
        for circle in self.circles.values():
            self._find(circle)

    @classmethod
    def fresh(cls, provider: Provider, me: Self) -> Keyring:
        """New device keys, no secrets yet."""
        return cls(provider, me, provider.random(32), provider.random(32))

    def become(self) -> None:
        """The next keys are this device's from now on."""
        self.seed, self.box_private, self.next_keys = self.next_keys[:32], self.next_keys[32:], b""
        self.device, self.box = self.provider.ed_public(self.seed), self.provider.x_public(self.box_private)

    def __repr__(self) -> str:
        return f"<Keyring of {len(self.circles)} circles>"

    def hold(self, circle: HeldCircle) -> None:
        """Take secrets in, beside those that are held of the same circle."""
        held = self.circles.get(circle.circle)
        circle = self.circles[circle.circle] = held.joined(circle) if held else circle
        self._find(circle)
        self._keys.clear()

    def _find(self, circle: HeldCircle) -> None:
        self._places.update({space: (circle.circle, rung) for rung, space in circle.spaces()})

    def drop(self, circle: bytes) -> None:
        """Forget the secrets of a circle that came to nothing."""
        self.circles.pop(circle, None)
        self._places = {space: place for space, place in self._places.items() if place[0] != circle}
        self._keys.clear()

    def lower(self, circle: bytes, rung: int) -> None:
        """Forget what opens above that rung of a circle; all of it below the last one."""
        held = self.circles[circle].from_rung(rung)
        self.drop(circle)
        if held.secrets:
            self.hold(held)

    def keep(self) -> None:
        """On disk as it is now, sealed; part of an open transaction if there is one."""
        if self.keeper is None:
            raise NoLock
        self.keeper.keep(self)

    def place(self, space: bytes) -> tuple[HeldCircle, int]:
        """The circle and the rung behind a space; `Locked` when this device has no key of it."""
        if space not in self._places or space in self.resting:
            raise Locked("not held")
        circle, rung = self._places[space]
        return self.circles[circle], rung

    # -- as sync.ciphers.Signer

    def sign(self, message: bytes) -> bytes:
        """With this device's key."""
        return self.provider.sign(self.seed, message)

    # -- as sync.ciphers.Sealer

    def epoch(self, space: bytes) -> int:
        """The epoch that is sealed with now; `Locked`."""
        return self.place(space)[0].epoch

    def seal(self, space: bytes, aad: bytes, plain: bytes) -> tuple[int, bytes, bytes]:
        """(epoch, nonce, sealed); `Locked`."""
        epoch, nonce = self.epoch(space), self.provider.random(NONCE)
        return epoch, nonce, self.provider.seal(self._key(space, epoch), nonce, plain, aad)

    def open(self, space: bytes, epoch: int, aad: bytes, nonce: bytes, sealed: bytes) -> bytes:
        """The plaintext; `Locked`, or `BadSeal` (which is `Malformed`)."""
        return self.provider.open(self._key(space, epoch), nonce, sealed, aad)

    async def open_many(self, rows: Sequence[SealedRow]) -> list[bytes | None]:
        """As `open`, in order; None where the key is not held or the seal is bad."""
        known: dict[tuple[bytes, int], bytes | None] = {}
        for space, epoch, *_ in rows:
            if (space, epoch) not in known:
                known[space, epoch] = self._key_or_none(space, epoch)
        held = [(at, row, key) for at, row in enumerate(rows) if (key := known[row[0], row[1]]) is not None]
        opened: list[bytes | None] = [None] * len(rows)
        plains = await self.provider.open_many([(key, row[3], row[4], row[2]) for _, row, key in held])
        for (at, _, _), plain in zip(held, plains, strict=True):
            opened[at] = plain
        return opened

    def _key(self, space: bytes, epoch: int) -> bytes:
        key = None if space in self.resting else self._keys.get((space, epoch))
        if key is None:
            circle, rung = self.place(space)
            key = self._keys[space, epoch] = row_key(circle.secret(rung, epoch), space, epoch)
        return key

    def _key_or_none(self, space: bytes, epoch: int) -> bytes | None:
        try:
            return self._key(space, epoch)
        except Locked:
            return None

    # -- secrets for others, and from them

    def unwrap(self, wrapped: bytes, info: bytes) -> bytes:
        """A secret that was wrapped for this device; `BadSeal`."""
        return hpke.unwrap(self.provider, self.box_private, wrapped, info)

    # -- as one blob

    def dump(self) -> bytes:
        """Everything, unsealed: only lock.py calls it."""
        me = self.me
        circles = [held.dump() for held in self.circles.values()]
        mine = [me.person, me.organisation, me.organisation_name, me.root, me.root_hash, me.hub_url]
        mine += [me.name, me.role, me.picture]
        return pack([FORMAT, mine, self.seed, self.box_private, circles, self.joining, self.next_keys])

    @classmethod
    def load(cls, provider: Provider, dumped: bytes) -> Keyring:
        """The inverse of `dump`; `BadSeal` for anything else."""
        try:
            form, mine, seed, box, circles, joining, *later = parts(unpack(dumped, BLOB_MAX), 6, 32)
            if form != FORMAT:
                raise Malformed("a keyring of a newer app")
            me = Self(*parts(mine, 9))
            held = {one[0]: HeldCircle.load(one) for one in circles}
            following = blob_upto(later[0], 64) if later else b""
            return cls(provider, me, blob(seed, 32), blob(box, 32), held, bytes(joining), following)
        except (Malformed, TypeError, ValueError) as cause:
            raise BadSeal("not a keyring") from cause
