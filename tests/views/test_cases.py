"""The desk on the screen: the case load, looking it through, tasks."""

from __future__ import annotations

from datetime import timedelta

from app.journeys.caseload import look_through
from app.journeys.ending import come_back, end, plan_ending
from app.journeys.handover import set_contact
from app.journeys.my_tasks import my_tasks
from app.journeys.tracks import begin_track, step_back
from app.records import Look, Meeting, Mentee, Task, Track
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_looking_through_three_questions_make_tasks_that_stand_on_today(org: Organisation) -> None:
    mentor = org.mentor.ports.me.person.hex()

    async def look(screen: Screen) -> None:
        await screen.go("/more")
        await screen.tap("to-cases")
        assert screen.sees("Amina")
        assert screen.sees("7 days")
        await screen.tap("sweep")
        assert screen.sees("1 of 1")
        await screen.tap("met-yes")
        await screen.tap("knows-no")
        assert screen.sees("Tell her what comes next")
        await screen.tap(f"person-{mentor}")
        await screen.tap("due-0")
        await screen.double_tap("keep")
        assert screen.sees("You have been through all files.")

    async def read(screen: Screen) -> None:
        org.world.later(days=1)
        await screen.go("/meetings")
        await screen.go("/")
        assert screen.sees("To do")
        assert screen.sees("Tell her what comes next")
        (task,) = org.mentor.store.find(Task)
        await screen.tap(f"tick-{task.id}")
        assert not screen.sees("To do")

    show(org.coordinator, look)
    (seen,) = org.coordinator.store.find(Look)
    assert (seen.met, seen.knows, seen.waits) == ("yes", "no", "")
    org.world.sync_all()
    show(org.mentor, read)
    assert my_tasks(org.mentor.ports) == []


