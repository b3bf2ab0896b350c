"""Several housing areas: each with its own people and its own log; what is written in one is not read in another."""

from __future__ import annotations

import pytest

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.area_people import let_into_area, may_work_there, open_area, take_out_of_area, works_there
from app.journeys.areas import areas, choose_area, usual_area
from app.journeys.change_role import areas_asked, change_role
from app.journeys.companies import add_company, companies
from app.journeys.contacts import log_contact
from app.journeys.import_contacts import import_list, read_list
from app.journeys.invite import invite, places_for
from app.journeys.matching import known_elsewhere, say_wish, wish_of
from app.journeys.mentors import add_mentor, path_of
from app.journeys.reach import estimate
from app.journeys.referrals import refer
from app.journeys.rename_area import may_rename, rename_area
from app.journeys.rounds import count_tap, end_round, leave_alone
from app.journeys.spots import add_spot, spots
from app.keys.enrolment import Card
from app.ports import Refusal
from app.records import (
    Attempt,
    Company,
    Contact,
    Estimate,
    Mentor,
    MentorPath,
    QuietDoor,
    Record,
    Referral,
    Round,
    Setting,
    Spot,
)
from app.storage.places import Place
from tests.leaving import person, told
from tests.world import Organisation, Phone, World, run

CANARY = "Kanariegade"
OF_AN_AREA: tuple[type[Record], ...] = (
    Contact,
    Spot,
    Attempt,
    Round,
    QuietDoor,
    Referral,
    Company,
    Estimate,
    MentorPath,
)


def area(phone: Phone, name: str) -> Place:
    (place,) = [one for one in areas(phone.ports) if one.name == name]
    return place


def second_area(org: Organisation, *others: Phone) -> str:
    """Karen opens Vestparken, for those others and herself; its space."""
    karen = org.coordinator
    space = run(open_area(karen.ports, name="Vestparken", persons={person(one) for one in others}))
    org.world.sync_all()
    return space


def colleague(world: World, host: Phone, name: str, *, only: str) -> Phone:
    """A worker who is invited into that one area."""
    places = places_for(host.ports, WORKER, areas={bytes.fromhex(area(host, only).circle)})
    phone = world.phone(name)
    phone.join(run(invite(host.ports, member=Card(name, WORKER), grants=places)))
    world.sync_all()
    return phone


def write_everything(phone: Phone, space: str) -> None:
    """One of each noun that lives in an area, with the canary in it."""
    ports, row = phone.ports, phone.ports.new_row
    spot = add_spot(ports, row=row(), space=space, kind="stairwell", name=CANARY)
    count_tap(ports, spot=spot, outcome="talked")
    end_round(ports, row=row(), spot=spot, minutes=20)
    leave_alone(ports, row=row(), spot=spot, door=CANARY, until=ports.today())
    contact = log_contact(ports, row=row(), space=space, name=CANARY)
    refer(ports, row=row(), contact=contact, direction="out", whom=CANARY)
    add_company(ports, row=row(), space=space, name=CANARY)
    add_mentor(ports, row=row(), space=space, name="Lise")
    said = {"whom": CANARY, "number": 9, "method": "guess", "source": CANARY}
    estimate(ports, row=row(), space=space, counted_on=ports.today(), **said)  # type: ignore[arg-type]


def test_a_worker_of_one_area_never_receives_a_row_of_another(org: Organisation) -> None:
    space = second_area(org)
    ali = colleague(org.world, org.coordinator, "Ali", only="Vestparken")
    mark = len(org.worker.wire.received)
    write_everything(ali, space)
    org.world.sync_all(3)

    for noun in OF_AN_AREA:
        assert org.coordinator.store.count(noun) == 1, noun
        assert org.worker.store.count(noun) == 0, noun
    assert bytes.fromhex(space) not in b"".join(org.worker.wire.received[mark:])
    assert CANARY.encode() not in org.worker.disk()
    assert [place.name for place in areas(ali.ports)] == ["Vestparken"]

    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Hodan")
    org.world.sync_all(3)
    assert [one.name for one in ali.store.find(Contact)] == [CANARY]
    assert {one.name for one in org.coordinator.store.find(Contact)} == {CANARY, "Hodan"}


