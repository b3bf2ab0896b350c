"""Mentors on the screen: the way of one, and finding one for her."""

from __future__ import annotations

import asyncio

from app.domain.roles import MENTOR
from app.journeys.matching import give_file, propose, wish_of
from app.journeys.meetings import change_meeting
from app.records import Match, Meeting, Mentee, Mentor
from tests.journeys.agreed_on import agreed_with
from tests.journeys.mentors_of_ours import new_mentor
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_somebody_interested_becomes_a_mentor_step_by_step(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-mentors")
        assert screen.sees("No mentors yet.")
        await screen.tap("new")
        await screen.write("name", "Lise")
        await screen.double_tap("keep")
        assert screen.sees("Next: the talk")
        for step in ("talk_on", "courses_on", "undertaking_on"):
            assert not screen.has("ready")
            await screen.tap(f"step-{step}")
        await screen.tap("ready")
        assert screen.sees("Found ready by Karen")
        await screen.tap("languages-so")
        await screen.tap("days-4")
        await screen.tap("room-more")
        await screen.go("/mentors")
        assert screen.sees("room for 2")

    show(org.coordinator, walk)
    (mentor,) = org.coordinator.store.find(Mentor)
    assert (mentor.languages, mentor.days, mentor.capacity) == ("so", "4", 2)


def test_the_first_meeting_of_three_is_planned_with_hour_and_place(org: Organisation) -> None:
    lise = new_mentor(org.worker, languages="so da")
    cover = org.cover(org.worker)
    ports = org.worker.ports
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=lise)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        await screen.tap(f"plan-{match.id}")
        assert screen.sees("The three of you meet")
        await screen.double_tap("keep")
        assert screen.sees("Choose a day and an hour.")
        await screen.tap("day-1")
        await screen.write("place", "Biblioteket")
        await screen.double_tap("keep")
        (planned,) = org.worker.store.find(Meeting, Meeting.place == "Biblioteket")
        assert screen.sees("Tomorrow, Tuesday 10:00 · Biblioteket")
        assert not screen.has(f"plan-{match.id}")
        await screen.tap(f"three-{planned.id}")
        assert screen.sees("Biblioteket")
        change_meeting(ports, shown=planned, state="cancelled")
        await screen.go(f"/cases/{cover.id}/match")
        assert screen.has(f"meets-{match.id}-1")
        assert screen.has(f"plan-{match.id}")
        assert not screen.has(f"three-{planned.id}")

    show(org.worker, walk)


def test_two_quick_taps_are_two_wishes(org: Organisation) -> None:
    cover = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        chips = [screen.keyed(key)[0] for key in ("languages-so", "languages-ar")]
        await asyncio.gather(*(screen.session.dispatch_event(chip._i, "select", True) for chip in chips))
        await screen.settle()

    show(org.worker, walk)
    assert wish_of(org.worker.ports, cover).languages == "ar so"


def test_a_proposal_says_in_words_why_and_both_are_asked(org: Organisation) -> None:
    lise = new_mentor(org.coordinator, languages="so da", days="2 4", parts="evening")
    cover = org.cover(org.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}")
        await screen.tap("to-match")
        assert screen.sees("Nobody fits yet.")
        await screen.tap("languages-so")
        await screen.tap("days-4")
        await screen.tap("parts-evening")
        await screen.tap("interests-cooking")
        assert screen.sees("Speaks Somali · has time Thursday · has time in the evening")
        assert screen.sees("Not alike: other interests")
        await screen.double_tap(f"ask-{lise.id}")
        (match,) = org.coordinator.store.find(Match)
        for _ in range(2):  # the second one is refused in the same words, and its chip is not left as if it were chosen
            chip = screen.keyed(f"she-{match.id}-yes")[0]
            screen.session.apply_patch(chip._i, {"selected": True})  # as Flutter does by itself
            await screen.tap(f"she-{match.id}-yes")
            assert screen.sees("First the three of you meet.")
            assert not getattr(screen.keyed(f"she-{match.id}-yes")[0], "selected", None)
        await screen.tap(f"meets-{match.id}-0")
        await screen.tap(f"she-{match.id}-yes")
        await screen.tap(f"mentor-{match.id}-yes")
        assert screen.sees("Both said yes.")
        await screen.go(f"/mentors/{lise.id}")
        assert screen.sees("Has a mentee")
        await screen.go("/mentors")
        assert screen.sees("Has a mentee")
        assert screen.sees("no room now")

    show(org.coordinator, walk)


