"""A worker opens a mentee's file; a person who has a phone already is given a place in a circle."""

from __future__ import annotations

from app.domain.roles import COORDINATOR, FILE_RUNGS
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.entries import as_steward, offer_until_taken
from app.journeys.invite import card_in
from app.journeys.people import Person, people
from app.journeys.refusals import NotSteward, refusal_for
from app.keys.enrolment import Card, found_circle, grant_rung
from app.keys.errors import BadKey
from app.keys.keyring import Keyring
from app.ports import NotKept, Ports, Refusal
from app.records import Mentee, RowId
from sync.circles import circles_of
from sync.errors import JournalFull, Locked, Refused, SyncError
from sync.log import Entry, Log, Membership, Root, space_of

CASE = FILE_RUNGS.index("case")


async def open_file(ports: Ports, *, row: RowId, name: str, language: str = "", picture: str = "") -> bytes:
    """Founds the file's circle, gives every coordinator the facts, and writes the cover; returns the circle.

    Works without a connection: the log goes out with the next sync. `row` = the id of the cover.
    """
    keyring, journal = ports.keyring, ports.store.journal
    name = tidy(name)
    if not name:
        raise Refusal(N_("Write the name of the person the file is for."))
    root = circles_of(journal).with_ours(keyring.me.root)
    if root is None or keyring.device not in root.stewards:
        raise NotSteward
    me = keyring.me
    first, held = found_circle(
        keyring, kind="file", name=name, card=Card(me.name, me.role, me.picture), rungs=len(FILE_RUNGS)
    )
    keyring.hold(held)
    try:
        entries = [first, *_for_coordinators(keyring, first, people(ports))]
        with journal.transaction():
            for entry in entries:
                journal.offer_entry(entry)
            keyring.keep()
    except JournalFull as full:
        keyring.drop(held.circle)
        raise NotKept from full
    except BaseException:
        keyring.drop(held.circle)
        raise
    await ports.store.refresh((), {held.circle})
    case = space_of(held.circle, CASE).hex()
    with ports.store.write() as tx:
        tx.add(Mentee(id=row, space=case, name=name, language=tidy(language), picture=picture))
    return held.circle


async def grant(ports: Ports, *, person: bytes, circle: bytes, rung: int = 0, steward: bool = False) -> None:
    """Somebody whose phone is signed in already is given `rung` of a circle and what lies below; needs a connection."""
    keyring = ports.keyring
    known = next((one for one in people(ports) if one.person == person), None)
    if known is None or not known.devices:
        raise Refusal(N_("This person has no phone signed in yet. Invite her instead."))
    shown = card_in(keyring, circle, known.card)

    def entry(told: Membership) -> Entry:
        return grant_rung(keyring, told, person=person, rung=rung, card=shown, steward=steward, devices=known.devices)

    try:
        await offer_until_taken(ports, [circle], as_steward(ports, entry))
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except BadKey as no:
        raise Refusal(N_("The phone of this person cannot be given a key. Invite her anew.")) from no
    except SyncError as no:
        raise refusal_for(no) from no


def _for_coordinators(keyring: Keyring, first: Entry, known: list[Person]) -> list[Entry]:
    """One grant of the facts per coordinator with a phone, in a chain behind the first entry."""
    stewards = Root(frozenset({keyring.device}))
    told = Log.follow([first], verify=None, root=stewards)
    entries: list[Entry] = []
    for one in known:
        if one.card.role != COORDINATOR or one.person == keyring.me.person or not one.devices:
            continue
        try:
            entry = grant_rung(
                keyring, told, person=one.person, rung=CASE, card=one.card, steward=True, devices=one.devices
            )
            told = Log.follow([entry], verify=None, root=stewards, start=told)
        except (BadKey, Refused):
            continue  # a phone that published no key is given none; the others are
        entries.append(entry)
    return entries
