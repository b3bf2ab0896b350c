"""Meetings on the screen: planned, told, read by those who may."""

from __future__ import annotations

from datetime import timedelta

import flet as ft
import pytest

from app.journeys.first_meeting import plan_as_three
from app.journeys.matching import propose
from app.journeys.meetings import change_note, log_meeting, plan_meeting
from app.records import Appointment, Meeting, MeetingNote
from tests.journeys.mentors_of_ours import new_mentor
from tests.screen import Screen
from tests.views.already_held import held
from tests.views.conftest import show
from tests.world import Organisation


def test_a_meeting_is_planned_and_stands_on_today_and_in_her_letter(org: Organisation) -> None:
    async def plan(screen: Screen) -> None:
        await screen.go("/meetings")
        await screen.tap("plan")
        await screen.tap("day-0")
        await screen.write("place", "Biblioteket")
        await screen.tap("keep")

        await screen.go("/")
        assert screen.sees("Biblioteket")

    async def read(screen: Screen) -> None:
        assert screen.sees("Maja")
        assert screen.sees("Biblioteket")

    show(org.mentor, plan)
    org.world.sync_all()
    show(org.mentee, read, language="ar")
    assert len(org.mentee.store.find(Appointment)) == 2


def test_a_planned_meeting_is_told_with_minutes_and_a_note(org: Organisation) -> None:
    (planned,) = [each for each in org.mentor.store.find(Meeting) if each.state == "planned"]

    async def walk(screen: Screen) -> None:
        await screen.tap(f"meeting-{planned.id}")
        await screen.tap("tell")
        assert screen.sees("55 min")
        await screen.tap("minutes-less")
        await screen.tap("wider")
        await screen.write("note", "she laughed")
        await screen.write("thought", "the bus was the hard part")
        assert screen.sees("Only her mentor and her worker can read this note.")
        await screen.double_tap("keep")

        assert screen.page.route == "/"
        await screen.go(f"/meetings/{planned.id}")
        assert screen.sees("she laughed")
        assert screen.sees("the bus was the hard part")
        assert screen.sees("50 min")

    show(org.mentor, walk)
    told = org.mentor.store.get(Meeting, planned.id)
    assert told is not None
    assert (told.state, told.minutes) == ("held", 50)
    assert [note.text for note in org.mentor.store.find(MeetingNote)].count("she laughed") == 1


def test_a_planned_meeting_can_be_called_off_without_blame(org: Organisation) -> None:
    (planned,) = [each for each in org.mentor.store.find(Meeting) if each.state == "planned"]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}/log")
        await screen.tap("state-cancelled")
        await screen.tap("keep")

    show(org.mentor, walk)
    told = org.mentor.store.get(Meeting, planned.id)
    assert told is not None
    assert told.state == "cancelled"


def test_the_coordinator_reads_the_facts_and_no_note(org: Organisation) -> None:
    (held,) = [each for each in org.coordinator.store.find(Meeting) if each.state == "held"]

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings")
        await screen.tap(f"meeting-{held.id}")

        assert screen.sees("55 min")
        assert not screen.sees("took the bus")
        assert screen.sees("for her mentor and her worker alone")

    show(org.coordinator, walk)


def test_a_plan_without_a_day_is_refused_in_words(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/meetings/plan")
        await screen.tap("keep")

        assert screen.sees("Vælg dag og klokkeslæt.")

    show(org.mentor, walk, language="da")


def test_a_note_is_changed_from_its_meeting(org: Organisation) -> None:
    meeting = held(org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        await screen.tap("note")
        await screen.write("note", "took the bus alone")
        await screen.tap("keep")

        assert screen.page.route == f"/meetings/{meeting.id}"
        assert screen.sees("took the bus alone")

    show(org.mentor, walk)
    (note,) = org.mentor.store.find(MeetingNote)
    assert note.text == "took the bus alone"


def test_a_note_can_be_written_later(org: Organisation) -> None:
    cover = org.cover(org.mentor)
    row = org.mentor.ports.new_row()
    log_meeting(org.mentor.ports, row=row, mentee=cover, held_on=org.mentor.ports.today(), minutes=30)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{row}")
        await screen.tap("note")
        await screen.write("note", "she was tired")
        await screen.double_tap("keep")
        assert screen.sees("she was tired")

    show(org.mentor, walk)
    assert [each.text for each in org.mentor.store.find(MeetingNote) if each.meeting == row] == ["she was tired"]


def test_two_notes_to_one_meeting_stand_side_by_side_until_one_is_kept(org: Organisation) -> None:
    meeting = held(org)
    org.world.sync_all()
    for phone, text in ((org.mentor, "she spoke to the driver"), (org.worker, "she came home late")):
        (shown,) = phone.store.find(MeetingNote)
        change_note(phone.ports, shown=shown, saw=phone.store.seen(shown), text=text)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        assert screen.sees("she spoke to the driver")
        assert screen.sees("she came home late")

        await screen.tap("settle-0")
        assert not screen.has("settle-0")

    show(org.mentor, walk)
    org.world.sync_all()
    texts = {phone.store.find(MeetingNote)[0].text for phone in (org.mentor, org.worker)}
    assert len(texts) == 1
    assert texts <= {"she spoke to the driver", "she came home late"}


@pytest.mark.parametrize("path", ["/", "/meetings"])
def test_a_list_that_stands_open_while_the_hour_passes_asks_how_it_went(org: Organisation, path: str) -> None:
    ports = org.mentor.ports
    starts = f"{ports.today()}T10:00"  # it is nine
    row = plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=starts, place="Biblioteket").id

    async def walk(screen: Screen) -> None:
        await screen.go(path)
        await screen.until(lambda: screen.app.syncing.last_ms > 0 and not screen.app.syncing.running)
        assert not screen.sees("How did it go?")

        org.world.later(hours=2)
        screen.app.syncing.soon(ports)
        await screen.until(lambda: screen.sees("How did it go?"), anew=True)
        await screen.tap(f"meeting-{row}")

    show(org.mentor, walk)


def test_the_list_of_meetings_names_with_whom_unless_it_is_this_person_alone(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    lise = new_mentor(org.worker, languages="so")
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)
    starts = f"{ports.today() + timedelta(days=3)}T10:30"
    three = plan_as_three(ports, shown=match, mentee=cover, starts=starts)
    org.world.sync_all()

    def lines(screen: Screen, meeting: str) -> str:
        (line,) = screen.keyed(f"meeting-{meeting}")
        return " ".join(each.value for each in screen.walk(line) if isinstance(each, ft.Text))

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings")
        (alone,) = [one.meeting for one in org.mentor.store.find(Appointment) if one.with_whom == "Maja"]
        assert lise.name in lines(screen, three.id)
        assert "Maja" not in lines(screen, alone)

    show(org.mentor, walk)
