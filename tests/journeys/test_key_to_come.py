"""A phone that lacks the newest key takes nothing for gone that it only cannot open yet."""

from __future__ import annotations

import pytest
from sqlmodel import col

from app.domain.roles import WORKER
from app.journeys.closing import shut_out
from app.journeys.contacts import change_contact, log_contact, remove_contact
from app.journeys.handed import take_over, waiting
from app.journeys.house_rules import set_keep_days
from app.journeys.invite import Invitation, invite, places_for
from app.journeys.key_to_come import NOT_ALL
from app.journeys.letting_go import let_go
from app.journeys.one_person import are_one
from app.journeys.reach import brought_by, people_reached
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import NOBODYS, Attempt, Contact, Handed, SamePerson
from tests.journeys.at_the_door import again, log
from tests.journeys.growing import yes
from tests.world import Organisation, Phone, run


def invited(org: Organisation) -> Invitation:
    return run(
        invite(org.coordinator.ports, member=Card("Omar", WORKER), grants=places_for(org.coordinator.ports, WORKER))
    )


def the_key_changes(org: Organisation) -> None:
    leaver = org.world.bring_in(org.coordinator, "Lise", WORKER)
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, leaver.ports.me.person))
    org.world.sync_all()


def touched(phone: Phone, contact: Contact, /, **said: object) -> None:
    shown = phone.store.get(Contact, contact.id)
    assert shown
    change_contact(phone.ports, shown=shown, saw=phone.store.seen(shown), **said)


def test_what_names_no_line_at_all_is_taken_away(org: Organisation) -> None:
    ports, space = org.worker.ports, log(org.worker).space
    with ports.store.write() as tx:
        tx.add(Attempt(id=ports.new_row(), space=space, contact="no id of a row", channel="phone", day=ports.today()))
    for _ in range(2):
        let_go(ports)
    assert [one.spot for one in ports.store.find(Attempt)] == [NOBODYS]


def test_what_is_said_of_a_line_that_does_not_open_yet_stays_beside_it(org: Organisation) -> None:
    first, other = log(org.worker, outcome="talked"), log(org.worker, outcome="talked", name="Blue door")
    are_one(org.worker.ports, one=first, other=other)
    over = log(org.worker, outcome="talked", name="long ago")
    org.world.sync_all()
    again(org.coordinator, first, "nobody_home", 20)
    org.world.later(days=80)
    touched(org.worker, first, followup_on=org.worker.ports.today())
    touched(org.worker, other, followup_on=org.worker.ports.today())
    org.world.sync_all()
    invitation = invited(org)
    the_key_changes(org)
    for contact in (first, other):
        touched(org.worker, contact, phone="20304050")
    org.world.sync_all()
    before = people_reached(org.worker.ports, first.space), brought_by(org.worker.ports, first.space)

    omar = org.world.phone("Omar")
    omar.join(invitation)
    assert {one.id for one in omar.store.find(Contact)} == {over.id}
    assert omar.store.count(Attempt) == 1
    org.world.later(days=25)
    assert let_go(omar.ports) == 0
    org.world.sync_all(3)
    assert let_go(omar.ports) == 1
    org.world.sync_all()

    for phone in (org.worker, omar):
        assert phone.store.count(Attempt, col(Attempt.contact) == first.id) == 1
        assert phone.store.count(Attempt, col(Attempt.spot) == NOBODYS) == 1  # of the one whose day had come
        assert phone.store.count(SamePerson) == 1
        assert (people_reached(phone.ports, first.space), brought_by(phone.ports, first.space)) == before


def test_who_said_yes_where_it_does_not_open_yet_is_not_let_go(org: Organisation) -> None:
    met = log(org.worker, outcome="talked")
    again(org.worker, met, "nobody_home", 20)
    invitation = invited(org)
    the_key_changes(org)
    yes(org.coordinator, met)
    org.world.sync_all()
    before = people_reached(org.worker.ports, met.space), brought_by(org.worker.ports, met.space)

    omar = org.world.phone("Omar")
    omar.join(invitation)
    (half,) = omar.store.find(Contact)
    assert half.consented_on is None
    org.world.later(days=120)
    assert let_go(omar.ports) == 0
    org.world.sync_all(3)

    for phone in (org.worker, org.coordinator, omar):
        (there,) = phone.store.find(Contact)
        assert (there.name, phone.store.came_back(there)) == ("Amal", False)
        assert phone.store.count(Attempt, col(Attempt.contact) == met.id) == 1
        assert (people_reached(phone.ports, met.space), brought_by(phone.ports, met.space)) == before


def test_a_rule_that_does_not_open_yet_is_not_taken_for_the_usual_one(org: Organisation) -> None:
    set_keep_days(org.coordinator.ports, 200)
    kept = log(org.worker, outcome="talked")
    org.world.sync_all()
    invitation = invited(org)
    the_key_changes(org)
    set_keep_days(org.coordinator.ports, 300)
    org.world.sync_all()

    omar = org.world.phone("Omar")
    omar.join(invitation)
    org.world.later(days=120)
    let_go(omar.ports)
    org.world.sync_all(3)
    for phone in (org.worker, omar):
        (there,) = phone.store.find(Contact)
        assert (there.id, phone.store.came_back(there)) == (kept.id, False)


def test_a_copy_of_what_was_written_of_somebody_whose_yes_does_not_open_yet_stays(org: Organisation) -> None:
    """The line itself is hers who handed it in; the yes is said on another phone, under the new key."""
    row = org.worker.ports.new_row()
    copied = Handed(
        id=org.worker.ports.new_row(),
        space=log(org.worker).space,
        noun="contact",
        row=row,
        origin=org.worker.store.space("area"),
        said='{"name": "Amal"}',
        written_ms=org.worker.ports.clock.now(),
    )
    with org.worker.store.write() as tx:
        tx.add(copied)
    org.world.sync_all()
    invitation = invited(org)
    the_key_changes(org)
    contact = log_contact(org.coordinator.ports, row=row, space=copied.origin, name="Ali")
    yes(org.coordinator, contact)
    org.world.sync_all()

    omar = org.world.phone("Omar")
    omar.join(invitation)
    assert omar.store.count(Handed) == 1
    org.world.later(days=200)
    let_go(omar.ports)
    (there,) = omar.store.find(Handed)
    with pytest.raises(Refusal, match=NOT_ALL):
        take_over(omar.ports, there)
    org.world.sync_all(3)
    assert [one.id for one in waiting(org.coordinator.ports)] == [copied.id]


def test_what_somebody_may_have_brought_back_under_a_new_key_is_not_gone(org: Organisation) -> None:
    met = log(org.worker, outcome="talked")
    org.world.sync_all()
    invitation = invited(org)
    shown, saw = (org.coordinator.store.get(Contact, met.id), org.coordinator.store.seen(met))  # her screen is open
    assert shown
    remove_contact(org.worker.ports, shown=met, saw=org.worker.store.seen(met))
    org.worker.sync()
    the_key_changes(org)
    change_contact(org.coordinator.ports, shown=shown, saw=saw, phone="20304050")
    org.coordinator.sync()
    assert org.coordinator.store.came_back(met)

    omar = org.world.phone("Omar")
    omar.join(invitation)
    assert omar.store.find(Contact) == []
    assert not omar.store.is_gone(met.space, met.id)
    org.world.sync_all()
    assert omar.store.count(Contact) == 1
