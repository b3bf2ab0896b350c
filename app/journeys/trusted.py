"""Somebody she trusts keeps the key to what is hers alone, so that a forgotten PIN or a lost phone does not end it.

The helper's phone holds the key and shows nothing of it; after a new phone was let in, the helper gives the key back
face to face (`give_back`).
"""

from __future__ import annotations

from app.domain.roles import PARTNER
from app.i18n import N_
from app.journeys.closing import close_in
from app.journeys.entries import offer_until_taken
from app.journeys.people import Person, people
from app.journeys.refusals import refusal_for
from app.journeys.vouched import vouched
from app.keys.enrolment import OWN, Card, grant_rung
from app.keys.errors import BadKey
from app.ports import Ports, Refusal
from sync.entry import Entry
from sync.errors import Refused, SyncError
from sync.membership import Membership


def helpers(ports: Ports) -> list[Person]:
    """Who keeps the key to all that is hers."""
    of_each = [{one.person: one for one in people(ports, own) if not one.left} for own in _own(ports)]
    everywhere = set.intersection(*(set(known) for known in of_each)) if of_each else set()
    return [one for one in of_each[0].values() if one.person in everywhere - {ports.me.person}] if of_each else []


def may_help(ports: Ports) -> list[Person]:
    """Whom she may choose: people she shares something with by name, who have a phone; nobody from outside."""
    hers = vouched(ports)
    chosen = {one.person for one in helpers(ports)} | {ports.me.person}
    return [
        one
        for one in people(ports)
        if one.card.name and one.person in hers and one.person not in chosen and one.card.role != PARTNER
    ]


async def choose_helper(ports: Ports, person: bytes) -> None:
    """Her phones are given the key; needs a connection."""
    keyring = ports.keyring
    known = next((one for one in may_help(ports) if one.person == person), None)
    without = [own for own in _own(ports) if person not in {one.person for one in people(ports, own) if not one.left}]
    if known is None or not without:
        raise Refusal(N_("This person cannot keep your key."))
    shown = Card(known.card.name, known.card.role, known.card.picture)

    def entry(told: Membership) -> Entry:
        return grant_rung(keyring, told, person=person, rung=0, card=shown, devices=vouched(ports)[person])

    try:
        await offer_until_taken(ports, without, entry)
    except (BadKey, Refused) as no:
        raise Refusal(N_("This person cannot keep your key.")) from no
    except SyncError as no:
        raise refusal_for(no) from no


async def end_helper(ports: Ports, person: bytes) -> None:
    """She keeps it no more: a new key, and her phones erase the old one. Needs a connection."""
    try:
        await close_in(ports, _own(ports), person)
    except SyncError as no:
        raise refusal_for(no) from no


def _own(ports: Ports) -> list[bytes]:
    """Her own circles: several, if she was given the key back on a phone that had begun anew."""
    return [circle for circle, held in ports.keyring.circles.items() if held.kind == OWN]
