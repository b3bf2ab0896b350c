"""The conversation on the screen: it opens with what went well, and Today says it again."""

from __future__ import annotations

from app.journeys.meetings import last_held
from app.records import Conversation, Errand, Meeting
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_what_succeeded_opens_the_next_log_and_stands_on_today(org: Organisation) -> None:
    meeting = last_held(org.mentor.ports, org.cover(org.mentor).id)
    assert meeting

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        await screen.tap("conversation")
        await screen.write("succeeded", "took the bus alone")
        await screen.write("hope", "a job")
        await screen.double_tap("keep")
        assert screen.sees("a job")

        await screen.go("/")
        assert screen.sees("last time: “took the bus alone”")
        await screen.go("/meetings/log")
        assert screen.sees("“took the bus alone”")
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        assert screen.sees("“took the bus alone”")

    show(org.mentor, walk)
    (kept,) = org.mentor.store.find(Conversation)
    assert (kept.succeeded, kept.hope, kept.harder) == ("took the bus alone", "a job", "")
    org.world.sync_all()

    async def coordinator(screen: Screen) -> None:
        assert not screen.sees("took the bus alone")
        await screen.go(f"/meetings/{meeting.id}")
        assert not screen.sees("The conversation")
        assert not screen.sees("took the bus alone")

    show(org.coordinator, coordinator)


def test_going_along_is_said_once_and_changed_afterwards(org: Organisation) -> None:
    (planned,) = [each for each in org.mentor.store.find(Meeting) if each.state == "planned"]

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}")
        await screen.tap("errand")
        await screen.tap("office-doctor")
        await screen.write("bring", "the yellow card")
        await screen.tap("keep")
        assert screen.sees("Going along: Doctor")
        assert screen.sees("the yellow card")
        await screen.tap("errand")
        await screen.write("agreed", "again in May")
        await screen.tap("keep")
        assert screen.sees("again in May")

    show(org.mentor, walk)
    (kept,) = org.mentor.store.find(Errand)
    assert (kept.office, kept.bring, kept.agreed) == ("doctor", "the yellow card", "again in May")
