"""Stepping stones: what she wants, the steps that lead there, the next one first; who walks with her lays them."""

from __future__ import annotations

from app.journeys.plan import choose_goal, goals
from app.records import Step
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.plan_of_hers import plan
from tests.views.voices import PHONE, Device
from tests.world import Organisation


def wants(org: Organisation, *kinds: str) -> list[str]:
    """Chosen by her; the rows of what she wants."""
    ports = org.mentee.ports
    for kind in kinds:
        choose_goal(ports, space=ports.store.space("plan"), kind=kind, wanted=True)
    org.world.sync_all()
    rows = {goal.kind: goal.id for goal in goals(ports)}
    return [rows[kind] for kind in kinds]


def test_her_mentor_lays_stones_towards_what_she_wants_and_she_hears_the_next_one(org: Organisation) -> None:
    (sew,) = wants(org, "sew")
    first, second = plan(org, "school", "try_work")
    device = org.mentee.ports.platform.voice = Device(PHONE)

    async def lays(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}")
        await screen.tap("wants")
        for step in (first, second):
            await screen.tap(f"stone-sew-{step.id}")
        await screen.tap(f"stone-sew-{second.id}")
        await screen.tap(f"stone-sew-{second.id}")

    async def walks(screen: Screen) -> None:
        await screen.go("/steps")
        assert screen.sees("Først: Besøge en sprogskole")
        await screen.begin_to_tap("listen-stones-sew")
        assert [text for text, _ in device.said] == ["Sy", "Først: Besøge en sprogskole"]
        await screen.tap(f"stones-{sew}")
        await screen.tap("says-done")
        await screen.go("/steps")
        assert screen.sees("Først: Prøve en dag på arbejde")

    show(org.mentor, lays)
    org.world.sync_all()
    show(org.mentee, walks, language="da")


def test_a_new_step_or_the_whole_ladder_leads_to_a_dream_and_one_step_to_one(org: Organisation) -> None:
    sew, friends = wants(org, "sew", "friends")
    her = org.cover(org.mentor).id

    async def walk(screen: Screen) -> None:
        await screen.go(f"/mentees/{her}/step")
        await screen.tap("kind-school")
        await screen.tap(f"goal-{sew}")
        await screen.tap("keep")
        await screen.go(f"/mentees/{her}/step")
        await screen.tap(f"goal-{friends}")
        await screen.tap("ladder")
        (school,) = [one for one in org.mentor.store.find(Step) if one.kind == "school"]
        await screen.go(f"/mentees/{her}/wants")
        assert screen.has(f"stone-sew-{school.id}")
        assert not screen.has(f"stone-friends-{school.id}")

    show(org.mentor, walk)
    laid = [one.goal for one in org.mentor.store.find(Step)]
    assert (laid.count(sew), laid.count(friends)) == (1, 6)


def test_without_a_dream_nothing_is_asked_and_nothing_is_missing(org: Organisation) -> None:
    plan(org, "walk")

    async def theirs(screen: Screen) -> None:
        await screen.go(f"/mentees/{org.cover(org.mentor).id}/wants")
        assert screen.sees("No dream yet. That is fine.")

    async def hers(screen: Screen) -> None:
        await screen.go("/steps")
        assert screen.sees("No dream yet. That is fine.")
        assert not any(str(one.key).startswith("stones-") for one in screen.walk())

    show(org.mentor, theirs)
    show(org.mentee, hers)
