"""What happens in the very moment between two requests of one journey."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.roles import MENTOR
from app.journeys.change_role import change_role
from app.journeys.entries import offer_until_taken
from app.journeys.readmit import place_of
from app.keys.enrolment import Card
from app.keys.leaving import readmit_entry
from tests.histories.swift import Ready
from tests.leaving import person, told


def test_a_worker_who_takes_her_old_place_again_while_she_is_made_mentor_does_not_keep_it() -> None:
    """Her app was patched: between the new places and the end of the old ones she gives herself an old one."""
    with Ready.made(0) as ready, ready.begun(1) as world:
        ready.people(world)
        karen, sofie = world.phone("Karen"), world.phone("Sofie")
        keyring, root, before = sofie.ports.keyring, sofie.ports.keyring.me.root, world.told()
        place = place_of(told(sofie, root), person(sofie))
        assert place
        came: list[int] = []

        def meanwhile(_: str, ask: Callable[[], bytes]) -> bytes:
            answer = ask()
            if world.told() > before and not came:  # her new places are taken, the old ones are not closed yet
                came.append(world.told())
                phone, card = [(keyring.device, keyring.box)], Card("Sofie", "worker")
                world.run(
                    offer_until_taken(
                        sofie.ports, [root], lambda log: readmit_entry(keyring, log, place[0], card, devices=phone)
                    )
                )
            return answer

        karen.fate = meanwhile
        world.run(change_role(karen.ports, person=person(sofie), role=MENTOR))
        assert came
        world.sync_all(4)

        assert person(sofie) not in {one.person for one in told(karen, root).open if one.steward}
        assert sofie.ports.me.role == MENTOR
