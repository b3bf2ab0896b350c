"""A new phone, or a forgotten PIN: somebody further in lets her in again, face to face, on the rungs she had."""

from __future__ import annotations

from dataclasses import dataclass

from app.journeys.entries import offer_until_taken
from app.journeys.invite import SHORT_S, Invitation, card_in, hand_out
from app.journeys.people import Person, people
from app.journeys.refusals import NotSteward, refusal_for
from app.journeys.vouched import vouched
from app.keys.invitation import Once
from app.keys.leaving import readmit_entry
from app.ports import Ports
from sync.circles import circles_of
from sync.entry import Entry, Grant
from sync.errors import Locked, SyncError
from sync.membership import Membership


@dataclass(frozen=True)
class GiveBack:
    """In that circle a person as far in as this one has a new phone, and waits for its key."""

    circle: bytes
    name: str
    person: Person


async def readmit(ports: Ports, *, person: bytes, lives_s: int = SHORT_S) -> Invitation:
    """Wherever this person may give her the place she had (or her own second phone hers). `NotSteward` when nowhere.

    Needs a connection. What only somebody as far in as she was can give (the notes of a file), waits for that person:
    `to_give_back`.
    """
    keyring = ports.keyring
    known = next((one for one in people(ports) if one.person == person), None)
    rungs = _may_give_back(ports, person)
    if known is None or not rungs:
        raise NotSteward
    once = Once(ports.provider.random(16))
    key = ports.provider.ed_public(once.seed)

    def again(told: Membership) -> Entry:
        place = place_of(told, person)
        if place is None:
            raise NotSteward
        shown = card_in(keyring, told.circle, known.card)
        return readmit_entry(keyring, told, place[0], shown, once=key)

    try:
        taken = await offer_until_taken(ports, list(rungs), again)
        return await hand_out(ports, once, person, known.card, taken, rungs, lives_s)
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except SyncError as no:
        raise refusal_for(no) from no


def may_readmit(ports: Ports, person: bytes) -> bool:
    """Whether `readmit` would let this person hand out anything: to be asked before it is offered."""
    return bool(_may_give_back(ports, person))


def to_give_back(ports: Ports) -> list[GiveBack]:
    """Where somebody as far in as this person has a new phone in the root log, and none in the circle."""
    keyring, circles = ports.keyring, circles_of(ports.store.journal)
    root = circles.with_ours(keyring.me.root)
    if root is None or not root.of_device(keyring.device):
        return []
    missing = {
        circle: persons
        for circle in keyring.circles
        if circle != keyring.me.root
        and (told := circles.with_ours(circle))
        and (persons := _without_phone(told, root, keyring.device))
    }
    known = {one.person: one for one in people(ports)} if missing else {}
    return [
        GiveBack(circle, keyring.circles[circle].name, known[person])
        for circle, persons in missing.items()
        for person in persons
        if person in known and known[person].devices
    ]


async def give_back(ports: Ports, wanted: GiveBack) -> None:
    """She herself said, face to face, that it is her phone: its key goes to the phones the root log knows as hers.

    If a steward let one of them in, to those that are hers for sure and to no other.
    """
    keyring, person = ports.keyring, wanted.person

    def again(told: Membership) -> Entry | None:
        place = place_of(told, person.person)
        root = circles_of(ports.store.journal).with_ours(keyring.me.root)
        if place is None or root is None or person.person not in _without_phone(told, root, keyring.device):
            return None
        shown = card_in(keyring, told.circle, person.card)
        devices = vouched(ports).get(person.person, person.devices)
        return readmit_entry(keyring, told, place[0], shown, devices=devices)

    try:
        await offer_until_taken(ports, [wanted.circle], again)
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except SyncError as no:
        raise refusal_for(no) from no


def place_of(told: Membership, person: bytes) -> tuple[bytes, Grant] | None:
    """Her newest place there, (the grant's name, the grant): one that stands, else one that was ended."""
    hers = [(name, grant) for name, grant in told.grants.items() if grant.person == person]
    standing = [one for one in hers if one[0] not in told.ended]
    return (standing or hers)[-1] if hers else None


def _may_give_back(ports: Ports, person: bytes) -> dict[bytes, int]:
    """{circle: the rung she had}; nothing for whoever shares nothing with her, and so does not know her."""
    circles = circles_of(ports.store.journal)
    told = {circle: circles.with_ours(circle) for circle in ports.keyring.circles}
    rungs = {
        circle: place[1].rung
        for circle, here in told.items()
        if here is not None and (place := place_of(here, person)) and _may_give(ports, here, *place)
    }
    return rungs if ports.keyring.me.root in rungs and len(rungs) > 1 else {}


def _may_give(ports: Ports, told: Membership, name: bytes, grant: Grant) -> bool:
    device = ports.keyring.device
    mine = told.of_device(device)
    root = circles_of(ports.store.journal).with_ours(ports.keyring.me.root)
    steward = root is not None and device in root.stewards
    if steward and any(one.steward and one.rung <= grant.rung for one in mine):
        return True
    nearer = any(one.rung < grant.rung or (one.person == grant.person and one.rung == grant.rung) for one in mine)
    in_root = told.circle == ports.keyring.me.root and bool(mine) and not grant.steward
    return (nearer or in_root) and name not in told.ended


def _without_phone(told: Membership, root: Membership, device: bytes) -> list[bytes]:
    """Persons with a place there, as far in as this device, whose phones of now are not under it."""
    rungs = {one.rung for one in told.of_device(device)}
    homes = {(one.person, one.device) for one in root.open}
    open_here = {(one.person, one.device) for one in told.open}
    standing = [grant for name, grant in told.grants.items() if name not in told.ended and grant.rung in rungs]
    wanted = dict.fromkeys(grant.person for grant in standing)
    return [
        person
        for person in wanted
        if any(who == person for who, _ in homes)
        and not any(who == person and (who, phone) in open_here for who, phone in homes)
        and any(one.person == person for one in told.authors.values())
    ]
