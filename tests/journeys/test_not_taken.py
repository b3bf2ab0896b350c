"""What does not count is kept, told to who wrote it, handed in, taken over, or let go of; nothing of it is lost."""

from __future__ import annotations

import pytest

from app.journeys.contacts import log_contact
from app.journeys.handed import leave, looked_at, may_take_over, said_in, take_over, waiting
from app.journeys.meetings import log_meeting
from app.journeys.not_taken import NotTaken, hand_in, let_go, not_taken, way_in
from app.ports import Refusal
from app.records import Contact, Handed, MeetingNote
from tests.demoting import demote_while_writing
from tests.refusing import refusing
from tests.world import Organisation, Phone

CANARY = "kanariefuglen synger om natten"


def log(who: Phone, **said: str) -> str:
    return log_contact(who.ports, row=who.ports.new_row(), **({"name": "Ali"} | said)).id  # type: ignore[arg-type]


@pytest.fixture
def demoted(org: Organisation) -> Organisation:
    """Sofie wrote of Ali just while the news came that Karen had made her a mentor in the area."""
    demote_while_writing(org.coordinator, org.worker, lambda: log(org.worker, phone="11111111", note=CANARY))
    org.world.sync_all()
    return org


def test_what_her_role_no_longer_lets_count_is_kept_and_told_to_her(demoted: Organisation) -> None:
    (one,) = not_taken(demoted.worker.ports)
    assert (one.table, one.why, one.here) == ("contact", "role", False)
    assert one.fields == {"name": "Ali", "phone": "11111111", "note": CANARY, "met_on": "2026-03-02"}
    assert one.written_ms == demoted.worker.clock.now()
    assert demoted.coordinator.store.find(Contact) == []
    assert demoted.coordinator.store.refused_of_others() == 4
    assert not_taken(demoted.coordinator.ports) == []


def test_handed_in_and_taken_over_it_stands_in_the_stewards_name(demoted: Organisation) -> None:
    sofie, karen = demoted.worker, demoted.coordinator
    (one,) = not_taken(sofie.ports)
    assert way_in(sofie.ports, one).names == ("Karen",)
    for _ in range(2):  # a double tap
        hand_in(sofie.ports, one)
    assert not_taken(sofie.ports) == []
    demoted.world.sync_all()

    (handed,) = waiting(karen.ports)
    line = karen.store.byline(handed, "said")
    assert line
    assert line.who == "Sofie"
    assert may_take_over(karen.ports, handed)
    for _ in range(2):
        take_over(karen.ports, handed)
    demoted.world.sync_all()
    assert waiting(karen.ports) == []
    assert [handed.id for handed in looked_at(karen.ports)] == [handed.id]
    for phone in (karen, sofie):
        (ali,) = phone.store.find(Contact)
        assert (ali.name, ali.phone, ali.note) == ("Ali", "11111111", CANARY)
    assert not_taken(sofie.ports) == []
    for place in (demoted.world.hub_disk(), sofie.disk(), karen.disk(), sofie.wire.bytes_sent()):
        assert CANARY.encode() not in place


def test_a_text_taken_over_is_set_below_the_one_that_stands_there(demoted: Organisation) -> None:
    sofie, karen = demoted.worker, demoted.coordinator
    (one,) = not_taken(sofie.ports)
    log_contact(karen.ports, row=one.row, space=one.space, name="Ali", note="from Karen")
    hand_in(sofie.ports, one)
    demoted.world.sync_all()
    (handed,) = waiting(karen.ports)
    take_over(karen.ports, handed)
    (ali,) = karen.store.find(Contact)
    assert ali.note == f"from Karen\n{CANARY}"


def test_a_steward_may_leave_it(demoted: Organisation) -> None:
    sofie, karen = demoted.worker, demoted.coordinator
    hand_in(sofie.ports, not_taken(sofie.ports)[0])
    demoted.world.sync_all()
    leave(karen.ports, waiting(karen.ports)[0])
    demoted.world.sync_all()
    assert waiting(karen.ports) == []
    assert [one.done for one in sofie.store.find(Handed)] == ["not used"]
    assert karen.store.find(Contact) == []


def test_let_go_it_is_not_told_again_also_after_a_restart(demoted: Organisation) -> None:
    sofie = demoted.worker
    let_go(sofie.ports, not_taken(sofie.ports)[0])
    assert not_taken(sofie.ports) == []
    sofie.kill()
    sofie.unlock()
    assert not_taken(sofie.ports) == []
    assert sofie.store.not_taken() == set()


@pytest.mark.parametrize("reason", ["stranger", "size", "day", "gap", "signature", "some word of a newer hub"])
def test_what_the_hub_refuses_is_told_with_the_reason_and_goes_once_it_may(org: Organisation, reason: str) -> None:
    row = log(org.worker)
    with refusing(org.worker, reason):
        org.worker.sync()
    (one,) = not_taken(org.worker.ports)
    assert (one.row, one.why, one.here, one.fields["name"]) == (row, reason, True, "Ali")
    assert org.worker.store.get(Contact, row) is not None

    org.worker.sync()
    assert not_taken(org.worker.ports) == []
    assert org.worker.store.waiting().things == 0


