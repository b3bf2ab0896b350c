"""Who joins with an invitation that is older than the circle's key writes at once; her words wait for the new key."""

from __future__ import annotations

from app.domain.roles import WORKER
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.invite import invite, places_for
from app.journeys.not_taken import not_taken
from app.keys.enrolment import Card
from app.records import Contact
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run

KEY = "The key was changed meanwhile. It goes by itself when somebody else who reads there opens the app."


def omar_with_an_old_invitation(org: Organisation) -> Phone:
    """Between his invitation and his joining somebody was shut out, and the key was changed."""
    karen, world = org.coordinator, org.world
    invitation = run(invite(karen.ports, member=Card("Omar", WORKER), grants=places_for(karen.ports, WORKER)))
    leaver = world.bring_in(karen, "Lise", WORKER)
    world.sync_all()
    run(shut_out(karen.ports, leaver.ports.me.person))
    world.sync_all()
    omar = world.phone("Omar")
    omar.join(invitation)
    return omar


def test_it_is_said_that_they_wait_and_for_what_and_not_that_they_do_not_count(org: Organisation) -> None:
    omar = omar_with_an_old_invitation(org)
    log_contact(omar.ports, row=omar.ports.new_row(), name="Green door")
    omar.sync()
    assert not_taken(omar.ports) == []

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: screen.sees("1 here"))
        assert not screen.sees("1 not counted")
        await screen.go("/more/sync")
        assert screen.sees(KEY)
        assert not screen.has("to-left")

    show(omar, walk)
    org.world.sync_all()
    omar.sync()
    assert (omar.store.waiting().things, omar.store.not_taken()) == (0, set())
    org.world.sync_all()
    assert "Green door" in [one.name for one in org.coordinator.store.find(Contact)]
