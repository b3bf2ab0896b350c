"""Meetings on the screen: planned, told, read by those who may."""

from __future__ import annotations

from app.records import Appointment, Meeting, MeetingNote
from tests.screen import Screen
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
        await screen.tap("minutes-less")
        await screen.tap("wider")
        await screen.write("note", "she laughed")
        assert screen.sees("Only her mentor and her worker can read this note.")
        await screen.double_tap("keep")

        assert screen.page.route == "/"
        await screen.go(f"/meetings/{planned.id}")
        assert screen.sees("she laughed")
        assert screen.sees("55 min")

    show(org.mentor, walk)
    told = org.mentor.store.get(Meeting, planned.id)
    assert told is not None
    assert (told.state, told.minutes) == ("held", 55)
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