def test_an_answer_proposes_and_one_tap_takes_the_proposal_away(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/cases/sweep")
        await screen.tap("waits-hers")
        (proposal,) = screen.keyed("decide-call")
        screen.session.apply_patch(proposal._i, {"value": False})
        await screen.fire(proposal, "change", False)
        await screen.tap("keep")

    show(org.coordinator, walk)
    assert [look.waits for look in org.coordinator.store.find(Look)] == ["hers"]
    assert org.coordinator.store.find(Task) == []


def test_for_whom_she_waits_stands_on_her_line_whatever_is_planned(org: Organisation) -> None:
    cover, ports = org.cover(org.coordinator), org.coordinator.ports
    assert any(one.state == "planned" for one in org.coordinator.store.find(Meeting))

    async def walk(screen: Screen) -> None:
        await screen.go("/cases")
        assert screen.sees("Both wait for others")
        org.world.later(days=1)
        await screen.go("/cases/sweep")
        await screen.tap("waits-nobody")
        await screen.tap("keep")
        await screen.go("/cases")
        assert not screen.sees("Both wait for others")

    look_through(ports, row=ports.new_row(), mentee=cover, waits="others")
    show(org.coordinator, walk)


def test_not_now_leaves_a_file_for_another_day_and_keeps_nothing(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/cases/sweep")
        await screen.tap("pass")
        assert screen.sees("You have been through all files.")
        await screen.tap("to-files")
        assert screen.has("sweep")

    show(org.worker, walk)
    assert org.worker.store.find(Look) == []


def test_a_task_is_three_taps_from_a_file_and_done_with_one(org: Organisation) -> None:
    cover = org.cover(org.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}")
        assert screen.sees("Nobody has a task here.")
        await screen.tap("new-task")
        await screen.tap("kind-call")
        await screen.double_tap("keep")
        assert screen.page.route == f"/cases/{cover.id}"
        assert screen.sees("Call her")
        (task,) = org.coordinator.store.find(Task)
        await screen.go("/cases/tasks")
        await screen.tap(f"tick-{task.id}")
        assert screen.sees("Just done")
        await screen.tap(f"tick-{task.id}")
        assert not screen.sees("Just done")

    show(org.coordinator, walk)
    (task,) = org.coordinator.store.find(Task)
    assert task.done_on is None


def test_a_file_that_stands_still_is_one_line_on_today_for_who_leads_and_not_for_a_mentor(org: Organisation) -> None:
    for phone in (org.coordinator, org.mentor):
        for meeting in phone.store.find(Meeting):
            if meeting.state == "planned":
                with org.mentor.store.write() as tx:
                    tx.change(meeting, state="cancelled")
    org.world.later(days=20)
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.tap("still")
        assert screen.page.route == "/cases/still"
        assert screen.sees("Amina")
        await screen.tap("which-all")
        assert screen.sees("All 1")

    async def not_told(screen: Screen) -> None:
        assert not screen.has("still")

    show(org.coordinator, walk)
    show(org.mentor, not_told)


def test_a_long_case_load_shows_a_screenful_first(org: Organisation) -> None:
    cover = org.cover(org.worker)
    with org.worker.store.write() as tx:
        for number in range(30):
            tx.add(Mentee(id=f"{number:032x}", space=cover.space, name=f"Kvinde {number}"))

    async def walk(screen: Screen) -> None:
        await screen.go("/cases")
        shown = [key for number in range(30) if screen.has(key := f"file-{number:032x}")]
        assert len(shown) == 12
        await screen.tap("more-rows")
        assert all(screen.has(f"file-{number:032x}") for number in range(30))

    show(org.worker, walk)


def test_without_files_the_desk_says_what_comes_first(org: Organisation) -> None:
    new = org.world.bring_in(org.coordinator, "Musa", "mentor")

    async def walk(screen: Screen) -> None:
        await screen.go("/cases")
        assert screen.sees("You have no files yet.")
        await screen.go("/cases/sweep")
        assert screen.sees("You have no files yet.")
        await screen.go("/cases/tasks")
        assert screen.sees("No tasks wait for you.")
        await screen.go(f"/cases/{'0' * 32}")
        assert screen.sees("This file is no longer here.")

    show(new, walk)


def test_all_tracks_that_rest_are_said_and_one_that_goes_on_is_enough(org: Organisation) -> None:
    cover = org.cover(org.worker)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}")
        await screen.tap("to-tracks")
        await screen.tap("begin-danish")
        (track,) = org.worker.store.find(Track)
        await screen.tap(f"back-{track.id}")
        await screen.tap("rest")
        assert screen.sees("Choose why it rests for now.")
        await screen.tap("why-rest")
        await screen.tap("rest")
        assert screen.sees("All tracks rest.")
        await screen.go(f"/cases/{cover.id}")
        assert screen.sees("All tracks rest.")
        await screen.go(f"/cases/{cover.id}/tracks")
        await screen.tap(f"on-{track.id}")
        assert not screen.sees("All tracks rest.")

    show(org.worker, walk)


def test_that_all_tracks_rest_stands_on_the_today_of_her_contact_person_until_one_goes_on(org: Organisation) -> None:
    cover, worker = org.cover(org.worker), org.worker.ports
    set_contact(worker, shown=cover, contact_person=worker.me.person.hex(), deputy="")
    danish, work = (begin_track(worker, row=worker.new_row(), mentee=cover, kind=kind) for kind in ("danish", "work"))
    until = worker.today() + timedelta(days=20)
    step_back(worker, shown=danish, why="rest", look_again_on=until)
    org.world.sync_all()

    async def quiet(screen: Screen) -> None:
        assert not screen.has(f"at-rest-{cover.id}")

    async def said(screen: Screen) -> None:
        assert screen.sees("All tracks rest")
        await screen.tap(f"at-rest-{cover.id}")
        await screen.tap(f"on-{work.id}")
        await screen.go("/")
        assert not screen.sees("All tracks rest")

    async def once(screen: Screen) -> None:
        assert screen.has(f"again-{cover.id}")
        assert not screen.has(f"at-rest-{cover.id}")

    show(org.worker, quiet)
    step_back(worker, shown=work, why="rest", look_again_on=until)
    org.world.sync_all()
    for other in (org.coordinator, org.mentor):
        show(other, quiet)
    show(org.worker, said)
    step_back(worker, shown=worker.store.find(Track, Track.id == work.id)[0], why="rest", look_again_on=until)
    org.world.later(days=20)
    show(org.worker, once)


def test_a_file_ends_by_the_word_of_an_authority_and_she_comes_back(org: Organisation) -> None:
    cover = org.cover(org.coordinator)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/cases/{cover.id}/ending")
        await screen.tap("keep")
        assert screen.sees("Choose whose word it was.")
        await screen.tap("by-municipality")
        await screen.tap("reason-stopped_early")
        await screen.tap("keep")
        await screen.go("/cases")
        await screen.tap("which-ended")
        assert screen.sees("After-care until")
        await screen.go(f"/cases/{cover.id}/ending")
        assert screen.sees("It counts as no drop-out of hers.")
        await screen.tap("back-again")
        assert screen.page.route == f"/cases/{cover.id}"
        assert screen.sees("No day planned")

    show(org.coordinator, walk)


def test_a_day_to_look_again_and_an_end_that_comes_near_stand_on_today_unless_prompts_rest(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    today = ports.today()
    work = begin_track(ports, row=ports.new_row(), mentee=cover, kind="work")
    step_back(ports, shown=work, why="rest", look_again_on=today + timedelta(days=1))
    plan_ending(ports, row=ports.new_row(), mentee=cover, planned_on=today + timedelta(days=15))

    async def not_yet(screen: Screen) -> None:
        assert not screen.has(f"again-{cover.id}")
        assert not screen.has(f"near-{cover.id}")

    async def now(screen: Screen) -> None:
        assert screen.sees("Look again: Amina")
        await screen.tap(f"near-{cover.id}")
        assert screen.page.route == f"/cases/{cover.id}/ending"

    show(org.worker, not_yet)
    org.world.later(days=1)
    show(org.worker, now)
    with org.worker.store.write() as tx:
        tx.change(cover, quiet_until=today + timedelta(days=9))
    show(org.worker, not_yet)


def test_a_track_that_rests_in_a_file_that_has_ended_prompts_nobody_until_she_is_back(org: Organisation) -> None:
    ports, cover = org.worker.ports, org.cover(org.worker)
    today, why = ports.today(), {"ended_by": "she", "reason": "moved"}
    work = begin_track(ports, row=ports.new_row(), mentee=cover, kind="work")
    step_back(ports, shown=work, why="rest", look_again_on=today + timedelta(days=1))
    org.world.later(days=1)
    there = end(ports, row=ports.new_row(), mentee=cover, ended_on=today, care_until=None, **why)

    async def ended(screen: Screen) -> None:
        assert not screen.has(f"again-{cover.id}")
        come_back(ports, shown=there)
        await screen.go("/more")
        await screen.go("/")
        assert screen.has(f"again-{cover.id}")

    show(org.worker, ended)


def test_after_an_end_today_says_whom_to_ask_after_and_one_tap_says_it_is_done(org: Organisation) -> None:
    ports, her = org.worker.ports, org.cover(org.worker)
    today = ports.today()
    end(
        ports, row=ports.new_row(), mentee=her, ended_on=today, ended_by="she", reason="reached",
        care_until=today + timedelta(days=90),
    )  # fmt: skip
    org.world.later(days=30)

    async def walk(screen: Screen) -> None:
        await screen.tap(f"care-{her.id}")
        await screen.double_tap("asked")
        assert screen.page.route == f"/cases/{her.id}"
        await screen.go("/")
        assert not screen.has(f"care-{her.id}")

    show(org.worker, walk)
    assert [task.kind for task in org.worker.store.find(Task)] == ["call"]
