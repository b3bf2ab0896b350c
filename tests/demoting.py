"""A member gets another role in the area, by a grant that a steward signs for the phone she has."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.roles import MENTOR
from app.journeys.entries import offer_until_taken
from app.journeys.people import people
from app.keys.enrolment import Card, grant_rung
from sync.entry import Entry
from sync.membership import Membership
from tests.world import Phone, run


def give_role(steward: Phone, member: Phone, role: str, kind: str = "area") -> None:
    """`member` may have written meanwhile what the new role does not let count."""
    circle = bytes.fromhex(next(place.circle for place in steward.store.places(kind)))
    known = next(one for one in people(steward.ports) if one.person == member.ports.me.person)

    def entry(told: Membership) -> Entry:
        card = Card(known.card.name, role, known.card.picture)
        return grant_rung(steward.ports.keyring, told, person=known.person, rung=0, card=card, devices=known.devices)

    run(offer_until_taken(steward.ports, [circle], entry))


def demote_while_writing(steward: Phone, member: Phone, write: Callable[[], object]) -> None:
    """What the member writes while the answer is on its way is her old role's, and goes out under the new one."""
    give_role(steward, member, MENTOR)

    def meanwhile(path: str, answer: bytes) -> bytes:
        if path == "/sync":
            member.wire.spoil = None
            write()
        return answer

    member.wire.spoil = meanwhile
    member.sync()
