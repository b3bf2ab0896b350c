"""Mentors meet, on the screen: planned at the desk, a time taken on the bus, and what Today says of it."""

from __future__ import annotations

from app.domain.roles import MENTOR
from app.records import MentorMeeting, SlotTaken
from tests.journeys.mentors_of_ours import planned, takes
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_the_coordinator_plans_one_and_it_stands_on_today(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more/sparring")
        await screen.tap("to-meetings")
        await screen.tap("new")
        await screen.tap("slots-more")
        await screen.double_tap("keep")
        assert screen.sees("Call it off")
        await screen.go("/")
        assert screen.has("mentor-meeting")

    show(org.coordinator, walk)
    (meeting,) = org.coordinator.store.find(MentorMeeting)
    assert (meeting.starts, meeting.slots) == ("2026-03-09T16:00", 5)


def test_the_next_one_is_a_month_after_the_last_one(org: Organisation) -> None:
    planned(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/mentor-meetings/new")
        await screen.tap("keep")

    show(org.coordinator, walk)
    assert {one.starts for one in org.coordinator.store.find(MentorMeeting)} == {"2026-03-05T16:00", "2026-04-02T16:00"}


def test_a_mentor_takes_a_time_and_gives_it_back(org: Organisation) -> None:
    meeting = planned(org)

    async def walk(screen: Screen) -> None:
        await screen.tap("mentor-meeting")
        assert not screen.has("call-off")
        await screen.double_tap("take-2")
        assert screen.sees("Yours, if nobody was first")

    async def again(screen: Screen) -> None:
        await screen.go(f"/more/mentor-meetings/{meeting.id}")
        assert screen.sees("Yours")
        await screen.tap("back-2")
        assert not screen.sees("Yours")

    show(org.mentor, walk)
    assert len(org.mentor.store.find(SlotTaken)) == 1
    org.mentor.sync()
    show(org.mentor, again)
    assert org.mentor.store.find(SlotTaken) == []


def test_only_who_planned_it_reads_who_took_a_time(org: Organisation) -> None:
    meeting = planned(org)
    takes(org.mentor, meeting, 1)
    org.world.sync_all()

    async def planner(screen: Screen) -> None:
        await screen.go(f"/more/mentor-meetings/{meeting.id}")
        assert screen.sees("Maja")

    async def colleague(screen: Screen) -> None:
        await screen.go(f"/more/mentor-meetings/{meeting.id}")
        assert screen.sees("Taken")
        assert not screen.sees("Maja")

    show(org.coordinator, planner)
    show(org.worker, colleague)


def test_who_came_second_is_told_on_today_and_chooses_again(org: Organisation) -> None:
    lise = org.world.bring_in(org.worker, "Lise", MENTOR)
    meeting = planned(org)
    for phone in (lise, org.mentor):
        phone.cut()
        takes(phone, meeting, 1)
        org.world.later(minutes=1)
    for phone in (org.mentor, lise):
        phone.mend()
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.tap("slot-lost")
        assert screen.sees("Somebody else was first. Choose another time.")
        await screen.tap("take-2")
        assert not screen.sees("Somebody else was first.")
        await screen.go("/")
        assert not screen.has("slot-lost")

    show(org.mentor, walk)
