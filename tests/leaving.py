"""What tests of leaving and coming back say and ask of phones."""

from __future__ import annotations

from app.journeys.closing import shut_out
from app.journeys.meetings import log_meeting
from app.records import MeetingNote, Mentee
from sync.circles import Circles
from sync.membership import Membership
from tests.world import Organisation, Phone, run

CANARY = "kun-mellem-os-to"


def notes(phone: Phone) -> set[str]:
    return {note.text for note in phone.store.find(MeetingNote)}


def say(phone: Phone, text: str) -> None:
    (cover,) = phone.store.find(Mentee)
    ports = phone.ports
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), note=text)


def told(phone: Phone, circle: bytes) -> Membership:
    found = Circles(phone.store.journal).of(circle)
    assert found
    return found


def person(phone: Phone) -> bytes:
    return phone.ports.me.person


def hands_in_late(org: Organisation, *texts: str) -> dict[str, MeetingNote]:
    """What the mentor wrote without a network, while she was shut out: her notes as she had them, by their text."""
    org.mentor.cut()
    for text in texts:
        say(org.mentor, text)
    written = {note.text: note for note in org.mentor.store.find(MeetingNote)}
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.worker.sync()
    org.mentor.mend()
    for _ in range(3):
        org.mentor.sync()
    org.world.sync_all()
    return written
