"""The entries that make circles and members: pure bytes, signed by this device or by a one-time key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.keys import hpke
from app.keys.errors import BadSeal
from app.keys.held import HeldCircle
from app.keys.keyring import Keyring
from app.keys.words import seal_words
from sync.codes import Tip
from sync.entry import Entry, Kind, make_entry, own_circle
from sync.membership import Member, Membership

OWN = "own"
NO_DEVICES: Sequence[tuple[bytes, bytes]] = ()


@dataclass(frozen=True)
class Card:
    """How the other members of a circle see somebody; `day` (ISO) where it matters when she was let in."""

    name: str
    role: str
    picture: str = ""
    day: str = ""

    def words(self) -> dict[str, str]:
        said = {"name": self.name, "role": self.role, "picture": self.picture}
        return {**said, "day": self.day} if self.day else said


def found_circle(
    keyring: Keyring, *, kind: str, name: str, card: Card, rungs: int = 1, circle: bytes = b""
) -> tuple[Entry, HeldCircle]:
    """The first entry of a new circle, with this device on the innermost rung; the secret is fresh."""
    held = HeldCircle(
        circle=circle or keyring.provider.random(16),
        kind=kind,
        name=name,
        rungs=rungs,
        secrets={0: (0, keyring.provider.random(32))},
    )
    words = {"kind": kind, "name": name, "member": card.words()}
    sealed = seal_words(keyring.provider, held.entry_key(0), held.circle, 0, words)
    claims = [rungs, 0, keyring.me.person, keyring.box]
    return make_entry(held.circle, 0, b"", Kind.FOUND, keyring.device, claims, sealed, keyring.sign), held


def found_own(keyring: Keyring) -> tuple[Entry, HeldCircle]:
    """A circle of herself alone, for drafts and practice."""
    me = keyring.me
    card, circle = Card(me.name, me.role, me.picture), own_circle(me.person, keyring.device)
    return found_circle(keyring, kind=OWN, name=me.name, card=card, circle=circle)


def grant_rung(
    keyring: Keyring,
    told: Membership,
    *,
    person: bytes,
    rung: int,
    card: Card,
    steward: bool = False,
    once: bytes = b"",
    devices: Sequence[tuple[bytes, bytes]] = NO_DEVICES,
) -> Entry:
    """The next entry after `told`: `person` may share from `rung` down.

    `devices` = (device key, box key) get the secret by HPKE; `once` = the public one-time key of an invitation.
    `Locked` above the own rung, `BadKey` for a bad box key.
    """
    held = keyring.circles[told.circle]
    number, epoch = told.number + 1, told.epoch
    info, secret = wrap_info(told.circle, rung, epoch, person), held.secret(rung, epoch)
    wrapped = [
        [device, box, hpke.wrap(keyring.provider, keyring.provider.random(32), box, info, secret)]
        for device, box in devices
    ]
    sealed = seal_words(keyring.provider, held.entry_key(epoch), told.circle, number, {"member": card.words()})
    claims = [person, rung, int(steward), epoch, once, wrapped]
    return make_entry(told.circle, number, told.tip, Kind.GRANT, keyring.device, claims, sealed, keyring.sign)


def sign_in(keyring: Keyring, once_seed: bytes, tip: Tip, grant: bytes, *, came_on: date | None = None) -> Entry:
    """The entry that puts this device under a grant, signed by the invitation's one-time key."""
    circle, number, name = tip
    held = keyring.circles[circle]
    sealed = seal_words(keyring.provider, held.entry_key(held.epoch), circle, number + 1, _came(came_on))
    once = keyring.provider.ed_public(once_seed)
    claims = [grant, keyring.device, keyring.box]
    return make_entry(
        circle, number + 1, name, Kind.DEVICE, once, claims, sealed, lambda said: keyring.provider.sign(once_seed, said)
    )


def second_device(
    keyring: Keyring, told: Membership, grant: bytes, device: bytes, box: bytes, *, came_on: date | None = None
) -> Entry:
    """The entry that puts another device of hers under a grant; this device, which is under it, signs."""
    held, number = keyring.circles[told.circle], told.number + 1
    sealed = seal_words(keyring.provider, held.entry_key(held.epoch), told.circle, number, _came(came_on))
    claims = [grant, device, box]
    return make_entry(told.circle, number, told.tip, Kind.DEVICE, keyring.device, claims, sealed, keyring.sign)


def _came(day: date | None) -> dict[str, str]:
    """Entries have no time: a device says itself on which day it came."""
    return {"day": day.isoformat()} if day else {}


def wrap_info(circle: bytes, rung: int, epoch: int, person: bytes) -> bytes:
    """What a wrapped secret is bound to."""
    return b"bb/wrap/1" + circle + bytes([rung]) + epoch.to_bytes(4, "big") + person


def secret_for_me(keyring: Keyring, told: Membership, mine: Member) -> HeldCircle | None:
    """What a grant gives this device, without a name yet; None when nothing is wrapped for it, or not rightly."""
    grant = told.grants.get(mine.grant)
    if grant is None:
        return None
    for device, box, wrapped in grant.devices:
        if device != keyring.device or box != keyring.box or not wrapped:
            continue
        try:
            secret = keyring.unwrap(wrapped, wrap_info(told.circle, grant.rung, grant.epoch, grant.person))
        except BadSeal:
            return None
        return HeldCircle(told.circle, "", "", told.rungs, {grant.epoch: (grant.rung, secret)})
    return None
