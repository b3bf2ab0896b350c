"""Somebody leaves, loses a phone, forgets a PIN: who reads what before, after, and once she is back."""

from __future__ import annotations

import pytest

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.change_role import change_role
from app.journeys.closing import LastSteward, close_my_phone, shut_out
from app.journeys.contacts import log_contact
from app.journeys.invite import invite, places_for
from app.journeys.late import late_work, let_count
from app.journeys.meetings import log_meeting
from app.journeys.people import people
from app.journeys.phones import phones_of, what_ends
from app.journeys.readmit import give_back, readmit, to_give_back
from app.journeys.refusals import NotSteward
from app.journeys.tending import is_out
from app.keys.enrolment import Card
from app.records import Contact, MeetingNote, Mentee
from sync.circles import Circles
from sync.log import Membership, space_of
from tests.world import Organisation, Phone, run

CANARY = "kun-mellem-os-to"


def notes(phone: Phone) -> set[str]:
    return {note.text for note in phone.store.find(MeetingNote)}


def say(phone: Phone, text: str) -> None:
    (cover,) = phone.store.find(Mentee)
    ports = phone.ports
    log_meeting(ports, row=ports.new_row(), mentee=cover, held_on=ports.today(), note=text)


def told(phone: Phone, circle: bytes) -> Membership:
    found = Circles(phone.store.journal).of(circle)
    assert found
    return found


def person(phone: Phone) -> bytes:
    return phone.ports.me.person


def everything(phone: Phone, spaces: tuple[bytes, ...]) -> list[str]:
    """What any key that phone ever held opens, of whatever lies on the hub in these spaces."""
    ring, opened = phone.ports.keyring, []
    rows = phone.world.hub_store
    with rows.read() as sql:
        for space in spaces:
            for row in sql(
                "SELECT space, row, author, n, epoch, suite, nonce, sealed FROM version WHERE space = ?", space
            ):
                from sync.version import Version, unpack_said

                version = Version(*row)
                try:
                    body = ring.open(space, version.epoch, version.aad, version.nonce, version.sealed)
                    opened.append(repr(unpack_said(body)))
                except Exception as no:  # noqa: BLE001 - whatever it is, it did not open
                    opened.append(type(no).__name__)
    return opened


def test_who_left_is_served_nothing_more_and_opens_nothing_newer(org: Organisation) -> None:
    say(org.mentor, "fra før")
    org.world.sync_all()
    ring = dict(org.mentor.ports.keyring.circles)  # what a copy of her phone would hold

    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.world.sync_all()
    say(org.worker, CANARY)
    org.world.sync_all()

    assert is_out(org.mentor.ports)
    assert notes(org.worker) == {"fra før", CANARY}
    assert told(org.worker, org.file).epoch == 1
    assert not told(org.worker, org.file).stale
    assert org.mentor.store.find(MeetingNote) == []
    assert org.mentor.store.find(Mentee) == []
    assert org.file not in org.mentor.ports.keyring.circles
    org.mentor.ports.keyring.circles.update(ring)
    for held in ring.values():
        org.mentor.ports.keyring.hold(held)
    opened = everything(org.mentor, tuple(space_of(org.file, rung) for rung in range(3)))
    assert any("fra" in one for one in opened)
    assert not any(CANARY in one for one in opened)


def test_the_door_shuts_for_the_lost_phone_before_any_other_log_says_so(org: Organisation) -> None:
    """The coordinator is no member of the area; one entry in the root log is enough for the hub."""
    before = len(org.mentor.wire.received)
    root = org.coordinator.ports.keyring.me.root
    from app.journeys.closing import close_in

    run(close_in(org.coordinator.ports, [root], person(org.mentor)))
    say(org.worker, CANARY)
    org.worker.wire.off = False
    org.worker.sync()
    org.mentor.sync()

    assert CANARY not in str(notes(org.mentor))
    assert len(org.mentor.wire.received) > before
    assert notes(org.worker) == {CANARY}


def test_what_she_wrote_and_nobody_had_comes_in_late_and_counts_when_a_steward_says_so(org: Organisation) -> None:
    org.mentor.cut()
    say(org.mentor, CANARY)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.worker.sync()
    org.mentor.mend()
    for _ in range(3):
        org.mentor.sync()
    org.world.sync_all()

    assert notes(org.worker) == set()
    assert org.mentor.store.journal.waiting() == []
    assert CANARY.encode() not in org.mentor.disk()

    lane = run(late_work(org.worker.ports))
    assert sorted(work.where for work in lane) == ["case", "notes"]
    assert any(CANARY in str(write.fields) for work in lane for write in work.writes)
    assert {work.name for work in lane} == {"Maja"}
    for work in lane:
        run(let_count(org.worker.ports, work))
    org.world.sync_all()

    assert notes(org.worker) == {CANARY}
    assert run(late_work(org.worker.ports)) == []
    assert not any(phone.sync().holding_back for phone in (org.worker, org.coordinator, org.mentee))
    late = [work.where for work in run(late_work(org.coordinator.ports))]
    assert late == []


