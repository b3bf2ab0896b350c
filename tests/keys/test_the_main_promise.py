"""Four people, one file, one hub: each has what she may have, and a note is nowhere in the open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.journeys.meetings import log_meeting, note_of
from app.records import Appointment, Meeting, MeetingNote, Mentee
from tests.world import Organisation, Phone, World

CANARY = "KANARIEFUGL hun er bange for sin bror سرّ"


@pytest.fixture(scope="module")
def broen() -> Iterator[Organisation]:
    with World() as world:
        organisation = world.organisation()
        mentor = organisation.mentor
        mentor.cut()
        log_meeting(
            mentor.ports,
            row=mentor.ports.new_row(),
            mentee=organisation.cover(mentor),
            held_on=mentor.clock.today(),
            minutes=90,
            place="Biblioteket",
            note=CANARY,
        )
        world.later(hours=3)
        mentor.mend()
        world.sync_all()
        yield organisation


def meetings(phone: Phone) -> list[tuple[int | None, str]]:
    return [(one.minutes, one.place) for one in phone.store.find(Meeting)]


def notes(phone: Phone) -> list[str]:
    return [one.text for one in phone.store.find(MeetingNote)]


def test_a_meeting_logged_off_line_reaches_whoever_may_have_it(broen: Organisation) -> None:
    for phone in (broen.coordinator, broen.worker, broen.mentor):
        assert meetings(phone) == [(90, "Biblioteket")]


def test_the_note_reaches_the_worker_and_not_the_coordinator(broen: Organisation) -> None:
    assert notes(broen.worker) == [CANARY]
    assert notes(broen.mentor) == [CANARY]
    assert notes(broen.coordinator) == []
    (meeting,) = broen.worker.store.find(Meeting)
    found = note_of(broen.worker.ports, meeting)
    assert found is not None
    assert found.text == CANARY


def test_the_mentee_has_neither_the_meeting_nor_the_note(broen: Organisation) -> None:
    assert meetings(broen.mentee) == []
    assert notes(broen.mentee) == []
    assert broen.mentee.store.find(Mentee) == []
    assert broen.mentee.store.find(Appointment) == []


def test_a_note_is_in_no_byte_of_hub_wire_or_disk(broen: Organisation) -> None:
    for canary in (b"KANARIEFUGL", "سرّ".encode(), b"Biblioteket", b"Amina", b"Egeparken"):
        assert canary not in broen.world.hub_disk()
        for phone in broen.world.phones.values():
            assert canary not in phone.wire.bytes_sent()
            assert canary not in phone.wire.bytes_received()
            journals = b"".join(path.read_bytes() for path in phone.folder.rglob("journal.db*"))
            assert journals
            assert canary not in journals


def test_who_has_no_key_of_a_space_is_not_sent_its_rows(broen: Organisation) -> None:
    notes_space = bytes.fromhex(broen.mentor.store.space("notes"))
    for phone in (broen.coordinator, broen.mentee):
        spaces = {version.space for version in phone.store.journal.versions()}
        assert notes_space not in spaces


def test_everything_is_there_again_after_a_restart_off_line(broen: Organisation) -> None:
    phone = broen.worker
    phone.kill()
    phone.cut()
    phone.unlock()
    assert meetings(phone) == [(90, "Biblioteket")]
    assert notes(phone) == [CANARY]
    phone.mend()