def test_what_the_hub_refuses_can_be_dropped_and_nothing_else_goes_with_it(org: Organisation) -> None:
    row, other = log(org.worker), log(org.worker, name="Hodan")
    with refusing(org.worker, "size"):
        org.worker.sync()
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Later")
    let_go(org.worker.ports, next(one for one in not_taken(org.worker.ports) if one.row == row))
    assert org.worker.store.get(Contact, row) is None
    org.worker.sync()
    org.coordinator.sync()
    assert sorted(each.name for each in org.coordinator.store.find(Contact)) == ["Hodan", "Later"]
    assert org.worker.store.get(Contact, other) is not None


def test_what_is_on_its_way_is_not_dropped(org: Organisation) -> None:
    row = log(org.worker)
    with refusing(org.worker, "gap"):
        org.worker.sync()
    (one,) = not_taken(org.worker.ports)
    org.worker.store.journal.run("UPDATE unsent SET offered=1")
    with pytest.raises(Refusal):
        let_go(org.worker.ports, one)
    assert org.worker.store.get(Contact, row) is not None


def test_what_does_not_open_any_more_is_said_and_can_only_be_let_go(org: Organisation) -> None:
    log(org.worker)
    org.worker.store.journal.run("UPDATE unsent SET sealed=zeroblob(200)")
    org.worker.sync()
    (one,) = not_taken(org.worker.ports)
    assert (one.why, one.table, dict(one.fields)) == ("damaged", "", {})
    with pytest.raises(Refusal):
        way_in(org.worker.ports, one)
    let_go(org.worker.ports, one)
    assert not_taken(org.worker.ports) == []


def test_a_note_goes_to_who_reads_notes_and_to_nobody_else(org: Organisation) -> None:
    mentor = org.mentor
    cover = org.cover(mentor)
    log_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=cover, held_on=mentor.ports.today(), note=CANARY)
    with refusing(mentor, "kind"):
        mentor.sync()
    one = next(one for one in not_taken(mentor.ports) if one.table == "meetingnote")
    assert way_in(mentor.ports, one).names == ("Sofie",)
    hand_in(mentor.ports, one)
    org.world.sync_all()
    assert mentor.store.find(MeetingNote) == []
    assert org.coordinator.store.find(Handed) == []
    assert org.mentee.store.find(Handed) == []
    (handed,) = waiting(org.worker.ports)
    assert said_in(handed)["text"] == CANARY
    take_over(org.worker.ports, handed)
    org.world.sync_all()
    assert [note.text for note in mentor.store.find(MeetingNote)] == [CANARY]


def test_a_note_is_never_handed_in_where_the_mentee_reads(org: Organisation) -> None:
    """Of the file she has the plan alone, as a mentor may who was moved there."""
    mentor, amina = org.mentor, org.mentee
    plan = amina.store.space("plan")
    for kind, reached in (("notes", False), ("case", False), ("plan", True)):
        one = NotTaken("meetingnote", "0a" * 16, mentor.store.space(kind), "role", 1, here=False, fields={"text": "x"})
        if reached:
            assert way_in(amina.ports, one).space == plan
        else:
            with pytest.raises(Refusal):
                way_in(amina.ports, one)


def test_who_is_left_with_the_facts_hands_her_note_in_there_and_hears_who_reads_it(org: Organisation) -> None:
    karen = org.coordinator
    notes = org.mentor.store.space("notes")
    one = NotTaken("meetingnote", "0a" * 16, notes, "role", 1, here=False, fields={"text": "x"})
    way = way_in(karen.ports, one)
    assert (way.space, way.names) == (karen.store.space("case"), ("Sofie",))


def test_only_a_steward_has_a_list_of_what_was_handed_in(demoted: Organisation) -> None:
    hand_in(demoted.worker.ports, not_taken(demoted.worker.ports)[0])
    demoted.world.sync_all()
    assert waiting(demoted.mentor.ports) == []
    assert waiting(demoted.mentee.ports) == []
    assert len(waiting(demoted.coordinator.ports)) == 1


@pytest.mark.parametrize("said", ["", "[]", "7", "not json", '{"name": [1]}', '{"course": "x"}', '{"met_on": "soon"}'])
def test_what_a_patched_app_hands_in_is_shown_and_never_written(org: Organisation, said: str) -> None:
    area = org.worker.store.space("area")
    with org.worker.store.write() as tx:
        tx.add(Handed(id="0a" * 16, space=area, noun="contact", row="0b" * 16, origin=area, said=said))
    org.world.sync_all()
    (handed,) = waiting(org.coordinator.ports)
    assert not may_take_over(org.coordinator.ports, handed)
    with pytest.raises(Refusal):
        take_over(org.coordinator.ports, handed)