def test_a_coordinator_sees_that_a_note_waits_and_not_what_it_says(org: Organisation) -> None:
    org.mentor.cut()
    say(org.mentor, CANARY)
    run(shut_out(org.coordinator.ports, person(org.mentor)))
    org.worker.sync()
    org.mentor.mend()
    for _ in range(3):
        org.mentor.sync()
    org.world.sync_all()

    lane = {work.where: work for work in run(late_work(org.coordinator.ports))}

    assert lane["notes"].rows == 1
    assert lane["notes"].writes == ()
    assert len(lane["case"].writes) == 1
    assert CANARY.encode() not in org.coordinator.wire.bytes_received()


def test_the_key_is_made_by_whoever_stands_innermost_when_the_steward_does_not(org: Organisation) -> None:
    org.worker.cut()
    run(shut_out(org.coordinator.ports, person(org.mentee)))
    org.coordinator.sync()
    assert told(org.coordinator, org.file).stale

    org.mentor.sync()  # no steward, but on the innermost rung
    org.mentor.sync()
    org.coordinator.sync()

    assert not told(org.coordinator, org.file).stale
    org.worker.mend()
    org.worker.sync()
    say(org.worker, CANARY)
    org.world.sync_all()
    assert notes(org.mentor) == {CANARY}


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


def test_the_last_steward_cannot_go(org: Organisation) -> None:
    run(shut_out(org.coordinator.ports, person(org.worker)))
    with pytest.raises(LastSteward):
        run(shut_out(org.coordinator.ports, person(org.coordinator)))


def test_an_open_invitation_goes_with_the_place_it_was_for(org: Organisation) -> None:
    invitation = run(
        invite(org.coordinator.ports, member=Card("Nora", WORKER), grants=places_for(org.coordinator.ports, WORKER))
    )
    run(shut_out(org.coordinator.ports, invitation.person))

    from app.journeys.refusals import Spent

    with pytest.raises(Spent):
        org.world.phone("Nora").join(invitation)


def test_a_mentor_shuts_nobody_out(org: Organisation) -> None:
    with pytest.raises(NotSteward):
        run(shut_out(org.mentor.ports, person(org.mentee)))


def test_cut_off_in_the_middle_another_stewards_phone_does_the_rest(org: Organisation) -> None:
    second = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
    org.world.sync_all()
    from app.journeys.closing import close_in

    run(close_in(org.coordinator.ports, [org.coordinator.ports.keyring.me.root], person(org.worker)))
    org.coordinator.cut()
    for _ in range(2):
        second.sync()

    area = bytes.fromhex(next(place.circle for place in second.store.places("area")))
    closed = told(second, area)
    assert not any(one.person == person(org.worker) for one in closed.open)
    assert closed.epoch == 1


def test_a_contact_she_logged_stays_when_she_is_gone(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    org.world.sync_all()
    run(shut_out(org.coordinator.ports, person(org.worker)))
    org.world.sync_all()

    assert [one.name for one in org.coordinator.store.find(Contact)] == ["Grøn dør"]


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


def test_demoted_while_she_wrote_the_contact_waits_for_a_steward(org: Organisation) -> None:
    org.worker.cut()
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Grøn dør")
    run(change_role(org.coordinator.ports, person=person(org.worker), role=MENTOR))
    org.worker.mend()
    org.world.sync_all(3)

    assert org.coordinator.store.find(Contact) == []
    (work,) = run(late_work(org.coordinator.ports))
    assert (work.where, work.rows, work.name) == ("area", 1, "Sofie")
    run(let_count(org.coordinator.ports, work))
    org.world.sync_all()
    assert [one.name for one in org.coordinator.store.find(Contact)] == ["Grøn dør"]


def test_her_phones_are_told_with_what_they_said_last(org: Organisation) -> None:
    org.world.later(days=2)
    org.mentor.lock()
    org.mentor.unlock()
    org.mentor.sync()
    (phone,) = run(phones_of(org.coordinator.ports, person(org.mentor)))
    assert (phone.heard_ms, phone.shut, phone.erased) == (org.world.now_ms, False, False)

    ends = what_ends(org.worker.ports, person(org.mentor))
    assert [kind for kind, _ in ends.circles] == ["public", "staff", "file"]
    assert ends.phones == 1

    run(shut_out(org.coordinator.ports, person(org.mentor)))
    (phone,) = run(phones_of(org.coordinator.ports, person(org.mentor)))
    assert (phone.shut, phone.erased) == (True, False)
    org.world.sync_all(3)
    (phone,) = run(phones_of(org.coordinator.ports, person(org.mentor)))
    assert phone.erased


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

    run(close_my_phone(second.ports, org.mentor.ports.keyring.device))
    org.world.sync_all(3)

    assert is_out(org.mentor.ports)
    assert not is_out(second.ports)
    say(second, "videre")
    org.world.sync_all()
    assert notes(org.worker) == {CANARY, "videre"}
    assert not told(second, org.file).stale
