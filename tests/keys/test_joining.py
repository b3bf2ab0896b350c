"""Founding, inviting, joining: what an invitation can run into, and what a cut in the middle costs (nothing)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest

from app.domain.refusal import Refusal
from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.contacts import log_contact
from app.journeys.found import found_organisation
from app.journeys.invite import Place, invite, places_for
from app.journeys.join import enrol, join
from app.journeys.open_file import grant, open_file
from app.journeys.people import people
from app.journeys.refusals import Damaged, NotAnInvitation, NotSteward, ShortPin, Spent
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.records import Contact, Mentee
from sync.entry import Entry, Kind, make_entry
from sync.errors import SyncError
from sync.wire import SyncAnswer
from tests.keys.inviting import cut_at, invitation_for
from tests.world import PIN, Phone, World, run


@pytest.fixture
def world() -> Iterator[World]:
    with World() as world:
        yield world


# -- what an invitation can run into


def test_the_invited_sees_what_she_will_be_before_anything_is_spent(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    for _ in range(3):
        told = run(join(sofie.ports, secret=invitation.link))
    assert (told.organisation, told.name, told.role, told.picture) == ("Broen", "Sofie", WORKER, "fox")
    assert told.circles == ("Broen", "Broen", "Egeparken")
    assert sofie.ports.platform.profiles() == []
    run(enrol(sofie.ports, told, pin=PIN))
    assert sofie.ports.me.name == "Sofie"


def test_a_used_invitation_says_so(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    world.phone("Sofie").join(invitation)
    with pytest.raises(Spent) as no:
        world.phone("thief").join(invitation)
    assert "If it was not you who used it, tell the person who invited you." in no.value.text
    assert world.phone("thief").ports.platform.profiles() == []


def test_an_invitation_that_is_too_old_says_so(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen, lives_s=900)
    world.later(minutes=15, seconds=1)
    with pytest.raises(Spent):
        world.phone("Sofie").join(invitation)


def test_an_invitation_read_out_works_like_the_link(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    run(enrol(sofie.ports, run(join(sofie.ports, secret=invitation.spoken.lower())), pin=PIN))
    assert sofie.ports.me.role == WORKER


@pytest.mark.parametrize("typed", ["", "hej", "https://hub.test/#join=", "https://hub.test/#join=abc"])
def test_what_is_no_invitation_is_told_so_without_asking_anybody(world: World, typed: str) -> None:
    phone = world.phone("Sofie")
    with pytest.raises(NotAnInvitation):
        run(join(phone.ports, secret=typed))
    assert phone.wire.sent == []


def test_a_mistyped_code_and_a_damaged_package_say_so(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    with pytest.raises(Spent):
        run(join(sofie.ports, secret=bytes(16)))
    sofie.wire.spoil = lambda _, answer: answer[:60] + bytes([answer[60] ^ 1]) + answer[61:]
    with pytest.raises(Damaged):
        run(join(sofie.ports, secret=invitation.link))
    sofie.wire.spoil = lambda *_: b"<html>login</html>"
    with pytest.raises(Refusal):
        run(join(sofie.ports, secret=invitation.link))
    sofie.wire.spoil = None
    sofie.join(invitation)


def test_a_short_pin_spends_nothing(world: World) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    with pytest.raises(ShortPin):
        sofie.join(invitation, pin="1234")
    sofie.join(invitation)


def test_a_wrong_founder_code_says_so_and_the_right_one_still_founds(world: World) -> None:
    karen = world.phone("Karen")
    code = world.founder_code()
    for given, fits in (("AAAA-BBBB-CCCC-DDDD", False), (code.lower(), True)):
        step = found_organisation(karen.ports, code=given, name="Broen", member=Card("Karen", COORDINATOR), pin=PIN)
        if fits:
            run(step)
        else:
            with pytest.raises(Spent):
                run(step)
    assert len(karen.ports.platform.profiles()) == 1
    assert karen.sync().refused == ()
    karen.kill()
    karen.unlock()


# -- a cut in the middle


def go_on(phone: Phone, again: Callable[[], None]) -> None:
    """The app was killed; she opens it again, with a network: unlocks if there is a profile, begins anew if not."""
    phone.kill()
    phone.wire.spoil = None
    phone.mend()
    if phone.ports.platform.profiles():
        try:
            phone.unlock()
        except Refusal:
            again()
    else:
        again()


@pytest.mark.parametrize("delivered", [False, True])
@pytest.mark.parametrize("turn", range(1, 6))
def test_joining_that_is_cut_anywhere_is_finished_by_the_next_unlock(world: World, turn: int, delivered: bool) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    cut_at(sofie, turn, delivered=delivered)
    with suppress(Refusal, SyncError):
        sofie.join(invitation)
    go_on(sofie, lambda: sofie.join(invitation))
    sofie.sync()
    log_contact(sofie.ports, row=sofie.ports.new_row(), name="Yusuf")
    world.sync_all()
    assert [one.name for one in karen.store.find(Contact)] == ["Yusuf"]
    assert len(sofie.ports.platform.profiles()) == 1


@pytest.mark.parametrize("delivered", [False, True])
@pytest.mark.parametrize("turn", range(1, 5))
def test_founding_that_is_cut_anywhere_is_finished_by_the_next_unlock(world: World, turn: int, delivered: bool) -> None:
    karen = world.phone("Karen")
    code = world.founder_code()

    def found() -> None:
        run(found_organisation(karen.ports, code=code, name="Broen", member=Card("Karen", COORDINATOR), pin=PIN))

    cut_at(karen, turn, delivered=delivered)
    with suppress(Refusal, SyncError):
        found()
    go_on(karen, found)
    sofie = world.bring_in(karen, "Sofie", WORKER)
    assert [place.kind for place in sofie.store.places()] == ["public", "staff", "area"]


@pytest.mark.parametrize("delivered", [False, True])
def test_a_second_try_without_a_restart_finishes_it_too(world: World, delivered: bool) -> None:
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    told = run(join(sofie.ports, secret=invitation.link))
    cut_at(sofie, 1, delivered=delivered)
    with pytest.raises(Refusal):
        run(enrol(sofie.ports, told, pin=PIN))
    sofie.wire.spoil = None
    sofie.mend()
    run(enrol(sofie.ports, told, pin=PIN))
    assert sofie.sync().refused == ()
    assert len(sofie.ports.platform.profiles()) == 1


# -- others at the same time


def test_a_log_that_moved_while_she_chose_her_pin_costs_nothing(world: World) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    sofie, maja = world.phone("Sofie"), world.phone("Maja")
    told = run(join(sofie.ports, secret=first.link))
    maja.join(second)
    run(enrol(sofie.ports, told, pin=PIN))
    world.sync_all()
    assert [one.card.name for one in people(karen.ports)] == ["Karen", "Sofie", "Maja"]
    assert [one.card.name for one in people(sofie.ports)] == ["Karen", "Sofie", "Maja"]


def test_a_log_that_moved_and_an_answer_that_was_lost_cost_nothing_either(world: World) -> None:
    karen = world.found()
    first, second = invitation_for(karen), invitation_for(karen, "Maja", MENTOR)
    sofie, maja = world.phone("Sofie"), world.phone("Maja")
    told = run(join(sofie.ports, secret=first.link))
    maja.join(second)
    cut_at(sofie, 2, delivered=True)  # the first try is told that the log moved, the second is taken
    with pytest.raises(Refusal):
        run(enrol(sofie.ports, told, pin=PIN))
    go_on(sofie, lambda: None)
    assert sofie.sync().refused == ()


def test_two_who_invite_at_the_same_time_both_succeed(world: World) -> None:
    karen = world.found()
    sofie = world.bring_in(karen, "Sofie", WORKER)
    for turn in range(3):  # neither knows of what the other just did
        for phone in (karen, sofie):
            log_contact(phone.ports, row=phone.ports.new_row(), name=f"{phone.name} {turn}")
        one = invitation_for(karen, f"A{turn}")
        other = invitation_for(sofie, f"B{turn}")
        world.phone(f"A{turn}").join(one)
        world.phone(f"B{turn}").join(other)
    world.sync_all()
    assert len(people(karen.ports)) == 8
    for phone in world.phones.values():
        assert phone.store.count(Contact) == 6
        assert phone.store.waiting().things == 0
    assert karen.store.journal.refused_entries() == []


# -- who may let whom in


def test_only_a_steward_can_invite_open_a_file_or_grant(world: World) -> None:
    four = world.organisation()
    for phone in (four.mentor, four.mentee):
        before = len(phone.wire.sent)
        with pytest.raises(NotSteward):
            invitation_for(phone, "Somebody", MENTOR)
        with pytest.raises(NotSteward):
            run(open_file(phone.ports, row=phone.ports.new_row(), name="Somebody"))
        assert phone.store.journal.outgoing() == []
        assert len(phone.wire.sent) == before


def test_nobody_can_give_a_rung_above_her_own(world: World) -> None:
    four = world.organisation()
    with pytest.raises(NotSteward):
        run(invite(four.coordinator.ports, member=Card("X", MENTOR), grants=[Place(four.file, 0)]))


def test_a_known_person_gets_a_fresh_invitation_to_a_new_phone(world: World) -> None:
    karen = world.found()
    sofie = world.bring_in(karen, "Sofie", WORKER)
    log_contact(sofie.ports, row=sofie.ports.new_row(), name="Yusuf")
    world.sync_all()
    again = run(
        invite(
            karen.ports,
            member=Card("Sofie", WORKER, "fox"),
            grants=places_for(karen.ports, WORKER),
            person=sofie.ports.me.person,
        )
    )
    newer = world.phone("Sofie's new one")
    newer.join(again)
    assert newer.ports.me.person == sofie.ports.me.person
    assert [one.name for one in newer.store.find(Contact)] == ["Yusuf"]
    world.sync_all()
    assert [(one.card.name, len(one.devices)) for one in people(karen.ports)] == [("Karen", 1), ("Sofie", 2)]


def test_a_file_opened_off_line_reaches_the_coordinator_later(world: World) -> None:
    karen = world.found()
    sofie = world.bring_in(karen, "Sofie", WORKER)
    sofie.cut()
    run(open_file(sofie.ports, row=sofie.ports.new_row(), name="Amina", language="ar"))
    assert [one.name for one in sofie.store.find(Mentee)] == ["Amina"]
    sofie.kill()
    sofie.unlock()
    assert [one.name for one in sofie.store.find(Mentee)] == ["Amina"]
    sofie.mend()
    world.sync_all()
    assert [one.name for one in karen.store.find(Mentee)] == ["Amina"]
    assert {place.kind for place in karen.store.places()} >= {"case", "plan"}
    assert "notes" not in {place.kind for place in karen.store.places()}
    karen.kill()
    karen.cut()
    karen.unlock()
    assert [one.name for one in karen.store.find(Mentee)] == ["Amina"]


def test_somebody_with_a_phone_is_given_a_file_without_an_invitation(world: World) -> None:
    four = world.organisation()
    sofie, maja = four.worker, four.mentor
    second = run(open_file(sofie.ports, row=sofie.ports.new_row(), name="Bilal"))
    run(grant(sofie.ports, person=maja.ports.me.person, circle=second, rung=0))
    world.sync_all()
    assert sorted(one.name for one in maja.store.find(Mentee)) == ["Amina", "Bilal"]
    assert sorted(one.name for one in four.coordinator.store.find(Mentee)) == ["Amina", "Bilal"]
    maja.kill()
    maja.cut()
    maja.unlock()
    assert len(maja.store.places("notes")) == 2


def test_names_of_mentors_and_mentees_are_not_in_the_log_that_all_read(world: World) -> None:
    four = world.organisation()
    names = {one.card.name for one in people(four.mentee.ports)}
    assert names == {"Karen", "Sofie", "Maja", "Amina"}  # of her own file she knows them
    stranger = world.bring_in(four.worker, "Bilal", "mentee")
    assert {one.card.name for one in people(stranger.ports)} == {"Karen", "Sofie", ""}


# -- a hub that lies


def test_a_hub_that_makes_a_root_of_its_own_is_not_believed_and_that_is_said(world: World) -> None:
    """The invited pinned the hash of the root's first entry: a log that begins otherwise is nothing to her."""
    karen = world.found()
    invitation = invitation_for(karen)
    sofie = world.phone("Sofie")
    native, seed = NativeProvider(), bytes(32)

    def forge(path: str, body: bytes) -> bytes:
        if path != "/sync":
            return body
        answer = SyncAnswer.unpack(body)
        pieces = [_forged(piece) if isinstance(piece, bytes) else piece for piece in answer.pieces]
        return replace(answer, pieces=tuple(pieces)).pack()

    def _forged(raw: bytes) -> bytes:
        entry = Entry.read(raw)
        if entry.circle != karen.ports.keyring.me.root or entry.number:
            return raw
        claims = [1, 0, bytes(16), native.x_public(seed)]
        own = native.ed_public(seed)
        sign = partial(native.sign, seed)
        return make_entry(entry.circle, 0, b"", Kind.FOUND, own, claims, entry.sealed, sign).raw

    sofie.wire.spoil = forge
    sofie.join(invitation)
    assert sofie.sync().holding_back
    assert people(sofie.ports) == []
    assert [circle for circle in sofie.store.journal.circles() if sofie.store.journal.entries(circle)] == []
    with pytest.raises(Refusal):
        log_contact(sofie.ports, row=sofie.ports.new_row(), name="Yusuf")
