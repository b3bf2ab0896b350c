"""Somebody with a patched app lets herself, or others, in again: what she says of them there is believed by nobody."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.recovery import RECOVERY
from app.journeys.asking import ask_signed_in
from app.journeys.closing import shut_out
from app.journeys.entries import offer_until_taken
from app.journeys.open_file import open_file
from app.journeys.people import people
from app.journeys.readmit import readmit
from app.journeys.refusals import NotSteward
from app.journeys.sheets_told import good_sheets, sheets_told
from app.journeys.tending import is_out
from app.keys.enrolment import Card, second_device, sign_in
from app.keys.invitation import Once
from app.keys.keyring import Keyring
from app.keys.leaving import secrets_of_epochs
from app.records import Mentee, Step
from app.storage.writing import Speech
from sync.client import ask
from sync.entry import space_of
from sync.errors import Refused
from tests.leaving import person, told
from tests.readmitting import another_phone, let_in_again
from tests.world import Organisation, run

LIE = Card("Amina", "coordinator")


def root_of(org: Organisation) -> bytes:
    return org.mentee.ports.keyring.me.root


def test_a_mentee_who_calls_herself_coordinator_is_taken_for_none(org: Organisation) -> None:
    me = person(org.mentee)
    new = another_phone(org.mentee, me, [root_of(org), org.file], LIE, "Aminas anden")
    org.world.sync_all(3)
    space = new.store.space("plan")
    author = told(org.mentor, org.file).of_device(new.ports.keyring.device)[-1].author
    with new.store.write() as tx:
        words: dict[str, Any] = {"text": ("hers", {}), "position": (7, None)}
        tx.speeches[bytes.fromhex(space), new.ports.provider.random(16)] = Speech("step", author, words)
    org.world.sync_all(2)

    right = org.mentor.store.members.right(bytes.fromhex(space), author)
    assert right
    assert (right.name, right.role) == ("Amina", "mentee")
    assert [(step.text, step.position) for step in org.mentor.store.find(Step)] == [("hers", None)]
    for phone in (org.coordinator, org.worker, org.mentor):
        assert {one.card.role for one in people(phone.ports) if one.person == me} == {"mentee"}
    assert new.ports.me.role == "mentee" == org.mentee.ports.me.role

    circle = run(open_file(org.worker.ports, row=org.worker.ports.new_row(), name="Another woman"))
    org.world.sync_all(3)
    assert me not in {one.person for one in told(org.worker, circle).open}
    assert not new.store.find(Mentee)


def test_a_mentor_whom_her_mentee_calls_a_partner_stays_a_mentor(org: Organisation) -> None:
    maja = person(org.mentor)
    (known,) = [one for one in people(org.mentee.ports) if one.person == maja]
    let_in_again(org.mentee, maja, [root_of(org)], Card("Ond", "partner", "owl"), devices=known.devices)
    org.world.sync_all(2)

    assert org.mentor.ports.me.role == "mentor"
    for phone in (org.coordinator, org.worker, org.mentor):
        (shown,) = [one.card for one in people(phone.ports) if one.person == maja]
        assert (shown.name, shown.role, shown.picture) == ("Maja", "mentor", "hare")


def test_a_member_who_calls_herself_recovery_sheets_is_given_nothing(org: Organisation) -> None:
    """Stewards' phones let the newest sheets in everywhere, by themselves."""
    keyring, root = org.mentee.ports.keyring, root_of(org)
    phone = [(keyring.device, keyring.box)]
    (entry,) = let_in_again(org.mentee, person(org.mentee), [root], Card("", RECOVERY), devices=phone).values()
    run(
        offer_until_taken(
            org.mentee.ports, [root], lambda log: second_device(keyring, log, entry.hash, keyring.device, keyring.box)
        )
    )
    org.world.sync_all(3)

    for other in (org.coordinator, org.worker, org.mentee):
        assert good_sheets(other.ports) is None
        assert sheets_told(other.ports) == []
    assert {one.rung for one in told(org.worker, org.file).of_device(keyring.device)} == {2}
    assert {place.kind for place in org.mentee.store.places()} == {"public", "own", "plan"}


