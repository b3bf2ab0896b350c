"""This phone's profile was copied, or put back from a copy: it goes on as a phone of its own, and nothing is lost."""

from __future__ import annotations

from app.journeys.entries import offer_what_goes
from app.keys.enrolment import second_device
from app.ports import Ports
from sync.circles import Circles, circles_of
from sync.conversation import Session
from sync.copied import COPIED, is_copied, speak_as
from sync.entry import Entry, author_of
from sync.membership import Member, Membership

ALONE = "alone"
"""Under this name the journal keeps since when it does, ms since 1970 by the hub's clock."""


def goes_on_alone(ports: Ports) -> bool:
    """Whether this phone was a copy once."""
    return ports.store.journal.meta(ALONE) is not None


async def go_on_alone(ports: Ports) -> bool:
    """After a sync in which all was pulled: True when this device has another key now, and its words go out anew.

    The old key signs the new one in. Cut off anywhere, the next sync goes on. Raises `SyncError`.
    """
    journal, keyring = ports.store.journal, ports.keyring
    if not is_copied(journal) or journal.offered():
        return False  # what is offered is the old author's, until the hub has answered
    if not keyring.next_keys:
        keyring.next_keys = ports.provider.random(64)
        keyring.keep()
    seed, private = keyring.next_keys[:32], keyring.next_keys[32:]
    device, box = ports.provider.ed_public(seed), ports.provider.x_public(private)

    def make(told: Membership) -> Entry | None:
        missing = _missing(told, keyring.device, device)
        came_on = ports.today() if told.circle == keyring.me.root else None
        return second_device(keyring, told, missing[0].grant, device, box, came_on=came_on) if missing else None

    while wanted := _circles(ports, device):
        if not await offer_what_goes(ports, wanted, make):
            return False
    async with ports.sync_turn:  # not in the middle of a conversation
        if not ports.open or not is_copied(journal):
            return False
        _become(ports, device)
        await ports.store.open()
    return True


def _become(ports: Ports, device: bytes) -> None:
    journal, keyring = ports.store.journal, ports.keyring
    now = ports.clock.now() + journal.offset
    circles = circles_of(journal)
    with journal.transaction():
        for old, new, space in _heirs(circles, list(keyring.circles), keyring.device, device):
            speak_as(journal, keyring, space, old.author, new, now)
        keyring.become()
        keyring.keep()
        journal.set_meta(COPIED, None)
        journal.set_meta(ALONE, b"%d" % now)
    ports.session = Session()


def _heirs(circles: Circles, known: list[bytes], old: bytes, new: bytes) -> list[tuple[Member, Member, bytes]]:
    """(who wrote there, who writes there from now on, the space)."""
    found = []
    for circle in known:
        told = circles.with_ours(circle)
        for before in told.of_device(old) if told else []:
            after = told.authors[author_of(before.grant, new)] if told else before
            found += [(before, after, space) for space in (told.spaces[before.rung :] if told else ())]
    return found


def _circles(ports: Ports, device: bytes) -> list[bytes]:
    """Where this device is open, and the next one is not yet."""
    circles = circles_of(ports.store.journal)
    known = ((circle, circles.with_ours(circle)) for circle in ports.keyring.circles)
    return [circle for circle, told in known if told is not None and _missing(told, ports.keyring.device, device)]


def _missing(told: Membership, old: bytes, new: bytes) -> list[Member]:
    return [one for one in told.of_device(old) if author_of(one.grant, new) not in told.authors]
