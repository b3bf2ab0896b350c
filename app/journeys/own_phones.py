"""What one of her phones was given later, it gives to her others, as far as they signed each other in."""

from __future__ import annotations

from app.journeys.entries import offer_what_goes
from app.journeys.invite import card_in
from app.journeys.vouched import Signed, comings
from app.keys.enrolment import Card
from app.keys.errors import BadKey
from app.keys.leaving import readmit_entry
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Entry
from sync.membership import Member, Membership


async def share_with_own_phones(ports: Ports) -> None:
    """Where this phone is in and another one of hers never was; raises `SyncError`."""
    circles, me = circles_of(ports.store.journal), ports.keyring.me
    others = _others(ports, circles.of(me.root))
    if not others:
        return

    def missing(told: Membership) -> list[tuple[bytes, bytes]]:
        ever = {one.device for one in told.authors.values()}
        here = told.of_device(ports.keyring.device)
        return [(device, box) for device, box in others.items() if device not in ever] if here else []

    def make(told: Membership) -> Entry | None:
        devices = missing(told)
        if not devices:
            return None
        innermost = min(told.of_device(ports.keyring.device), key=lambda one: one.rung)
        card = card_in(ports.keyring, told.circle, Card(me.name, me.role, me.picture))
        try:
            return readmit_entry(ports.keyring, told, innermost.grant, card, devices=devices)
        except BadKey:
            return None  # a phone that published no key is given none

    known = ((circle, circles.with_ours(circle)) for circle in ports.keyring.circles if circle != me.root)
    wanted = [circle for circle, told in known if told is not None and missing(told)]
    if wanted:
        await offer_what_goes(ports, wanted, make)


def _others(ports: Ports, root: Membership | None) -> dict[bytes, bytes]:
    """{device: box key} of her open phones that hang together with this one by her own signatures.

    Any member may sign a phone in for another who is no steward, face to face; such a phone asks for keys, and a person
    gives them by a tap (`give_back`). How a phone first came in is what counts: a stranger may name a true one later.
    """
    if root is None:
        return {}
    hers: dict[bytes, Member] = {one.device: one for one in root.open if one.person == ports.me.person}
    if len(hers) < 2:
        return {}
    links = [pair for pair in _first_signed_in(ports.store.journal.entries(root.circle)) if set(pair) <= set(hers)]
    known = {ports.keyring.device}
    while more := {one for pair in links if known & set(pair) for one in pair} - known:
        known |= more
    return {device: hers[device].box for device in hers if device in known - {ports.keyring.device}}


def _first_signed_in(entries: list[Entry]) -> list[tuple[bytes, bytes]]:
    """(device, by whose signature it came in) of each, when it first came."""
    first: dict[bytes, list[Signed]] = {}
    for device, signers in comings(entries):
        first.setdefault(device, signers)
    return [(device, signer) for device, signers in first.items() for signer, _ in signers]
