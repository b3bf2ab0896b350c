"""Who joins with an invitation that is older than the circle's key writes at once; her words wait for the new key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.roles import MENTOR, WORKER
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.invite import invite, places_for
from app.journeys.meetings import plan_meeting
from app.journeys.not_taken import not_taken
from app.journeys.partners import begin_with, consent, partners, share
from app.journeys.rounds import leave_alone
from app.journeys.safe_contact import keep_reach
from app.journeys.spots import add_spot
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import Contact, Mentee, Reach, Shared
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone, run

NOT_ALL = "Not everything that is written here opens on this phone yet. Ask a colleague first."
KEY = "The key was changed meanwhile. It goes by itself when somebody else who reads there opens the app."


def omar_with_an_old_invitation(org: Organisation, meanwhile: Callable[[], object] = lambda: None) -> Phone:
    """Between his invitation and his joining somebody was shut out, and the key was changed; then `meanwhile`."""
    karen, world = org.coordinator, org.world
    invitation = run(invite(karen.ports, member=Card("Omar", WORKER), grants=places_for(karen.ports, WORKER)))
    leaver = world.bring_in(karen, "Lise", WORKER)
    world.sync_all()
    run(shut_out(karen.ports, leaver.ports.me.person))
    world.sync_all()
    meanwhile()
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


def test_when_a_call_is_safe_is_not_said_by_a_phone_to_which_her_last_word_does_not_open(org: Organisation) -> None:
    karen, world, hers = org.coordinator, org.world, org.cover(org.coordinator)
    starts = f"{org.worker.ports.today()}T17:00"
    meeting = plan_meeting(org.worker.ports, row=org.worker.ports.new_row(), mentee=hers, starts=starts)
    keep_reach(org.worker.ports, shown=org.cover(org.worker), phone="20304050", reach=Reach.ANY)
    world.sync_all()
    card, places = Card("Omar", MENTOR), places_for(org.worker.ports, MENTOR, org.file)
    invitation = run(invite(org.worker.ports, member=card, grants=places))
    run(shut_out(karen.ports, org.mentor.ports.me.person))
    world.sync_all()
    shown = karen.store.get(Mentee, hers.id)
    assert shown
    keep_reach(karen.ports, shown=shown, phone="20304050", reach=Reach.NEVER)
    karen.sync()
    omar = world.phone("Omar")
    omar.join(invitation)
    assert org.cover(omar).reach == Reach.ANY

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}/remind")
        assert screen.sees(NOT_ALL)
        assert not screen.has("send")

    show(omar, walk)


def test_on_a_round_it_is_said_that_a_door_to_leave_alone_may_not_open_yet(org: Organisation) -> None:
    sofie = org.worker.ports
    spot = add_spot(sofie, row=sofie.new_row(), kind="stairwell", name="Stair A", doors=12)
    org.world.sync_all()
    until = sofie.today() + timedelta(days=20)

    def asked() -> None:
        leave_alone(sofie, row=sofie.new_row(), spot=spot, door="2. tv", until=until)

    omar = omar_with_an_old_invitation(org, asked)

    async def walk(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        assert not screen.sees("2. tv")
        assert screen.sees(NOT_ALL)

    show(omar, walk)
    org.world.sync_all()

    async def later(screen: Screen) -> None:
        await screen.go(f"/places/{spot.id}")
        assert screen.sees("2. tv")
        assert not screen.sees(NOT_ALL)

    show(omar, later)


def test_nothing_is_shared_by_a_phone_to_which_her_no_does_not_open(org: Organisation) -> None:
    karen, world, mentee = org.coordinator, org.world, org.cover(org.coordinator)
    run(begin_with(karen.ports, name="Egeby"))
    (place,) = partners(karen.ports)
    consent(karen.ports, row=karen.ports.new_row(), mentee=mentee, partner=place, explained="shared")
    world.sync_all()
    held = karen.ports.keyring.circles[org.file]
    run(shut_out(karen.ports, org.mentor.ports.me.person))
    world.sync_all()
    karen.ports.keyring.circles[org.file] = held  # as a phone that was let in before and has not the new key

    with pytest.raises(Refusal, match=NOT_ALL):
        share(karen.ports, row=karen.ports.new_row(), mentee=mentee, partner=place, about="A", text="On time.")
    assert karen.store.find(Shared) == []
