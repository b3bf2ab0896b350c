"""A small thing in Danish, done in life: on both screens one tap says so, and each sees what the other says."""

from __future__ import annotations

from app.journeys.chosen_words import FIRST_DECK
from app.journeys.her_plan import plan_space
from app.journeys.missions import Told, mission_of, missions_of, missions_told
from app.records import MissionTold
from tests.exercises.our_decks import shipped
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_each_of_two_says_with_one_tap_that_they_did_it_and_the_other_sees_it(org: Organisation) -> None:
    mentor, cover = org.mentor.ports, org.cover(org.mentor)
    everyday = missions_of(deck for deck in shipped() if deck.id == FIRST_DECK)
    mission = mission_of(org.mentee.ports.today(), everyday, ())

    async def hers(screen: Screen) -> None:
        await screen.go("/practise/can")
        await screen.until(lambda: screen.has("mission"))
        await screen.tap(f"did-{mission}")
        assert not screen.has(f"did-{mission}")
        await screen.tap(f"undo-{mission}")  # a tap by mistake
        assert missions_told(org.mentee.ports, org.mentee.store.space("plan")) == {}
        await screen.tap(f"did-{mission}")

    show(org.mentee, hers)
    org.world.sync_all()

    async def theirs(screen: Screen) -> None:
        await screen.go(f"/mentees/{cover.id}")
        await screen.until(lambda: screen.has(f"mission-{mission}"))
        assert screen.sees("She says that you did it.")
        await screen.tap(f"mission-{mission}")

    show(org.mentor, theirs)
    org.world.sync_all()
    for phone in (org.mentee, org.mentor):
        assert phone.store.count(MissionTold) == 2
    both = missions_told(org.mentee.ports, org.mentee.store.space("plan"))
    assert both == {mission: Told(mine=True, others=True)}
    assert missions_told(mentor, plan_space(mentor, cover)) == both
