"""A new phone, a second one, a forgotten PIN, another role: who is let in again by whom, and reads what then."""

from __future__ import annotations

import pytest

from app.domain.refusal import Refusal
from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.among_few import begin, noted_in
from app.journeys.change_role import change_role
from app.journeys.closing import close_my_phone, shut_out
from app.journeys.contacts import log_contact
from app.journeys.coordinated import coordinated
from app.journeys.invite import invite, places_for
from app.journeys.open_file import open_file
from app.journeys.people import people
from app.journeys.phones import all_phones
from app.journeys.readmit import give_back, readmit, to_give_back
from app.journeys.refusals import NotSteward
from app.journeys.tending import is_out
from app.keys.enrolment import Card
from app.records import Contact, Mentee
from tests.leaving import CANARY, notes, person, say, told
from tests.readmitting import another_phone, let_in_again
from tests.world import Organisation, Phone, run


def test_a_lost_phone_is_closed_and_her_other_phone_is_not(org: Organisation) -> None:
    again = run(readmit(org.coordinator.ports, person=person(org.mentor)))
    second = org.world.phone("Majas nye")
    second.join(again)
    lost = org.mentor.ports.keyring.device
    run(shut_out(org.coordinator.ports, person(org.mentor), lost))
    org.world.sync_all()

    assert is_out(org.mentor.ports)
    assert not is_out(second.ports)
    maja = next(one for one in people(org.coordinator.ports) if one.person == person(second))
    assert [device for device, _ in maja.devices] == [second.ports.keyring.device]
    assert not maja.left


def test_a_mentee_who_forgot_her_pin_is_let_in_again_by_her_mentor(org: Organisation) -> None:
    again = run(readmit(org.mentor.ports, person=person(org.mentee)))
    new = org.world.phone("Aminas nye")
    new.join(again)
    org.world.sync_all()

    assert person(new) == person(org.mentee)
    assert new.ports.me.name == "Amina"
    assert {place.kind for place in new.store.places()} >= {"plan", "public"}
    assert not {place.kind for place in new.store.places()} & {"case", "notes"}


def test_a_mentee_lets_nobody_in_and_a_mentor_no_steward(org: Organisation) -> None:
    for phone, whom in ((org.mentee, org.mentor), (org.mentor, org.worker)):
        with pytest.raises(NotSteward):
            run(readmit(phone.ports, person=person(whom)))


def test_a_worker_with_a_new_phone_gets_the_notes_back_from_the_mentor_who_met_her(org: Organisation) -> None:
    say(org.mentor, CANARY)
    org.world.sync_all()
    again = run(readmit(org.coordinator.ports, person=person(org.worker)))
    new = org.world.phone("Sofies nye")
    new.join(again)
    run(shut_out(org.coordinator.ports, person(org.worker), org.worker.ports.keyring.device))
    org.world.sync_all()
    assert notes(new) == set()

    (waiting,) = to_give_back(org.mentor.ports)
    assert waiting.person.card.name == "Sofie"
    run(give_back(org.mentor.ports, waiting))
    org.world.sync_all()
    org.world.sync_all()

    assert notes(new) == {CANARY}
    assert to_give_back(org.mentor.ports) == []
    say(new, "tilbage")
    org.world.sync_all()
    assert notes(org.mentor) == {CANARY, "tilbage"}


def test_who_joined_while_the_key_changed_is_given_it(org: Organisation) -> None:
    places = places_for(org.worker.ports, "mentor", org.file)
    invitation = run(invite(org.worker.ports, member=Card("Ida", "mentor"), grants=places))
    run(shut_out(org.coordinator.ports, person(org.mentee)))
    org.world.sync_all()
    ida = org.world.phone("Ida")
    ida.join(invitation)
    org.world.sync_all(3)
    say(org.mentor, CANARY)
    org.world.sync_all()

    assert notes(ida) == {CANARY}


def test_who_comes_later_reads_what_was_written_before_the_key_changed(org: Organisation) -> None:
    say(org.mentor, CANARY)
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all()
    ida = org.world.bring_in(org.worker, "Ida", "mentor", org.file)
    org.world.sync_all()

    assert notes(ida) == {CANARY}


def test_a_second_phone_of_hers_has_everything_and_shuts_out_the_first_when_that_is_lost(org: Organisation) -> None:
    say(org.mentor, CANARY)
    org.world.sync_all()
    second = org.world.phone("Majas anden")
    second.join(run(readmit(org.mentor.ports, person=person(org.mentor))))
    org.world.sync_all()
    assert notes(second) == {CANARY}
    assert {place.kind for place in second.store.places()} == {place.kind for place in org.mentor.store.places()}
    own = second.store.space("own")
    assert own == org.mentor.store.space("own")

    both = [second.ports.keyring.device, org.mentor.ports.keyring.device]
    told_of = run(all_phones(second.ports))
    assert {one.device for one in told_of[person(second)]} == set(both)
    assert all(one.heard_ms for one in told_of[person(second)])
    assert not any(one.heard_ms for who, phones in told_of.items() if who != person(second) for one in phones)
    for here in (b"", both[0]):
        with pytest.raises(Refusal):
            run(close_my_phone(second.ports, here))

    run(close_my_phone(second.ports, both[1]))
    org.world.sync_all(3)

    assert is_out(org.mentor.ports)
    assert not is_out(second.ports)
    say(second, "videre")
    org.world.sync_all()
    assert notes(org.worker) == {CANARY, "videre"}
    assert not told(second, org.file).stale


