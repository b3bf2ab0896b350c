"""A member whose app was patched lets somebody in again, with words and for phones of her choosing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.journeys.entries import offer_until_taken
from app.journeys.invite import SHORT_S, hand_out
from app.journeys.readmit import place_of
from app.keys.enrolment import NO_DEVICES, Card
from app.keys.invitation import Once
from app.keys.leaving import readmit_entry
from sync.circles import circles_of
from sync.entry import Entry
from sync.membership import Membership
from tests.world import Phone


def let_in_again(
    patched: Phone,
    person: bytes,
    circles: Sequence[bytes],
    card: Card,
    *,
    once: bytes = b"",
    devices: Collection[tuple[bytes, bytes]] = NO_DEVICES,
) -> dict[bytes, Entry]:
    """{circle: the entry}, signed by that phone and taken by the hub; no screen of ours offers it."""

    def again(told: Membership) -> Entry:
        place = place_of(told, person)
        assert place
        return readmit_entry(patched.ports.keyring, told, place[0], card, once=once, devices=tuple(devices))

    return patched.world.run(offer_until_taken(patched.ports, circles, again))


def another_phone(patched: Phone, person: bytes, circles: Sequence[bytes], card: Card, name: str) -> Phone:
    """A phone of the patched member's is that person's now, by an invitation of hers."""
    ports = patched.ports
    once = Once(ports.provider.random(16))
    taken = let_in_again(patched, person, circles, card, once=ports.provider.ed_public(once.seed))
    told = circles_of(ports.store.journal)
    rungs = {circle: known.grants[taken[circle].hash].rung for circle in circles if (known := told.with_ours(circle))}
    phone = patched.world.phone(name)
    phone.join(patched.world.run(hand_out(ports, once, person, card, taken, rungs, SHORT_S)))
    return phone
