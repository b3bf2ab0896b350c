"""What healing and carrying let through: not what comes too late for its own door, not what is nobody's to sign."""

from __future__ import annotations

import os

import pytest

from sync.errors import NotFound
from tests.hub.closing import close
from tests.hub.conftest import Organisation
from tests.hub.phones import Phone
from tests.hub.restoring import Scene, again, reason, scene_of


@pytest.fixture
def scene(organisation: Organisation) -> Scene:
    return scene_of(organisation)


def test_without_a_restore_whoever_was_shut_out_as_a_steward_lets_nobody_in_under_the_name_of_healing(
    scene: Scene,
) -> None:
    """Her circles are shut one by one after the root; until then she is still in them."""
    org = scene.org
    lone = org.member((scene.area, 0, 1))
    lone.grants[org.root] = promoted(org, lone)
    lone.sync_all()
    assert close(org.karen, org.root, lone) is None
    let_in = lone.grant_entry(scene.area, os.urandom(16), device=os.urandom(32))

    assert reason(again(scene.mia, entries=(let_in.raw,))[0][0]) == "steward"
    assert reason(again(lone, token=b"", entries=(let_in.raw,))[0][0]) == "steward"


def promoted(org: Organisation, phone: Phone) -> bytes:
    """A steward of the root now: the name of the grant."""
    entry = org.karen.grant_entry(org.root, phone.person, device=phone.key.public, steward=1)
    assert org.karen.sync(entries=(entry.raw,)).entry_answers == (None,)
    org.karen.keep(entry)
    return entry.hash


@pytest.mark.parametrize("by", ["/sync", "/again", "/again, unknown"])
def test_an_invitation_whose_time_is_over_lets_nobody_in_by_another_door(scene: Scene, by: str) -> None:
    """Whoever photographed it carries what its one-time key signs as any member carries entries."""
    org, ida = scene.org, Phone(scene.org.hub)
    name, once = org.karen.invite(ida, (scene.area, 0, 0), lives_s=900)
    org.hub.clock.ms += 901_000
    for phone in scene.phones:
        phone.login()
        phone.sync_all()
    tip = scene.mia.logs[scene.area][-1]
    (entry,) = ida.device_entries(once, [(scene.area, tip.number, tip.hash)])

    if by == "/sync":
        (no,) = scene.mia.sync(entries=(entry.raw,)).entry_answers
    else:
        token = scene.mia.token if by == "/again" else b""
        no = again(scene.mia, token=token, entries=(entry.raw,))[0][0]

    assert reason(no) == "stranger"
    with pytest.raises(NotFound):
        ida.login()
    with pytest.raises(NotFound):
        org.hub.ask("/enrol", name, [entry.raw])


def test_who_was_let_in_after_the_copy_is_healed_by_others_though_her_invitation_is_over(scene: Scene) -> None:
    org, zoe = scene.org, Phone(scene.org.hub)
    zoe.join(*org.karen.invite(zoe, (org.root, 0, 0), (scene.area, 0, 0)))
    org.karen.sync_all()
    logs = [entry.raw for circle in (org.root, scene.area) for entry in org.karen.logs[circle]]
    scene.restore()
    org.hub.clock.ms += 901_000

    assert again(org.karen, entries=tuple(logs))[0] == [None] * len(logs)
    zoe.login()


def test_who_was_let_in_after_a_copy_that_was_put_back_in_silence_is_healed_by_a_steward(scene: Scene) -> None:
    """The hub does not know that it was put back, and so not that the invitation was in time; it says so of others."""
    org, zoe = scene.org, Phone(scene.org.hub)
    zoe.join(*org.karen.invite(zoe, (org.root, 0, 0), (scene.area, 0, 0)))
    for phone in (org.karen, scene.mia):
        phone.sync_all()
    circles = org.root, scene.area
    hers, mias = ([one.raw for circle in circles for one in phone.logs[circle]] for phone in (org.karen, scene.mia))
    org.hub.restore(scene.copy)
    org.hub.clock.ms += 901_000
    for phone in scene.phones:
        phone.login()

    assert "stranger" in {reason(no) for no in again(scene.mia, entries=tuple(mias))[0]}
    assert again(org.karen, entries=tuple(hers))[0] == [None] * len(hers)
    zoe.login()
