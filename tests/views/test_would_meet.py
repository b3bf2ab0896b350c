"""The phone goes round at an event: each chooses for herself, the phone stays shut, and only a pair is shown."""

from __future__ import annotations

from app.journeys.would_meet import say_whom
from app.records import Match, WouldMeet
from tests.journeys.mentors_of_ours import new_mentor
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.pin import type_pin
from tests.world import Organisation


def test_from_who_is_here_to_a_pair_that_is_asked(org: Organisation) -> None:
    amina, lise, ole = org.cover(org.worker), new_mentor(org.worker, languages="ar"), new_mentor(org.worker, "Ole")

    async def walk(screen: Screen) -> None:
        await screen.go("/mentors")
        await screen.tap("to-event")
        for one in (amina, lise, ole):
            await screen.tap(f"here-{one.id}")
        await screen.tap("turn")
        assert screen.sees("Who are you?")
        await screen.go("/people")
        assert screen.sees("Who are you?")  # nothing leads anywhere

        await screen.tap(f"me-{amina.id}")
        assert screen.sees("Arabic")
        await screen.tap(f"meet-{lise.id}")
        await screen.tap(f"meet-{ole.id}")
        await screen.tap("done")
        assert screen.sees("Thank you. Give the phone on.")
        assert [one.side for one in org.worker.store.find(WouldMeet)] == ["she", "she"]
        await screen.tap(f"me-{amina.id}")
        await screen.tap("not-me")

        await screen.tap(f"me-{lise.id}")
        await screen.tap(f"meet-{amina.id}")
        await screen.double_tap("done")
        await screen.tap("close")
        await type_pin(screen)
        await screen.until(lambda: not screen.sees("Who are you?"))
        await screen.go("/mentors/event")
        assert screen.sees("Amina and Lise would like to meet.")
        assert not screen.sees("Amina and Ole")
        await screen.tap(f"pair-{amina.id}-{lise.id}")
        assert screen.sees("The three of you meet")

    show(org.worker, walk)
    assert [one.mentor for one in org.worker.store.find(Match)] == [lise.id]


def test_a_yes_of_one_alone_stands_on_no_screen(org: Organisation) -> None:
    amina, lise = org.cover(org.worker), new_mentor(org.worker)
    org.world.sync_all()
    org.worker.cut()
    say_whom(org.worker.ports, side="she", who=amina.id, chosen={lise.id})

    async def walk(screen: Screen) -> None:
        for path in ("/mentors/event", f"/mentors/{lise.id}", f"/cases/{amina.id}/match", f"/mentees/{amina.id}"):
            await screen.go(path)
            assert not screen.sees("would like to meet")
            assert not screen.sees("Both said yes")
        await screen.go("/more/sync")
        assert screen.sees("A private answer")
        assert not screen.sees("Lise")

    show(org.worker, walk)