def test_a_mentor_sees_the_wish_and_proposes_nobody(org: Organisation) -> None:
    new_mentor(org.coordinator, languages="so")
    org.world.sync_all()
    cover = org.cover(org.mentor)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        await screen.tap("languages-so")
        assert screen.sees("What she wishes")
        assert not screen.sees("Who could it be")

    async def more(screen: Screen) -> None:
        await screen.go("/more")
        assert not screen.has("to-mentors")

    show(org.mentor, walk)
    show(org.mentor, more)


def test_a_mentor_taps_what_she_offers_on_her_own_phone(org: Organisation) -> None:
    async def before(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-my-offer")
        assert screen.sees("Nobody has written you down as a mentor yet.")

    show(org.mentor, before)
    new_mentor(org.worker, "Maja", person=org.mentor.ports.me.person.hex())
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/more/my-offer")
        await screen.tap("languages-ar")
        await screen.tap("days-4")
        await screen.tap("room-more")
        await screen.tap("pause")
        assert screen.sees("My pause is over")
        assert screen.sees("Has a pause · until")

    show(org.mentor, walk)
    (mine,) = org.mentor.store.find(Mentor)
    assert (mine.languages, mine.days, mine.capacity, bool(mine.rests_until)) == ("ar", "4", 2, True)


def test_from_both_said_yes_the_file_is_one_tap_away(org: Organisation) -> None:
    lise = org.world.bring_in(org.coordinator, "Lise", MENTOR)
    org.world.sync_all()
    match = agreed_with(org, lise.ports.me.person.hex())
    cover = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        org.worker.cut()
        await screen.tap(f"give-{match.id}")
        await screen.until(lambda: screen.sees("connection"))
        org.worker.mend()
        await screen.tap(f"give-{match.id}")
        await screen.until(lambda: screen.sees("The mentor has the file."))
        await screen.tap(f"agree-{match.id}")

    show(org.worker, walk)
    lise.sync()
    assert [one.name for one in lise.store.find(Mentee)] == ["Amina"]


def test_before_they_go_their_own_ways_the_screen_says_who_reads_what_no_more(org: Organisation) -> None:
    lise = org.world.bring_in(org.coordinator, "Lise", MENTOR)
    org.world.sync_all()
    match = agreed_with(org, lise.ports.me.person.hex())
    cover = org.cover(org.worker)
    asyncio.run(give_file(org.worker.ports, mentee=cover, shown=match))
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        await screen.tap(f"end-{match.id}")
        assert screen.sees("Lise no longer reads or writes in this file")
        await screen.tap("part-no")
        org.worker.cut()
        await screen.tap(f"end-{match.id}")
        await screen.tap("part-yes")
        await screen.until(lambda: screen.sees("connection"))
        org.worker.mend()
        await screen.tap(f"end-{match.id}")
        await screen.tap("part-yes")
        await screen.until(lambda: not screen.has(f"match-{match.id}"))

    show(org.worker, walk)
    for _ in range(2):
        lise.sync()
    assert lise.store.find(Mentee) == []


def test_a_no_by_a_slip_of_the_thumb_stays_in_sight_and_is_taken_back_until_one_leaves(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    match = propose(ports, row=ports.new_row(), mentee=cover, mentor=new_mentor(org.worker))

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/match")
        await screen.tap(f"mentor-{match.id}-no")
        assert not screen.has(f"plan-{match.id}")
        await screen.tap(f"mentor-{match.id}-no")
        assert screen.has(f"plan-{match.id}")

        await screen.tap(f"she-{match.id}-no")
        await screen.go(f"/cases/{cover.id}")
        await screen.go(f"/cases/{cover.id}/match")
        assert not screen.has(f"match-{match.id}")

    show(org.worker, walk)
    (kept,) = ports.store.find(Match)
    assert (kept.mentor_says, kept.she_says) == ("", "no")
