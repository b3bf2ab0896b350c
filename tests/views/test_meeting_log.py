"""The log of a meeting: four taps on a bus, all else under *More*, and nothing that was typed is lost."""

from __future__ import annotations

from datetime import date, timedelta

import flet as ft

from app.journeys.meetings import change_meeting, plan_meeting
from app.records import Meeting, MeetingNote, Step
from tests.leaving import person
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def planned_yesterday(org: Organisation) -> Meeting:
    ports = org.mentor.ports
    starts = f"{(ports.today() - timedelta(days=1)).isoformat()}T16:30"
    return plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=starts, place="Café")


def told(org: Organisation, row: str) -> Meeting:
    meeting = org.mentor.store.get(Meeting, row)
    assert meeting is not None
    return meeting


def test_a_meeting_is_told_in_four_taps_from_today_with_the_next_one_planned(org: Organisation) -> None:
    planned = planned_yesterday(org)

    async def walk(screen: Screen) -> None:
        await screen.tap(f"meeting-{planned.id}")
        await screen.tap("state-held")
        await screen.tap("next-0")
        await screen.tap("keep")
        assert screen.page.route == "/"
        assert screen.taps <= 4

    show(org.mentor, walk)
    kept = told(org, planned.id)
    assert (kept.state, kept.minutes, kept.place) == ("held", 55, "Café")  # as long as the last time
    ahead = [each.starts for each in org.mentor.store.find(Meeting) if each.state == "planned"]
    week = (org.mentor.ports.today() + timedelta(days=6)).isoformat()
    assert f"{week}T16:30" in ahead  # the same weekday and hour
    assert org.mentor.store.find(MeetingNote, MeetingNote.meeting == planned.id) == []


def test_the_log_of_somebody_with_a_plan_tells_that_plan_and_makes_no_second_meeting(org: Organisation) -> None:
    planned = planned_yesterday(org)
    before = org.mentor.store.count(Meeting)

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings/log")
        await screen.tap("keep")

    show(org.mentor, walk)
    assert org.mentor.store.count(Meeting) == before
    assert told(org, planned.id).state == "held"


def test_the_next_one_that_is_planned_already_is_said_and_not_planned_twice(org: Organisation) -> None:
    planned = planned_yesterday(org)
    ports = org.mentor.ports
    week = f"{(ports.today() + timedelta(days=6)).isoformat()}T16:30"
    (tomorrow,) = [each for each in org.mentor.store.find(Meeting) if each.place == "Caféen"]
    change_meeting(ports, shown=tomorrow, starts=week)
    before = org.mentor.store.count(Meeting)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}/log")
        assert screen.sees("Planned already: Sunday 16:30")
        await screen.tap("next-0")
        await screen.tap("keep")

    show(org.mentor, walk)
    assert org.mentor.store.count(Meeting) == before


def test_more_is_chosen_and_a_small_step_goes_to_her_plan(org: Organisation) -> None:
    planned = planned_yesterday(org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}/log")
        await screen.tap("wider")
        for key in ("topic-letters", "topic-work", "topic-work", "topic-danish", "place-kind-library", "spoken-both"):
            await screen.tap(key)
        for key in ("arranging-more", "arranging-more", "transport-more", "by-she"):
            await screen.tap(key)
        await screen.write("step", "Call the school")
        await screen.tap("keep")
        await screen.go(f"/meetings/{planned.id}")
        assert screen.sees("Danish and Letters")
        assert screen.sees("Both languages")
        assert screen.sees("Arranging it: 10 min · On the way: 5 min")

    show(org.mentor, walk)
    org.world.sync_all()
    kept = told(org, planned.id)
    assert (kept.topics, kept.place_kind, kept.arranging, kept.transport) == ("danish,letters", "library", 10, 5)
    (step,) = org.mentee.store.find(Step)
    assert (step.text, step.by) == ("Call the school", "she")
    assert org.mentee.store.find(Meeting) == []


def test_what_did_not_happen_is_kept_with_how_it_came_and_no_fault(org: Organisation) -> None:
    planned = planned_yesterday(org)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{planned.id}/log")
        await screen.tap("state-cancelled")
        assert screen.sees("She sees no fault in it.")
        await screen.tap("notice-after")
        await screen.tap("wider")
        await screen.tap("transport-more")
        await screen.tap("keep")
        await screen.go(f"/meetings/{planned.id}")
        assert screen.sees("Did not come, called herself")

    show(org.mentor, walk)
    kept = told(org, planned.id)
    assert (kept.state, kept.notice, kept.transport, kept.minutes) == ("cancelled", "after", 5, None)


def test_what_nobody_planned_and_did_not_happen_is_told_in_four_taps_with_how_it_came(org: Organisation) -> None:
    path, before = f"/meetings/log/{org.cover(org.mentor).id}", org.mentor.store.count(Meeting)

    async def walk(screen: Screen) -> None:
        await screen.go(path)
        assert not screen.has("state-moved")
        taps = screen.taps
        for key in ("state-cancelled", "notice-after", "held-1"):
            await screen.tap(key)
        assert screen.taps - taps <= 3
        await screen.double_tap("keep")

    show(org.mentor, walk)
    assert org.mentor.store.count(Meeting) == before + 1
    org.world.sync_all()
    (kept,) = [one for one in org.worker.store.find(Meeting) if one.state == "cancelled"]
    yesterday = org.mentor.ports.today() - timedelta(days=1)
    assert (kept.notice, kept.held_on, kept.minutes) == ("after", yesterday, None)
    assert kept.mentor == person(org.mentor).hex()


