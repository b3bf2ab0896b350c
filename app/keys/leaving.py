"""The entries that shut a door and make the next epoch, and those that open it again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any  # Any: claims as they are packed

from app.keys import hpke
from app.keys.derive import link_key, next_rung
from app.keys.enrolment import NO_DEVICES, Card, wrap_info
from app.keys.errors import BadKey, BadSeal
from app.keys.keyring import NONCE, Keyring
from app.keys.words import seal_words
from sync.entry import Close, Entry, Final, Kind, Rekey, author_of, make_entry
from sync.errors import Locked
from sync.membership import Member, Membership

Target = tuple[bytes, bytes]
"""(grant, one of its devices, or empty for all of it)"""

Homes = Collection[tuple[bytes, bytes]]
"""(person, device): whose phone the root log says that is"""


def close_entry(
    keyring: Keyring, told: Membership, targets: Sequence[Target], finals: Sequence[Final], homes: Homes | None = None
) -> Entry:
    """Ends these; where this device stands innermost, the next epoch is made with it, for the phones in `homes`."""
    gone = {one.author for one in told.open if any(_meant(one, target) for target in targets)}
    staying = [one for one in told.open if one.author not in gone]
    makes = any(one.rung == 0 and one.device == keyring.device for one in staying) and _holds_all(keyring, told)
    rekey = _new_epoch(keyring, told, _at_home(staying, homes)) if makes else []
    claims = [[list(target) for target in targets], _named(finals), rekey]
    return _entry(keyring, told, Kind.CLOSE, claims)


def rekey_entry(keyring: Keyring, told: Membership, homes: Homes | None = None) -> Entry:
    """The next epoch where somebody was closed, otherwise the running one for those who have not got it.

    Only phones that are in `homes` get it, all if left out. `Locked` when this device does not hold the innermost
    secret.
    """
    if not _holds_all(keyring, told):
        raise Locked("not held")
    if told.stale:
        return _entry(keyring, told, Kind.REKEY, _new_epoch(keyring, told, _at_home(told.open, homes)))
    held = keyring.circles[told.circle]
    secrets = [held.secret(rung, told.epoch) for rung in range(told.rungs)]
    wraps = _wraps(keyring, told, told.epoch, secrets, _at_home(told.unkeyed, homes))
    return _entry(keyring, told, Kind.REKEY, [told.epoch, wraps, []])


def readmit_entry(
    keyring: Keyring,
    told: Membership,
    grant: bytes,
    card: Card,
    *,
    once: bytes = b"",
    devices: Sequence[tuple[bytes, bytes]] = NO_DEVICES,
) -> Entry:
    """The same place again, for a one-time key or for `devices` = (device key, box key). `Locked` above our rung."""
    old, held, epoch = told.grants[grant], keyring.circles[told.circle], told.epoch
    info, secret = wrap_info(told.circle, old.rung, epoch, old.person), held.secret(old.rung, epoch)
    wrapped = [[device, box, _wrap(keyring, box, info, secret)] for device, box in devices]
    words = {"member": card.words()}
    sealed = seal_words(keyring.provider, held.entry_key(epoch), told.circle, told.number + 1, words)
    return _entry(keyring, told, Kind.READMIT, [grant, epoch, once, wrapped], sealed)


def admit_entry(keyring: Keyring, told: Membership, finals: Sequence[Final]) -> Entry:
    """Late work counts, up to these heads."""
    return _entry(keyring, told, Kind.ADMIT, [_named(finals)])


def secrets_of_epochs(keyring: Keyring, told: Membership, log: Iterable[Entry]) -> dict[int, tuple[int, bytes]]:
    """{epoch: (rung, secret)} of all that the log's epochs give this device, and what their links open backwards."""
    held = keyring.circles.get(told.circle)
    known = dict(held.secrets) if held else {}
    begun = [rekey for rekey in map(_rekey_in, log) if rekey]
    mine = {one.author: one for one in told.of_device(keyring.device)}
    for rekey in begun:
        for author, wrapped in rekey.wraps:
            one = mine.get(author)
            if one is None or known.get(rekey.epoch, (told.rungs, b""))[0] <= one.rung:
                continue
            try:
                secret = keyring.unwrap(wrapped, wrap_info(told.circle, one.rung, rekey.epoch, one.person))
            except BadSeal:
                continue
            known[rekey.epoch] = one.rung, secret
    for rekey in reversed(begun):
        if rekey.links and rekey.epoch in known:
            _look_back(keyring, told, rekey, known)
    return known


