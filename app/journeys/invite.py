"""Let somebody in: a link or a code that signs one device in where she was granted a place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.cpr import refuse_cpr
from app.domain.roles import COORDINATOR, FILE_RUNGS, MENTEE, MENTOR, PARTNER, WORKER
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.asking import ask_signed_in
from app.journeys.entries import as_steward, offer_until_taken
from app.journeys.refusals import NotSteward, refusal_for
from app.keys.enrolment import Card, grant_rung
from app.keys.held import HeldCircle
from app.keys.invitation import Given, Once, Package, link, spoken
from app.keys.keyring import Keyring
from app.ports import Ports, Refusal
from sync.entry import Entry
from sync.errors import Locked, SyncError
from sync.membership import Membership

_RUNGS = {MENTOR: FILE_RUNGS.index("notes"), MENTEE: FILE_RUNGS.index("plan"), PARTNER: 0}
"""Who is let into one circle by name, and how far in."""

SHORT_S, DAY_S, WEEK_S = 15 * 60, 24 * 60 * 60, 7 * 24 * 60 * 60


@dataclass(frozen=True)
class Place:
    """A place in a circle: from `rung` downwards; a `steward` may let others in."""

    circle: bytes
    rung: int = 0
    steward: bool = False


@dataclass(frozen=True)
class Invitation:
    """To be handed over: `link` for a message or a QR, `spoken` to read out. Who has it can be that person, once."""

    person: bytes
    link: str = field(repr=False)
    spoken: str = field(repr=False)
    secret: bytes = field(repr=False)
    lives_s: int = DAY_S


def places_for(
    ports: Ports, role: str, circle: bytes | None = None, areas: Collection[bytes] | None = None
) -> list[Place]:
    """What a role is let into, as far as this person can let in; `circle` = the file of a mentor or a mentee, the
    circle of a partner; `areas` = the housing areas of a worker or a coordinator, all of this person's if left out.
    """
    steward = role in {WORKER, COORDINATOR}
    kinds = {WORKER: ("public", "staff", "area"), COORDINATOR: ("public", "staff", "area"), MENTOR: ("public", "staff")}
    wanted = kinds.get(role, ("public",))
    places = [
        Place(held.circle, 0, steward)
        for kind in wanted
        for held in ports.keyring.circles.values()
        if held.kind == kind and (kind != "area" or areas is None or held.circle in areas)
    ]
    if circle is not None and role in _RUNGS:
        places.append(Place(circle, _RUNGS[role]))
    return places


async def invite(
    ports: Ports,
    *,
    member: Card,
    grants: Sequence[Place],
    lives_s: int = DAY_S,
    person: bytes | None = None,
) -> Invitation:
    """Writes the grants into the logs and leaves the sealed package on the hub; needs a connection.

    `person` = somebody known who gets a fresh invitation (a new phone); a new pseudonym if left out.
    """
    if not tidy(member.name):
        raise Refusal(N_("Write the name of the person you invite."))
    refuse_cpr(member.name)
    keyring = ports.keyring
    who = person or ports.provider.random(16)
    once = Once(ports.provider.random(16))
    card = replace(member, name=tidy(member.name))
    asked = {place.circle: place for place in _with_root(keyring, grants)}
    key = ports.provider.ed_public(once.seed)

    def grant_in(told: Membership) -> Entry:
        place = asked[told.circle]
        shown = card_in(keyring, told.circle, card)
        return grant_rung(keyring, told, person=who, rung=place.rung, card=shown, steward=place.steward, once=key)

    try:
        taken = await offer_until_taken(ports, list(asked), as_steward(ports, grant_in))
        rungs = {place.circle: place.rung for place in asked.values()}
        return await hand_out(ports, once, who, card, taken, rungs, lives_s)
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except SyncError as no:
        raise refusal_for(no) from no


async def hand_out(
    ports: Ports,
    once: Once,
    who: bytes,
    card: Card,
    taken: Mapping[bytes, Entry],
    rungs: Mapping[bytes, int],
    lives_s: int,
) -> Invitation:
    """Leaves the package on the hub: `taken` = {circle: the entry that grants it}, from its rung in `rungs` down."""
    keyring = ports.keyring
    circles = [Given(_from_rung(keyring.circles[circle], rungs[circle]), entry.hash) for circle, entry in taken.items()]
    me = keyring.me
    package = Package(me.organisation, me.organisation_name, me.root, me.root_hash, who, card, circles)
    key, sealed = ports.provider.ed_public(once.seed), package.seal(ports.provider, once)
    await ask_signed_in(ports, "/invite", once.id, key, sealed, lives_s)
    return Invitation(who, link(ports.hub_url, once.secret), spoken(once.secret), once.secret, lives_s)


def card_in(keyring: Keyring, circle: bytes, card: Card) -> Card:
    """What a circle's log says of her: all read the root's, so there mentors and mentees stand without their names."""
    if circle == keyring.me.root and card.role not in {WORKER, COORDINATOR}:
        return Card("", card.role)
    return card


def _with_root(keyring: Keyring, grants: Sequence[Place]) -> list[Place]:
    """Everybody is in the root circle: its log is what she believes."""
    if any(place.circle == keyring.me.root for place in grants):
        return list(grants)
    return [Place(keyring.me.root), *grants]


def _from_rung(held: HeldCircle, rung: int) -> HeldCircle:
    return HeldCircle(
        held.circle, held.kind, held.name, held.rungs, {held.epoch: (rung, held.secret(rung, held.epoch))}
    )