async def keep_a_cpr_number(screen: Screen, planned: Meeting) -> None:
    await screen.go(f"/meetings/{planned.id}/log")
    await screen.tap("wider")
    await screen.write("note", "she brought 010180-1234 and smiled")
    await screen.tap("keep")


def test_a_cpr_number_is_refused_in_words_and_what_was_typed_is_still_there(org: Organisation) -> None:
    planned = planned_yesterday(org)

    async def walk(screen: Screen) -> None:
        await keep_a_cpr_number(screen, planned)
        assert screen.sees("There is a CPR number in the text.")
        assert screen.page.route == f"/meetings/{planned.id}/log"
        assert screen.keyed("note")[0].value == "she brought 010180-1234 and smiled"  # type: ignore[attr-defined]

        await screen.write("note", "she smiled")
        await screen.tap("keep")
        assert screen.page.route != f"/meetings/{planned.id}/log"

    show(org.mentor, walk)
    assert "she smiled" in {note.text for note in org.mentor.store.find(MeetingNote)}
    assert told(org, planned.id).state == "held"


def test_why_something_was_not_kept_stands_beside_keep_however_far_down_she_has_scrolled(org: Organisation) -> None:
    planned = planned_yesterday(org)

    async def walk(screen: Screen) -> None:
        await keep_a_cpr_number(screen, planned)
        scrolled = [one for one in screen.walk() if isinstance(one, ft.Column) and one.scroll]
        assert screen.has("problem")
        assert not [one for column in scrolled for one in screen.walk(column) if one.key == "problem"]

    show(org.mentor, walk)


def test_a_meeting_that_lies_ahead_is_moved_a_week_on_from_its_own_day(org: Organisation) -> None:
    ports = org.mentor.ports
    day = ports.today() + timedelta(days=7)
    ahead = plan_meeting(
        ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts=f"{day.isoformat()}T16:30", place="Café"
    )

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{ahead.id}/log")
        await screen.tap("state-moved")
        await screen.tap("keep")
        assert screen.has("problem")  # no day yet
        await screen.tap("state-cancelled")
        assert not screen.has("problem")
        await screen.tap("state-moved")
        await screen.tap("moved-1")
        await screen.tap("keep")

    show(org.mentor, walk)
    assert told(org, ahead.id).starts == f"{(day + timedelta(days=7)).isoformat()}T16:30"


def test_a_meeting_of_last_year_says_its_year_and_the_next_one_lies_ahead(org: Organisation) -> None:
    ports = org.mentor.ports
    plan = plan_meeting(
        ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts="2025-12-18T15:00", place="Café"
    )

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{plan.id}")
        assert screen.sees("2025")
        await screen.tap("tell")
        await screen.tap("next-0")
        await screen.tap("keep")
        await screen.go(f"/meetings/{plan.id}")
        assert screen.sees("18 Dec 2025")

    show(org.mentor, walk)
    assert str(told(org, plan.id).held_on) == "2025-12-18"
    ahead = [each.starts for each in org.mentor.store.find(Meeting) if each.state == "planned"]
    assert "2026-03-05T15:00" in ahead  # the next Thursday after Monday 2 March 2026


def test_across_the_night_of_summer_time_an_hour_stays_the_hour_on_the_wall(org: Organisation) -> None:
    world = org.world
    world.later(days=(date(2026, 3, 28) - date(2026, 3, 2)).days, hours=14)  # the Saturday, 23:00 UTC
    ports = org.mentor.ports
    plan = plan_meeting(ports, row=ports.new_row(), mentee=org.cover(org.mentor), starts="2026-03-29T02:30")

    async def walk(screen: Screen) -> None:
        assert screen.sees("Tomorrow, Sunday 02:30")
        world.later(hours=10)
        await screen.go(f"/meetings/{plan.id}/log")
        await screen.tap("next-0")
        await screen.tap("keep")

    show(org.mentor, walk)
    ahead = [each.starts for each in org.mentor.store.find(Meeting) if each.state == "planned"]
    assert "2026-04-05T02:30" in ahead
    assert str(told(org, plan.id).held_on) == "2026-03-29"


def test_a_worker_says_for_which_mentor_she_tells_and_a_mentor_is_not_asked(org: Organisation) -> None:
    maja, sofie = (person(phone).hex() for phone in (org.mentor, org.worker))
    path = f"/meetings/log/{org.cover(org.worker).id}"

    async def theirs(screen: Screen) -> None:
        for mentor in (sofie, maja):
            await screen.go(path)
            await screen.tap(f"mentor-{mentor}")
            await screen.tap("keep")
            assert not screen.sees("Who met her")

    async def mine(screen: Screen) -> None:
        await screen.go(path)
        assert not screen.sees("Who met her")
        await screen.tap("keep")

    show(org.worker, theirs)
    show(org.mentor, mine)
    today = {phone: phone.ports.today() for phone in (org.worker, org.mentor)}
    told = [one.mentor for phone, day in today.items() for one in phone.store.find(Meeting) if one.held_on == day]
    assert sorted(told) == sorted([sofie, maja, maja])