def test_whoever_is_let_in_reads_what_was_there_and_whoever_is_taken_out_nothing_more(org: Organisation) -> None:
    space = second_area(org)
    karen, sofie = org.coordinator, org.worker
    write_everything(karen, space)
    org.world.sync_all()
    assert [one.person for one in may_work_there(karen.ports, area(karen, "Vestparken"))] == [person(sofie)]

    run(let_into_area(karen.ports, place=area(karen, "Vestparken"), person=person(sofie)))
    org.world.sync_all(3)
    assert [one.name for one in sofie.store.find(Contact)] == [CANARY]
    log_contact(sofie.ports, row=sofie.ports.new_row(), space=space, name="Hodan")
    org.world.sync_all()
    assert {one.person for one in works_there(sofie.ports, area(sofie, "Vestparken"))} == {person(sofie), person(karen)}

    place = area(karen, "Vestparken")
    run(take_out_of_area(karen.ports, place=place, person=person(sofie)))
    org.world.sync_all(3)
    log_contact(karen.ports, row=karen.ports.new_row(), space=space, name="Yasmin")
    mark = len(sofie.wire.received)
    org.world.sync_all(3)

    assert [one.name for one in areas(sofie.ports)] == ["Egeparken"]
    assert sofie.store.count(Contact) == sofie.store.count(Spot) == 0
    assert bytes.fromhex(space) not in b"".join(sofie.wire.received[mark:])
    assert {one.name for one in karen.store.find(Contact)} == {CANARY, "Hodan", "Yasmin"}
    assert not told(karen, bytes.fromhex(place.circle)).stale
    assert may_work_there(karen.ports, place)[0].person == person(sofie)


def test_the_last_who_works_there_does_not_leave_it(org: Organisation) -> None:
    second_area(org)
    karen = org.coordinator
    with pytest.raises(Refusal):
        run(take_out_of_area(karen.ports, place=area(karen, "Vestparken"), person=person(karen)))


def test_an_area_is_opened_without_a_connection_for_those_who_were_chosen(org: Organisation) -> None:
    karen, sofie = org.coordinator, org.worker
    karen.cut()
    run(open_area(karen.ports, name=" Vestparken ", persons={person(sofie)}))
    with pytest.raises(Refusal):
        run(open_area(karen.ports, name="vestparken", persons=()))
    with pytest.raises(Refusal):
        run(open_area(karen.ports, name=" ", persons=()))
    karen.mend()
    org.world.sync_all(3)
    assert [one.name for one in areas(sofie.ports)] == ["Egeparken", "Vestparken"]


def test_what_she_writes_goes_where_she_wrote_last_and_nothing_is_kept_of_it_with_one_area(org: Organisation) -> None:
    sofie, row = org.worker.ports, org.worker.ports.new_row
    egeparken = sofie.store.space("area")
    log_contact(sofie, row=row(), name="A")
    choose_area(sofie, egeparken)
    assert org.worker.store.count(Setting) == 0

    space = second_area(org, org.worker)
    assert usual_area(sofie) == egeparken
    assert log_contact(sofie, row=row(), space=space, name="B").space == space
    assert log_contact(sofie, row=row(), name="C").space == space
    assert add_spot(sofie, row=row(), kind="library", name="D").space == space
    assert add_company(sofie, row=row(), name="E").space == space
    mentor = add_mentor(sofie, row=row(), name="F")
    path = path_of(sofie, mentor)
    assert path
    assert path.space == space
    read = read_list("Navn;Telefon\nG;12345678\n".encode("utf-8-sig"))
    run(import_list(sofie, preview=read, match=read.match, progress=lambda *_: None))
    assert {one.space for one in sofie.store.find(Contact) if one.name in "BCG"} == {space}

    choose_area(sofie, egeparken)
    assert log_contact(sofie, row=row(), name="H").space == egeparken
    assert sofie.store.count(Setting) == 1
    assert [one.name for one in spots(sofie, area=space, limit=9)] == ["D"]
    assert spots(sofie, area=egeparken, limit=9) == []
    assert companies(sofie, area=egeparken, limit=9) == []
    assert [one.name for one in companies(sofie, limit=9)] == ["E"]

    run(take_out_of_area(org.coordinator.ports, place=area(org.coordinator, "Vestparken"), person=sofie.me.person))
    choose_area(sofie, space)
    org.world.sync_all(3)
    assert usual_area(sofie) == egeparken


