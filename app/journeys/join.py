"""Somebody was invited: she looks at what she would be, chooses a PIN, and is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.domain.app_names import app_name
from app.domain.locks import PIN
from app.journeys.half_way import empty_place, made, place_of, refused, waits
from app.journeys.joining import enrolling, finish, same_step, sign_in_all
from app.journeys.lock import LAST, check_pin, unlock
from app.journeys.opening import close_journal, enter, lock_of, open_journal, show_lock, unlock_with
from app.journeys.refusals import CameraRefused, Damaged, Foreign, NoCamera, NotAnInvitation, Spent, refusal_for
from app.keys.errors import BadSeal, KeysError
from app.keys.invitation import Once, Package, read_secret
from app.keys.keyring import Keyring, Self
from app.ports import Ports
from sync.client import ask
from sync.codes import Tip, tips
from sync.entry import Entry
from sync.errors import SyncError
from sync.packing import parts


@dataclass(frozen=True)
class Joined:
    """What she will be, to be shown before anything is done; nothing was spent yet."""

    organisation: str
    name: str
    role: str
    picture: str
    circles: tuple[str, ...]
    hub_url: str
    once: Once = field(repr=False)
    package: Package = field(repr=False)
    tips: tuple[Tip, ...] = field(repr=False)


async def join(ports: Ports, *, secret: str | bytes, hub_url: str = "") -> Joined:
    """Looks, no more. `secret` = the link, its fragment, or the spoken code; a `Refusal` says what is wrong with it."""
    read = (hub_url, secret) if isinstance(secret, bytes) else read_secret(secret)
    if read is None:
        raise NotAnInvitation
    once, hub = Once(read[1]), read[0] or hub_url or ports.hub_url
    check_reachable(ports, hub)
    try:
        package, logs = parts(await ask(ports.http, hub, "/join", [once.id]), 2)
        given = Package.open(ports.provider, once, package)
        found = tips(logs)
    except BadSeal as bad:
        raise Damaged from bad
    except SyncError as no:
        raise refusal_for(no) from no
    card = given.card
    names = tuple(one.held.name for one in given.circles)
    return Joined(given.name, card.name, card.role, card.picture, names, hub, once, given, found)


async def scan(ports: Ports) -> str:
    """The link that the camera read, to `join` with; "" when she closed it. `CameraRefused`, `NoCamera`."""
    seen = await ports.platform.scan()
    if seen.why == "refused":
        raise CameraRefused(app_name(ports.platform.recall("called")))
    if seen.why == "none":
        raise NoCamera
    return seen.text


def check_reachable(ports: Ports, hub: str) -> None:
    """A page may speak to the address it came from and to no other; `Foreign`."""
    home, other = urlsplit(ports.platform.hub_url()), urlsplit(hub)
    if other.scheme not in {"http", "https"} or not other.netloc:
        raise NotAnInvitation
    if ports.platform.kind == "web" and (home.scheme, home.netloc.lower()) != (other.scheme, other.netloc.lower()):
        raise Foreign(other.netloc)


async def enrol(ports: Ports, joined: Joined, *, pin: str, kind: str = PIN, picture: str = "") -> None:
    """Signs this device in; she is unlocked when it returns. Cut off anywhere, the next unlock finishes it.

    `picture` = of the profile on this device; the one of the invitation if left out.
    """
    check_pin(pin, kind)
    given = joined.package
    me = Self(
        person=given.person,
        organisation=given.organisation,
        organisation_name=given.name,
        root=given.root,
        root_hash=given.root_hash,
        hub_url=joined.hub_url,
        name=joined.name,
        role=joined.role,
        picture=joined.picture,
    )
    keyring = Keyring.fresh(ports.provider, me)
    grants = {one.held.circle: one.grant for one in given.circles}
    for one in given.circles:
        keyring.hold(one.held)
    entries = sign_in_all(ports, keyring, joined.once, grants, joined.tips)
    keyring.joining = enrolling(joined.once, grants, entries)
    await settle_in(ports, keyring, pin=pin, kind=kind, picture=picture or joined.picture)


async def settle_in(
    ports: Ports, keyring: Keyring, *, pin: str, kind: str, picture: str, offer: Sequence[Entry] = ()
) -> None:
    """Keeps a keyring under a new lock, and `offer` (entries of ours); then makes its step with the hub, and opens."""
    platform = ports.platform
    begun = place_of(ports, keyring.joining)
    if begun:
        await platform.show_picture(begun, picture)
    if begun and await _resumed(ports, begun, pin, keyring.joining):
        return
    profile = begun or await _room(ports, picture)
    waits(ports, profile, keyring.joining)
    platform.ask_durable()
    journal = await open_journal(ports, profile)
    try:
        fresh = keyring.keeper = lock_of(ports, journal, profile)
        with journal.transaction():
            for entry in journal.outgoing():
                journal.drop_entry(entry)
            journal.pin(keyring.me.root, keyring.me.root_hash)
            keyring.keep()
            for entry in offer:
                journal.offer_entry(entry)
        await fresh.set_pin(pin, kind)
        await show_lock(ports, journal, profile)
        await finish(ports, journal, keyring)
        await enter(ports, journal, keyring)
    except Spent:
        refused(ports, profile)
        await close_journal(ports, journal)
        raise
    except BaseException:
        await close_journal(ports, journal)
        raise
    made(ports, profile)
    platform.remember(LAST, profile)
    await first_sync(ports)


async def _room(ports: Ports, picture: str) -> str:
    """A profile for a newcomer: one that came to nothing, or a new one."""
    empty = await empty_place(ports)
    if empty:
        await ports.platform.show_picture(empty, picture)
    return empty or ports.platform.new_profile(picture).id


async def _resumed(ports: Ports, profile: str, pin: str, step: bytes) -> bool:
    """The same step was begun before with this PIN: it is finished with the keys of then, which the hub may know."""
    journal = await open_journal(ports, profile)
    try:
        keyring = await unlock_with(ports, journal, profile, pin)
    except (KeysError, SyncError):
        await close_journal(ports, journal)
        return False
    begun = same_step(keyring.joining, step)
    await close_journal(ports, journal)
    if begun:
        await unlock(ports, profile_id=profile, pin=pin)
        await first_sync(ports)
    return begun


async def first_sync(ports: Ports) -> None:
    """Fetches what is there already. Without a connection it comes later: she is in all the same."""
    from app.journeys.sync import sync_now

    try:
        await sync_now(ports)
    except SyncError:
        return