def test_a_worker_who_becomes_a_mentor_keeps_the_staff_list_and_loses_the_area(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()

    run(change_role(org.coordinator.ports, person=person(org.worker), role=MENTOR))
    org.world.sync_all(3)

    assert org.worker.ports.me.role == MENTOR
    assert not is_out(org.worker.ports)
    assert {place.kind for place in org.worker.store.places()} >= {"public", "staff", "notes"}
    assert "area" not in {place.kind for place in org.worker.store.places()}
    assert org.worker.store.find(Contact) == []
    assert [one.name for one in org.coordinator.store.find(Contact)] == ["Grøn dør"]
    with pytest.raises(NotSteward):
        run(shut_out(org.worker.ports, person(org.mentor)))
    say(org.worker, CANARY)  # her file is still hers
    org.world.sync_all()
    assert notes(org.mentor) == {CANARY}


@pytest.mark.parametrize("closes", [False, True])
def test_a_coordinator_made_mentor_keeps_the_facts_of_files_only_if_they_are_left_to_her(
    org: Organisation, *, closes: bool
) -> None:
    bente = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
    org.world.sync_all()
    ports = org.worker.ports
    run(open_file(ports, row=ports.new_row(), name="Hodan"))
    run(open_file(ports, row=ports.new_row(), name="Bahar"))
    org.world.sync_all()
    assert {one.name for one in bente.store.find(Mentee)} == {"Hodan", "Bahar"}

    files = coordinated(org.coordinator.ports, person(bente))
    assert [file.name for file in files] == ["Bahar", "Hodan"]
    wanted = [bytes.fromhex(file.circle) for file in files] if closes else []
    run(change_role(org.coordinator.ports, person=person(bente), role=MENTOR, files=wanted))
    org.world.sync_all(3)

    assert bente.ports.me.role == MENTOR
    assert {one.name for one in bente.store.find(Mentee)} == (set() if closes else {"Hodan", "Bahar"})
    assert {one.name for one in org.worker.store.find(Mentee)} == {"Amina", "Hodan", "Bahar"}
    assert [file.name for file in coordinated(org.coordinator.ports, person(bente))] == (
        [] if closes else ["Bahar", "Hodan"]
    )


def test_the_file_that_she_opened_as_a_worker_is_none_that_she_reads_as_a_coordinator(org: Organisation) -> None:
    assert coordinated(org.coordinator.ports, person(org.worker)) == []


def test_a_mentor_who_becomes_a_worker_reads_what_was_there_before(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()

    run(change_role(org.coordinator.ports, person=person(org.mentor), role=WORKER))
    org.world.sync_all(3)

    assert org.mentor.ports.me.role == WORKER
    assert [one.name for one in org.mentor.store.find(Contact)] == ["Grøn dør"]
    org.coordinator.sync()
    run(shut_out(org.mentor.ports, person(org.mentee)))
    org.world.sync_all()
    assert is_out(org.mentee.ports)


@pytest.mark.parametrize("role", ["coordinator", "worker", "mentee"])
def test_everybody_signs_a_second_phone_in_by_herself(org: Organisation, role: str) -> None:
    first: Phone = getattr(org, role)
    second = org.world.phone(f"Another of {role}")
    second.join(run(readmit(first.ports, person=person(first))))
    org.world.sync_all()

    assert {place.space for place in second.store.places()} == {place.space for place in first.store.places()}
    run(close_my_phone(second.ports, first.ports.keyring.device))
    org.world.sync_all(3)
    assert is_out(first.ports)
    assert {place.kind for place in second.store.places()} > {"public", "own"}


def test_what_one_of_her_phones_is_given_later_reaches_her_other_one(org: Organisation) -> None:
    second = org.world.phone("Majas anden")
    second.join(run(readmit(org.mentor.ports, person=person(org.mentor))))
    matter = begin(  # the worker has not heard of the second phone
        org.worker.ports, row=org.worker.ports.new_row(), name="P", text=CANARY, persons=[person(org.mentor)]
    )
    space = run(matter).space
    org.world.sync_all(3)

    assert [one.text for one in noted_in(second.ports, space)] == [CANARY]


@pytest.mark.parametrize("heard", [False, True])
def test_a_phone_that_somebody_else_signed_in_for_her_is_given_nothing_by_itself(
    org: Organisation, *, heard: bool
) -> None:
    """Neither by her own phone nor, if it has `heard` of the stranger, by the phone of who lets her in."""
    root = org.mentee.ports.keyring.me.root
    stranger = another_phone(org.mentee, person(org.mentor), [root], Card("Maja", "mentor"), "Majas nye")
    if heard:
        org.worker.sync()
    matter = begin(
        org.worker.ports, row=org.worker.ports.new_row(), name="P", text=CANARY, persons=[person(org.mentor)]
    )
    space = run(matter).space
    org.world.sync_all(3)

    assert [one.text for one in noted_in(org.mentor.ports, space)] == [CANARY]
    assert noted_in(stranger.ports, space) == []


def test_a_phone_that_a_steward_signed_in_is_hers_and_her_first_one_hands_it_nothing_by_itself(
    org: Organisation,
) -> None:
    new = org.world.phone("Majas nye")
    new.join(run(readmit(org.coordinator.ports, person=person(org.mentor))))
    spaces = []
    for name in ("before she heard of it", "afterwards"):
        matter = begin(
            org.worker.ports, row=org.worker.ports.new_row(), name=name, text=name, persons=[person(org.mentor)]
        )
        spaces.append(run(matter).space)
        org.world.sync_all(3)

    assert [[one.text for one in noted_in(new.ports, space)] for space in spaces] == [[], ["afterwards"]]


def test_a_phone_that_a_mentee_signed_in_for_her_mentor_gets_no_new_role(org: Organisation) -> None:
    root = org.mentee.ports.keyring.me.root
    stranger = another_phone(org.mentee, person(org.mentor), [root], Card("Maja", "mentor"), "Majas nye")
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()
    run(change_role(org.coordinator.ports, person=person(org.mentor), role=WORKER))
    org.world.sync_all(3)

    assert org.mentor.ports.me.role == WORKER
    assert [one.name for one in org.mentor.store.find(Contact)] == ["Grøn dør"]
    assert not told(org.worker, root).stewards & {stranger.ports.keyring.device}
    assert {place.kind for place in stranger.store.places()} <= {"own"}
    assert is_out(stranger.ports)


def test_a_stranger_who_names_her_true_phone_as_one_of_hers_is_trusted_no_more_for_it(org: Organisation) -> None:
    """Her phone hands on what it was given to those that hang together with it by how they came in."""
    root, maja = org.mentee.ports.keyring.me.root, person(org.mentor)
    stranger = another_phone(org.mentee, maja, [root], Card("Maja", "mentor"), "Majas nye")
    true = org.mentor.ports.keyring
    stranger.sync()
    let_in_again(stranger, maja, [root], Card("", "mentor"), devices=[(true.device, true.box)])
    matter = begin(org.worker.ports, row=org.worker.ports.new_row(), name="P", text=CANARY, persons=[maja])
    space = run(matter).space
    org.world.sync_all(3)

    assert [one.text for one in noted_in(org.mentor.ports, space)] == [CANARY]
    assert noted_in(stranger.ports, space) == []
    assert told(org.mentor, org.file).of_device(stranger.ports.keyring.device) == []


def test_a_mentee_whom_her_mentor_let_in_becomes_a_mentor_once_a_steward_let_her_in(org: Organisation) -> None:
    new = org.world.phone("Aminas nye")
    new.join(run(readmit(org.mentor.ports, person=person(org.mentee))))
    run(shut_out(org.coordinator.ports, person(org.mentee), org.mentee.ports.keyring.device))
    org.world.sync_all()
    with pytest.raises(Refusal, match="not let in by a worker"):
        run(change_role(org.coordinator.ports, person=person(org.mentee), role=MENTOR))
    newest = org.world.phone("Aminas nyeste")
    newest.join(run(readmit(org.coordinator.ports, person=person(org.mentee))))
    run(change_role(org.coordinator.ports, person=person(org.mentee), role=MENTOR))
    org.world.sync_all(3)

    assert newest.ports.me.role == MENTOR
    assert "staff" in {place.kind for place in newest.store.places()}


def test_a_worker_made_mentor_is_one_on_the_phone_that_the_coordinator_had_not_heard_of(org: Organisation) -> None:
    second = org.world.phone("Sofies anden")
    second.join(run(readmit(org.worker.ports, person=person(org.worker))))
    run(change_role(org.coordinator.ports, person=person(org.worker), role=MENTOR))
    org.world.sync_all(4)

    for phone in (org.worker, second):
        assert phone.ports.me.role == MENTOR
        assert not is_out(phone.ports)
        assert {"public", "staff", "notes"} <= {place.kind for place in phone.store.places()}
        assert "area" not in {place.kind for place in phone.store.places()}
        with pytest.raises(NotSteward):
            run(shut_out(phone.ports, person(org.mentor)))