def test_who_gets_another_role_keeps_her_areas_and_who_had_none_is_asked_for(org: Organisation) -> None:
    second_area(org)
    karen, sofie, maja = org.coordinator, org.worker, org.mentor
    assert not areas_asked(karen.ports, person(sofie), COORDINATOR)
    run(change_role(karen.ports, person=person(sofie), role=COORDINATOR))
    org.world.sync_all(3)
    assert [one.name for one in areas(sofie.ports)] == ["Egeparken"]

    assert areas_asked(karen.ports, person(maja), WORKER)
    with pytest.raises(Refusal):
        run(change_role(karen.ports, person=person(maja), role=WORKER))
    chosen = {bytes.fromhex(area(karen, "Vestparken").circle)}
    run(change_role(karen.ports, person=person(maja), role=WORKER, chosen=chosen))
    org.world.sync_all(3)
    assert [one.name for one in areas(maja.ports)] == ["Vestparken"]


def test_who_becomes_a_mentor_leaves_also_the_area_that_whoever_said_so_is_not_in(org: Organisation) -> None:
    second_area(org)
    karen, sofie = org.coordinator, org.worker
    ali = colleague(org.world, karen, "Ali", only="Vestparken")
    assert [one.name for one in areas(sofie.ports)] == ["Egeparken"]
    run(change_role(sofie.ports, person=person(ali), role=MENTOR))
    org.world.sync_all(4)
    assert areas(ali.ports) == []
    assert {one.person for one in works_there(karen.ports, area(karen, "Vestparken"))} == {person(karen)}
    assert not ali.store.find(MentorPath)
    assert ali.ports.me.role == MENTOR
    assert ali.store.count(Mentor) == 0


def test_an_area_is_called_something_else_on_every_phone_and_so_are_those_who_know_it_by_name(
    org: Organisation,
) -> None:
    second_area(org, org.worker)
    sofie, karen = org.worker, org.coordinator
    mentor = add_mentor(karen.ports, row=karen.ports.new_row(), name="Lise")
    with karen.store.write() as tx:
        tx.change(mentor, areas="Egeparken, Vestparken")
    say_wish(sofie.ports, mentee=org.cover(sofie), areas="Vestparken")
    org.world.sync_all()
    west = area(karen, "Vestparken")

    for name, why in (("", "Write what the area"), ("egeparken", "already"), ("010190-1234", "CPR")):
        with pytest.raises(Refusal, match=why):
            rename_area(karen.ports, place=west, name=name)
    for name in ("Solparken", "Månehøj"):
        rename_area(karen.ports, place=area(karen, west.name), name=name)
        org.world.sync_all()
        west = area(karen, name)

    for phone in (karen, sofie):
        assert [one.name for one in areas(phone.ports)] == ["Egeparken", "Månehøj"]
        here = phone.store.get(Mentor, mentor.id)
        assert here
        assert here.areas == "Egeparken, Månehøj"
    assert wish_of(sofie.ports, org.cover(sofie)).areas == "Månehøj"
    sofie.kill()
    sofie.unlock()
    assert [one.name for one in areas(sofie.ports)] == ["Egeparken", "Månehøj"]


def test_only_a_coordinator_gives_an_area_another_name(org: Organisation) -> None:
    assert may_rename(org.coordinator.ports, area(org.coordinator, "Egeparken"))
    assert not may_rename(org.worker.ports, area(org.worker, "Egeparken"))


def test_who_does_not_work_in_an_area_hears_that_there_are_mentors_she_cannot_propose(org: Organisation) -> None:
    space = second_area(org)
    karen, sofie = org.coordinator, org.worker
    before = known_elsewhere(sofie.ports), known_elsewhere(karen.ports)
    add_mentor(karen.ports, row=karen.ports.new_row(), name="Lise", space=space)
    org.world.sync_all()

    assert (known_elsewhere(sofie.ports), known_elsewhere(karen.ports)) == (before[0] + 1, before[1])
