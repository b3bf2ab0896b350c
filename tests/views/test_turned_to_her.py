"""The phone of who walks with her, turned to her: her plan in her language, and nothing else without the lock."""

from __future__ import annotations

from app.i18n import Words
from app.journeys.open_file import open_file
from app.journeys.plan import choose_goal, unheard
from app.journeys.steps import add_step
from app.records import Goal, Mentee, StepAnswer
from app.views.session import OPEN, TOGETHER
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.test_letter import plan
from tests.views.test_release import enter
from tests.world import PIN, Organisation, run

ARABIC = Words("ar")


def rightwards(screen: Screen) -> bool:
    """Does the page read from left to right?"""
    return not screen.page.rtl


def test_she_reads_and_answers_her_plan_on_her_mentors_phone_and_only_his_lock_leads_out(org: Organisation) -> None:
    first, second = plan(org, "walk", "shop")
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}")
        await screen.tap("turn-to-her")
        assert screen.app.phase == TOGETHER
        assert not rightwards(screen)
        assert screen.sees(ARABIC("My plan"))
        for path in ("/people", "/meetings", f"/mentees/{her}", "/more"):  # the address, the system's back
            await screen.go(path)
            assert not any(screen.has(key) for key in ("bar", "badge", "back", "globe"))
            assert not screen.sees("took the bus")
            assert screen.has("next-step")
        await screen.tap("says-done")
        assert screen.has(f"step-{first.id}")
        await screen.tap(f"step-{first.id}")
        await screen.tap(f"step-{second.id}")
        await screen.tap("says-talk")
        await screen.tap("to-wants")
        await screen.tap("want-friends")
        await screen.tap("wanted")

        await screen.tap("close")
        assert rightwards(screen)
        await enter(screen, "111111")
        assert screen.app.phase == TOGETHER
        await screen.tap("read-on")
        assert screen.sees(ARABIC("My plan"))
        org.world.later(minutes=1)
        await screen.tap("close")
        await enter(screen, PIN)
        await screen.until(lambda: screen.app.phase == OPEN)
        await screen.settle()
        assert screen.has("turn-to-her")
        assert rightwards(screen)

    show(org.mentor, walk)
    assert org.mentor.ports.platform.recall("language") == "en"
    org.world.sync_all()
    said = {one.step: one.says for one in org.mentee.store.find(StepAnswer)}
    assert said == {first.id: "done", second.id: "talk"}
    assert [goal.kind for goal in org.mentee.store.find(Goal)] == ["friends"]
    assert {one.step for one in unheard(org.worker.ports)} == {first.id, second.id}


def test_of_two_mentees_only_the_one_is_shown(org: Organisation) -> None:
    plan(org, "walk")
    her = org.cover(org.worker).id
    worker = org.worker.ports
    run(open_file(worker, row="0a" * 16, name="Hodan", language="so"))
    other = worker.store.get(Mentee, "0a" * 16)
    assert other
    add_step(worker, row=worker.new_row(), mentee=other, text="call the school")
    choose_goal(worker, space=worker.store.beside(other.space, "plan"), kind="bicycle", wanted=True)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}")
        await screen.tap("turn-to-her")
        assert not screen.sees("call the school")
        assert screen.sees(ARABIC("No dream yet. That is fine."))

    show(org.worker, walk)
