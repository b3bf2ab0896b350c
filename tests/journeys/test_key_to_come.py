"""A phone that lacks the newest key takes nothing for gone that it only cannot open yet."""

from __future__ import annotations

from sqlmodel import col

from app.domain.roles import WORKER
from app.journeys.closing import shut_out
from app.journeys.contacts import change_contact
from app.journeys.invite import Invitation, invite, places_for
from app.journeys.letting_go import let_go
from app.journeys.one_person import are_one
from app.journeys.reach import brought_by, people_reached
from app.keys.enrolment import Card
from app.records import NOBODYS, Attempt, Contact, SamePerson
from tests.journeys.at_the_door import again, log
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
    assert let_go(omar.ports) == 1
    for _ in range(3):
        org.world.sync_all()

    for phone in (org.worker, omar):
        assert phone.store.count(Attempt, col(Attempt.contact) == first.id) == 1
        assert phone.store.count(Attempt, col(Attempt.spot) == NOBODYS) == 1  # of the one whose day had come
        assert phone.store.count(SamePerson) == 1
        assert (people_reached(phone.ports, first.space), brought_by(phone.ports, first.space)) == before