def test_a_mentor_cannot_take_the_coordinators_place_with_her_own_phone(org: Organisation) -> None:
    """Further in than she, the mentor may give her the place again, but not on a phone that is known as another's."""
    keyring = org.mentor.ports.keyring
    phone = [(keyring.device, keyring.box)]
    with pytest.raises(NotSteward):
        let_in_again(org.mentor, person(org.coordinator), [org.file], Card("Karen", "coordinator"), devices=phone)
    org.world.sync_all(2)

    author = told(org.worker, org.file).author_for(keyring.device, 1)
    assert author
    right = org.worker.store.members.right(space_of(org.file, 1), author.author)
    assert right
    assert (right.name, right.role) == ("Maja", "mentor")


def test_a_phone_that_only_the_root_knows_takes_nobody_elses_place(org: Organisation) -> None:
    """The hub looks there, too: the mentor's second phone is not in the file."""
    ida = org.world.bring_in(org.worker, "Ida", "mentor")
    phone = [(ida.ports.keyring.device, ida.ports.keyring.box)]
    org.world.sync_all()
    with pytest.raises(NotSteward):
        let_in_again(org.mentor, person(org.coordinator), [org.file], Card("Karen", "coordinator"), devices=phone)


@pytest.mark.parametrize("by", ["devices", "invitation"])
def test_a_phone_that_was_reported_lost_is_let_in_again_by_nobody_but_a_steward(org: Organisation, by: str) -> None:
    """Whoever has it, and a member with a patched app, open no door together."""
    again = run(readmit(org.coordinator.ports, person=person(org.mentor)))
    org.world.phone("Majas nye").join(again)
    lost, root = org.mentor.ports.keyring, root_of(org)
    run(shut_out(org.coordinator.ports, person(org.mentor), lost.device))
    org.world.sync_all()
    assert is_out(org.mentor.ports)
    card = Card("Maja", "mentor")
    if by == "devices":
        with pytest.raises(NotSteward):
            let_in_again(org.mentee, person(org.mentor), [root], card, devices=[(lost.device, lost.box)])
    else:
        once = Once(bytes(16))
        key = lost.provider.ed_public(once.seed)
        (entry,) = let_in_again(org.mentee, person(org.mentor), [root], card, once=key).values()
        ports = org.mentee.ports
        run(ask_signed_in(ports, "/invite", once.id, key, b"package", 900))
        tip = (root, entry.number, entry.hash)
        lost.circles.setdefault(root, ports.keyring.circles[root])
        with pytest.raises(Refused):
            run(ask(ports.http, ports.hub_url, "/enrol", [once.id, [sign_in(lost, once.seed, tip, entry.hash).raw]]))
    org.world.sync_all()
    assert is_out(org.mentor.ports)
    assert told(org.coordinator, root).of_device(lost.device) == []


def test_a_new_phone_that_a_mentor_put_into_the_coordinators_place_is_given_no_key_that_comes_after(
    org: Organisation,
) -> None:
    """Nobody knows it anywhere else, so it comes in; with the next key it is out of all that is written then."""
    spy = Keyring.fresh(org.mentor.ports.provider, org.mentor.ports.keyring.me)
    card = Card("Karen", "coordinator")
    let_in_again(org.mentor, person(org.coordinator), [org.file], card, devices=[(spy.device, spy.box)])
    org.world.sync_all()
    (planted,) = told(org.worker, org.file).of_device(spy.device)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all(3)

    now = told(org.worker, org.file)
    assert not now.stale
    assert planted.author not in now.keyed
    assert {one.author for one in now.open} - now.keyed == {planted.author}
    given = secrets_of_epochs(spy, now, org.worker.store.journal.entries(org.file))
    assert now.epoch not in given
    tip = now.tip
    org.world.sync_all(2)
    assert told(org.worker, org.file).tip == tip  # nobody tries again and again
