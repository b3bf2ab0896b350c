"""Several begin on one phone: a joining that stands half-way is left to her who began it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.refusal import Refusal
from app.domain.roles import COORDINATOR, MENTOR
from app.journeys.found import found_organisation
from app.journeys.invite import Invitation
from app.journeys.join import enrol, join
from app.journeys.lock import unlock
from app.journeys.refusals import Spent
from app.keys.enrolment import Card
from app.keys.invitation import Once, read_secret
from tests.keys.inviting import cut_at, invitation_for
from tests.world import PIN, Phone, World, run


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


def cut_off(phone: Phone, invitation: Invitation, pin: str, picture: str) -> None:
    """The hub takes the newcomer in, its answer is lost, and the phone goes dark."""
    told = run(join(phone.ports, secret=invitation.link))
    cut_at(phone, 1, delivered=True)
    with pytest.raises(Refusal):
        run(enrol(phone.ports, told, pin=pin, picture=picture))
    phone.kill()
    phone.wire.spoil = None
    phone.mend()


def opens(phone: Phone, picture: str, pin: str) -> str:
    """Who opens under that picture."""
    if phone.ports.open:
        phone.lock()
    (profile,) = [each.id for each in phone.ports.platform.profiles() if each.picture == picture]
    run(unlock(phone.ports, profile_id=profile, pin=pin))
    return phone.ports.me.name


@pytest.mark.parametrize(("pin", "other"), [("111222", "333444"), (PIN, PIN)])
def test_a_second_newcomer_leaves_the_first_ones_half_way_joining_alone(world: World, pin: str, other: str) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    shared = world.phone("shared")
    cut_off(shared, first, pin, "fox")

    run(enrol(shared.ports, run(join(shared.ports, secret=second.link)), pin=other, picture="hare"))

    assert [each.picture for each in shared.ports.platform.profiles()] == ["fox", "hare"]
    assert opens(shared, "fox", pin) == "Sofie"
    assert opens(shared, "hare", other) == "Maja"


def test_two_half_way_joinings_on_one_phone_are_each_finished_by_their_own_unlock(world: World) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    shared = world.phone("shared")
    cut_off(shared, first, "111222", "fox")
    cut_off(shared, second, "333444", "hare")

    assert opens(shared, "hare", "333444") == "Maja"
    assert opens(shared, "fox", "111222") == "Sofie"


def test_who_finished_her_joining_at_the_lock_is_not_taken_over_by_the_next_newcomer(world: World) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    shared = world.phone("shared")
    cut_off(shared, first, "111222", "fox")
    assert opens(shared, "fox", "111222") == "Sofie"
    shared.lock()

    run(enrol(shared.ports, run(join(shared.ports, secret=second.link)), pin="333444", picture="hare"))

    assert opens(shared, "fox", "111222") == "Sofie"


@pytest.mark.parametrize("again", ["111222", "333444"])
def test_the_same_invitation_goes_on_in_the_same_place_and_the_picture_chosen_now_counts(
    world: World, again: str
) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    told = run(join(sofie.ports, secret=invitation.link))
    cut_at(sofie, 1, delivered=False)
    with pytest.raises(Refusal):
        run(enrol(sofie.ports, told, pin="111222", picture="fox"))
    sofie.mend()

    run(enrol(sofie.ports, told, pin=again, picture="hare"))

    assert [each.picture for each in sofie.ports.platform.profiles()] == ["hare"]
    assert opens(sofie, "hare", again) == "Sofie"


def test_what_an_invitation_that_is_spent_left_behind_is_room_for_the_next(world: World) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    shared = world.phone("shared")
    told = run(join(shared.ports, secret=first.link))
    world.phone("thief").join(first)
    with pytest.raises(Spent):
        run(enrol(shared.ports, told, pin="111222", picture="fox"))

    run(enrol(shared.ports, run(join(shared.ports, secret=second.link)), pin="333444", picture="hare"))

    assert [each.picture for each in shared.ports.platform.profiles()] == ["hare"]


@pytest.mark.parametrize("content", [b"no journal at all" * 300, b""])
def test_a_half_way_joining_whose_journal_is_lost_keeps_nobody_else_out(world: World, content: bytes) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    shared = world.phone("shared")
    cut_off(shared, first, "111222", "fox")
    path = run(shared.ports.platform.open_profile(shared.ports.platform.profiles()[0].id))
    Path(path).write_bytes(content)

    run(enrol(shared.ports, run(join(shared.ports, secret=second.link)), pin="333444", picture="hare"))

    assert opens(shared, "hare", "333444") == "Maja"
    assert len(shared.ports.platform.profiles()) == (1 if content == b"" else 2)  # an empty one is room for the next


def test_nothing_that_a_joining_waits_with_gives_its_invitation_or_code_away(world: World) -> None:
    karen = world.found()
    invitation, code = invitation_for(karen), world.founder_code()
    shared = world.phone("shared")
    cut_off(shared, invitation, "111222", "fox")
    shared.cut()
    with pytest.raises(Refusal):
        run(found_organisation(shared.ports, code=code, name="Anden", member=Card("Ole", COORDINATOR), pin="333444"))

    disk = shared.disk().lower()
    secret = Once(read_secret(invitation.link)[1])  # type: ignore[index]
    for given in (code.encode(), code.replace("-", "").encode(), secret.secret, secret.id):
        assert given.lower() not in disk
        assert given.hex().encode() not in disk
