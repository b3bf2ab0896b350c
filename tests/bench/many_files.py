"""A worker with many files, and somebody else who stands in many of them."""

from __future__ import annotations

from app.domain.roles import FILE_RUNGS
from app.journeys.people import Person, people
from app.keys.enrolment import Card, found_circle, grant_rung
from app.ports import Ports
from app.records import Meeting, MeetingNote, Mentee
from sync.entry import space_of
from sync.log import told_by
from sync.membership import Root

FILES = 800
SHARED = 400


def known_as(ports: Ports, name: str) -> Person:
    """Somebody this phone knows by that name."""
    return next(one for one in people(ports) if one.card.name == name)


async def open_files(
    ports: Ports, mentor: Person, how_many: int = FILES, *, every: int = 2, shared: int = SHARED
) -> None:
    """As the journey opens one, so many times in one go; nothing is sent yet. The mentor stands in `shared` of them."""
    keyring, journal, me = ports.keyring, ports.store.journal, ports.keyring.me
    root = Root(frozenset({keyring.device}))
    circles: list[bytes] = []
    with journal.transaction():
        for number in range(how_many):
            card = Card(me.name, me.role, me.picture)
            first, held = found_circle(keyring, kind="file", name=f"Fil {number}", card=card, rungs=len(FILE_RUNGS))
            keyring.hold(held)
            journal.offer_entry(first)
            circles.append(held.circle)
            if number % every or number // every >= shared:
                continue
            told = told_by([first], verify=None, root=root)
            entry = grant_rung(keyring, told, person=mentor.person, rung=0, card=mentor.card, devices=mentor.devices)
            journal.offer_entry(entry)
        keyring.keep()
    await ports.store.refresh((), set(circles))
    with ports.store.write() as tx:
        for number, circle in enumerate(circles):
            case = space_of(circle, FILE_RUNGS.index("case")).hex()
            tx.add(Mentee(id=ports.new_row(), space=case, name=f"Kvinde {number}"))


def write_in_each(ports: Ports) -> None:
    """The mentor met everybody once: so there is a head of hers in two spaces of every file."""
    with ports.store.write() as tx:
        for mentee in ports.store.find(Mentee):
            meeting = ports.new_row()
            tx.add(Meeting(id=meeting, space=mentee.space, mentee=mentee.id, held_on=ports.today(), minutes=55))
            notes = ports.store.beside(mentee.space, "notes")
            tx.add(MeetingNote(id=ports.new_row(), space=notes, meeting=meeting, text="Vi gik en tur ved søen."))
