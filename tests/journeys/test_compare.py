"""Whoever was let in and whoever let her in see the same four pictures; with somebody between them they do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.roles import MENTEE, MENTOR, WORKER
from app.journeys.compare import my_pictures, pictures_of
from app.journeys.invite import Invitation, invite, places_for
from app.keys.enrolment import Card
from app.keys.pictures import SIGNS
from tests.world import Phone, World, run


@pytest.fixture
def world() -> Iterator[World]:
    with World(seed=4) as world:
        yield world


def invitation_for(host: Phone, name: str, role: str) -> Invitation:
    return run(invite(host.ports, member=Card(name, role), grants=places_for(host.ports, role)))


@pytest.mark.parametrize("role", [WORKER, MENTOR, MENTEE])
def test_both_phones_show_the_same_four(world: World, role: str) -> None:
    karen = world.found()
    invitation = invitation_for(karen, "Maja", role)
    assert run(pictures_of(karen.ports, invitation.person)) == []

    maja = world.phone("Maja")
    maja.join(invitation)
    world.sync_all()

    mine = run(my_pictures(maja.ports))
    assert len(mine) == SIGNS
    assert run(pictures_of(karen.ports, invitation.person)) == [mine]
    assert run(my_pictures(karen.ports)) == run(pictures_of(maja.ports, karen.ports.me.person))[0]
    assert run(my_pictures(karen.ports)) != mine


def test_a_man_in_the_middle_shows_as_other_pictures() -> None:
    """He takes the invitation on its way, signs himself in with it, and lets her into a made-up organisation of his."""
    with World(seed=4) as ours, World(seed=5) as his:
        karen = ours.found()
        invitation = invitation_for(karen, "Maja", MENTOR)
        ours.phone("thief").join(invitation)
        ours.sync_all()

        thief = his.found("Karen")
        maja = his.phone("Maja")
        maja.join(invitation_for(thief, "Maja", MENTOR))
        assert maja.ports.keyring.me.organisation_name == karen.ports.keyring.me.organisation_name

        (karen_sees,) = run(pictures_of(karen.ports, invitation.person))
        assert karen_sees != run(my_pictures(maja.ports))


def test_without_the_log_there_is_nothing_to_compare_yet(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen, "Maja", MENTOR)
    maja = world.phone("Maja")
    maja.wire.spoil = lambda path, answer: b"" if path == "/sync" else answer
    maja.join(invitation)
    assert run(my_pictures(maja.ports)) == ()

    maja.wire.spoil = None
    maja.sync()
    assert len(run(my_pictures(maja.ports))) == SIGNS
