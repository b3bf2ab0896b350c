"""A worker opens a mentee's file; a person who has a phone already is given a place in a circle."""

from __future__ import annotations

from app.domain.cpr import refuse_cpr
from app.domain.roles import COORDINATOR, FILE_RUNGS
from app.domain.text import tidy
from app.i18n import N_
from app.journeys.entries import as_steward, offer_until_taken
from app.journeys.invite import card_in
from app.journeys.new_circle import new_circle
from app.journeys.people import people
from app.journeys.refusals import NotSteward, refusal_for
from app.journeys.vouched import NoPhone, hers_for_sure
from app.keys.enrolment import grant_rung
from app.keys.errors import BadKey
from app.ports import Ports, Refusal
from app.records import Contact, Mentee, RowId
from app.storage.saw import Saw
from sync.entry import Entry, space_of
from sync.errors import Locked, SyncError
from sync.membership import Membership

CASE = FILE_RUNGS.index("case")


async def open_file(
    ports: Ports,
    *,
    row: RowId,
    name: str,
    language: str = "",
    picture: str = "",
    contact: Contact | None = None,
    saw: Saw | None = None,
) -> bytes:
    """Founds the file's circle, gives every coordinator the facts, and writes the cover; returns the circle.

    Works without a connection: the log goes out with the next sync. `row` = the id of the cover: said twice, one file.
    `contact` = her line, as shown, if it grew from one: she takes part from today, and nobody goes back to her by that
    line. That there is a file stands in the file alone. Refusal while she has not said yes.
    """
    opened = ports.store.get(Mentee, row)
    if opened is not None:
        return next(bytes.fromhex(place.circle) for place in ports.store.places() if place.space == opened.space)
    name = tidy(name)
    if not name:
        raise Refusal(N_("Write the name of the person the file is for."))
    refuse_cpr(name, language)
    if contact and contact.consented_on is None:
        raise Refusal(N_("Ask her first whether she may be written down."))
    coordinators = [one for one in people(ports) if one.card.role == COORDINATOR]
    circle = await new_circle(ports, kind="file", name=name, among=coordinators, rung=CASE, rungs=len(FILE_RUNGS))
    case = space_of(circle, CASE).hex()
    with ports.store.write() as tx:
        hers = contact.id if contact else ""
        tx.add(Mentee(id=row, space=case, name=name, language=tidy(language), picture=picture, contact=hers))
        if contact and ports.store.get(Contact, contact.id):  # a colleague may have taken the line away meanwhile
            tx.change(contact, saw, joined_on=contact.joined_on or ports.today(), followup_on=None)
    return circle


async def grant(ports: Ports, *, person: bytes, circle: bytes, rung: int = 0, steward: bool = False) -> None:
    """Somebody whose phone is signed in already is given `rung` of a circle and what lies below; needs a connection."""
    keyring = ports.keyring
    known = next((one for one in people(ports) if one.person == person), None)
    if known is None:
        raise NoPhone
    devices = hers_for_sure(ports, known)
    shown = card_in(keyring, circle, known.card)

    def entry(told: Membership) -> Entry:
        return grant_rung(keyring, told, person=person, rung=rung, card=shown, steward=steward, devices=devices)

    try:
        await offer_until_taken(ports, [circle], as_steward(ports, entry))
    except (Locked, KeyError) as no:
        raise NotSteward from no
    except BadKey as no:
        raise Refusal(N_("The phone of this person cannot be given a key. Invite her anew.")) from no
    except SyncError as no:
        raise refusal_for(no) from no
