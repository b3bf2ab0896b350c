"""What is written about her: released in words meant for her, withdrawn, and never more than that."""

from __future__ import annotations

import pytest

from app.journeys.meetings import log_meeting, plan_meeting
from app.journeys.release import may_release, release, released_from, withdraw
from app.ports import Refusal
from app.records import Meeting, MeetingNote, Released
from app.storage.errors import NotYours
from tests.world import Organisation

CANARY = "kanariefuglen synger om natten"


@pytest.fixture
def held(org: Organisation) -> Meeting:
    mentor = org.mentor
    meeting = log_meeting(
        mentor.ports,
        row=mentor.ports.new_row(),
        mentee=org.cover(mentor),
        held_on=mentor.ports.today(),
        topics=CANARY,
        note=CANARY,
    )
    org.world.sync_all()
    return meeting


def test_she_reads_what_was_released_with_who_and_when_and_nothing_else(org: Organisation, held: Meeting) -> None:
    row = org.mentor.ports.new_row()
    for _ in range(2):  # a double tap
        release(org.mentor.ports, row=row, meeting=held, text=" You took the bus alone. ")
    org.world.sync_all()
    (shown,) = org.mentee.store.find(Released)
    assert (shown.text, shown.day, shown.row) == ("You took the bus alone.", held.held_on, held.id)
    line = org.mentee.store.byline(shown, "text")
    assert line
    assert (line.who, line.mine) == ("Maja", False)
    assert org.mentee.store.find(Meeting) == []
    assert org.mentee.store.find(MeetingNote) == []
    assert CANARY.encode() not in org.mentee.disk() + org.mentee.wire.bytes_received()


def test_withdrawn_it_is_in_her_letter_no_more(org: Organisation, held: Meeting) -> None:
    release(org.mentor.ports, row=org.mentor.ports.new_row(), meeting=held, text="You took the bus alone.")
    org.world.sync_all()
    (shown,) = released_from(org.worker.ports, held)
    withdraw(org.worker.ports, shown=shown, saw=org.worker.store.seen(shown))
    org.world.sync_all()
    for phone in (org.mentor, org.worker, org.mentee):
        assert phone.store.find(Released) == []


def test_only_who_walks_with_her_releases_and_only_of_a_meeting_that_was(org: Organisation, held: Meeting) -> None:
    plan = plan_meeting(
        org.mentor.ports, row=org.mentor.ports.new_row(), mentee=org.cover(org.mentor), starts="2026-03-09T16:00"
    )
    assert may_release(org.mentor.ports, held)
    assert may_release(org.worker.ports, held)
    assert not may_release(org.coordinator.ports, held)
    assert not may_release(org.mentor.ports, plan)
    with pytest.raises(NotYours):
        release(org.coordinator.ports, row=org.coordinator.ports.new_row(), meeting=held, text="x")


def test_nothing_is_released_without_words(org: Organisation, held: Meeting) -> None:
    with pytest.raises(Refusal):
        release(org.mentor.ports, row=org.mentor.ports.new_row(), meeting=held, text="  ")
    assert org.mentor.store.find(Released) == []