def _look_back(keyring: Keyring, told: Membership, rekey: Rekey, known: dict[int, tuple[int, bytes]]) -> None:
    """Who holds a rung of an epoch opens the same rung of the one before."""
    rung, secret = known[rekey.epoch]
    if known.get(rekey.epoch - 1, (told.rungs, b""))[0] <= rung or len(rekey.links) <= rung:
        return
    key, link = link_key(secret, told.circle, rung, rekey.epoch), rekey.links[rung]
    try:
        before = keyring.provider.open(key, link[:NONCE], link[NONCE:], _link_aad(told.circle, rung, rekey.epoch))
    except BadSeal:
        return
    if len(before) == len(secret):
        known[rekey.epoch - 1] = rung, before


def _rekey_in(entry: Entry) -> Rekey | None:
    claim = entry.claim
    if isinstance(claim, Close):
        return claim.rekey
    return claim if isinstance(claim, Rekey) else None


def _new_epoch(keyring: Keyring, told: Membership, staying: Iterable[Member]) -> list[Any]:
    provider, held, epoch = keyring.provider, keyring.circles[told.circle], told.epoch + 1
    secrets = [provider.random(32)]
    for rung in range(1, told.rungs):
        secrets.append(next_rung(secrets[-1], told.circle, rung, epoch))
    links = []
    for rung, secret in enumerate(secrets):
        nonce, key = provider.random(NONCE), link_key(secret, told.circle, rung, epoch)
        before = held.secret(rung, told.epoch)
        links.append(nonce + provider.seal(key, nonce, before, _link_aad(told.circle, rung, epoch)))
    return [epoch, _wraps(keyring, told, epoch, secrets, staying), links]


def _wraps(
    keyring: Keyring, told: Membership, epoch: int, secrets: Sequence[bytes], members: Iterable[Member]
) -> list[Any]:
    wraps = []
    for one in members:
        info = wrap_info(told.circle, one.rung, epoch, one.person)
        try:
            wraps.append([one.author, _wrap(keyring, one.box, info, secrets[one.rung])])
        except BadKey:
            continue  # a phone that published no key is given none; the others are
    return wraps


def _at_home(members: Iterable[Member], homes: Homes | None) -> list[Member]:
    return [one for one in members if homes is None or (one.person, one.device) in homes]


def _holds_all(keyring: Keyring, told: Membership) -> bool:
    held = keyring.circles.get(told.circle)
    return held is not None and held.secrets.get(told.epoch, (told.rungs, b""))[0] == 0


def _wrap(keyring: Keyring, box: bytes, info: bytes, secret: bytes) -> bytes:
    return hpke.wrap(keyring.provider, keyring.provider.random(32), box, info, secret)


def _meant(one: Member, target: Target) -> bool:
    grant, device = target
    return one.author == author_of(grant, device) if device else one.grant == grant


def _named(finals: Iterable[Final]) -> list[list[Any]]:
    return [[final.space, final.author, final.n, final.head] for final in finals]


def _link_aad(circle: bytes, rung: int, epoch: int) -> bytes:
    return b"bb/link/1" + circle + bytes([rung]) + epoch.to_bytes(4, "big")


def _entry(keyring: Keyring, told: Membership, kind: Kind, claims: list[Any], sealed: bytes = b"") -> Entry:
    number = told.number + 1
    return make_entry(told.circle, number, told.tip, kind, keyring.device, claims, sealed, keyring.sign)
