"""Somebody gets another role: first the new places, then the old ones are closed, so that she is never out."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.roles import STEWARDS
from app.i18n import N_
from app.journeys.areas import areas
from app.journeys.closing import close_where
from app.journeys.coordinated import as_coordinator
from app.journeys.entries import as_steward, offer_until_taken
from app.journeys.invite import Place, card_in, places_for
from app.journeys.people import people
from app.journeys.refusals import LastSteward, NotSteward, refusal_for
from app.journeys.sheets_told import recovery_persons
from app.journeys.sync import sync_now
from app.journeys.vouched import NoPhone, hers_for_sure
from app.keys.enrolment import Card, grant_rung
from app.keys.errors import BadKey
from app.keys.leaving import Target
from app.keys.words import spoken_for
from app.ports import Ports, Refusal
from sync.circles import circles_of
from sync.entry import Entry
from sync.errors import Locked, SyncError
from sync.membership import Membership


def areas_asked(ports: Ports, person: bytes, role: str) -> bool:
    """Is it to be said in which areas she works then? Not if she works in some, nor where there is but one."""
    return role in STEWARDS and len(areas(ports)) > 1 and not _areas_of(ports, person)


def places_then(ports: Ports, person: bytes, role: str, chosen: Collection[bytes] = ()) -> list[Place]:
    """What she would be let into: the areas she works in already, else those `chosen`, else the only one there is."""
    return places_for(ports, role, areas=_areas_of(ports, person) or (chosen if len(areas(ports)) > 1 else None))


async def change_role(
    ports: Ports, *, person: bytes, role: str, chosen: Collection[bytes] = (), files: Collection[bytes] = ()
) -> None:
    """In all circles that go with a role; files stay as they are. `NotSteward`, `LastSteward`. Needs a connection.

    `chosen` = the circles of the areas she works in from now on, where `areas_asked`. `files` = circles of files that
    she reads as a coordinator, and then no longer. Cut off between, she has both roles; the same journey again ends the
    old one.
    """
    keyring, journal = ports.keyring, ports.store.journal
    try:
        await sync_now(ports)  # a phone of hers that nobody told us of would stay what she was
    except SyncError as no:
        raise refusal_for(no) from no
    known = next((one for one in people(ports) if one.person == person), None)
    if known is None:
        raise NoPhone
    hers_for_sure(ports, known)
    if areas_asked(ports, person, role) and not chosen:
        raise Refusal(N_("Choose the areas she works in."))
    card = Card(known.card.name, role, known.card.picture)
    places = {place.circle: place for place in places_then(ports, person, role, chosen)}
    root = circles_of(journal).with_ours(keyring.me.root)
    if root is None or keyring.device not in root.stewards:
        raise NotSteward
    others = {one.person for one in root.open if one.steward} - {person} - recovery_persons(ports)
    if not places[keyring.me.root].steward and not others:
        raise LastSteward

    def anew(told: Membership) -> Entry:
        place = places[told.circle]
        shown = card_in(keyring, told.circle, card)
        return grant_rung(
            keyring,
            told,
            person=person,
            rung=place.rung,
            card=shown,
            steward=place.steward,
            devices=hers_for_sure(ports, known),
        )

    def old(told: Membership) -> list[Target]:
        """Every place of hers there that goes back to a grant before the new one, whoever gave it to her again since.

        What another steward granted after it is his to end, or both would end what the other gave.
        """
        entries = [*journal.entries(told.circle), *journal.outgoing(told.circle)]
        granted = {name: entry.number for name, entry in spoken_for(entries).items()}
        new = made[told.circle].number if told.circle in made else told.number + 1
        return [(name, b"") for name in _hers(told, person) if granted[name] < new]

    try:
        made = await offer_until_taken(ports, list(places), as_steward(ports, anew))
        await close_where(ports, list(_standing(ports, person)), old)
        await close_where(ports, list(files), lambda told: as_coordinator(ports, told, person))
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except BadKey as no:
        raise Refusal(N_("The phone of this person cannot be given a key. Invite her anew.")) from no
    except SyncError as no:
        raise refusal_for(no) from no


def _standing(ports: Ports, person: bytes) -> dict[bytes, list[bytes]]:
    """{circle: the grants she has now}, in the circles that go with a role."""
    circles, found = circles_of(ports.store.journal), {}
    for circle, held in ports.keyring.circles.items():
        told = circles.with_ours(circle)
        if told is None or held.kind not in {"public", "staff", "area"}:
            continue
        if hers := _hers(told, person):
            found[circle] = hers
    return found


def _hers(told: Membership, person: bytes) -> list[bytes]:
    """The grants of hers that stand there."""
    return [name for name, one in told.grants.items() if one.person == person and name not in told.ended]


def _areas_of(ports: Ports, person: bytes) -> set[bytes]:
    """The circles of the areas she works in, of those that this person works in."""
    mine = {bytes.fromhex(place.circle) for place in areas(ports)}
    return mine & set(_standing(ports, person))
