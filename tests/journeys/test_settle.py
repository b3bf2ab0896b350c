"""Texts side by side and rows that came back: settled by whoever saw both, on every phone alike."""

from __future__ import annotations

import pytest

from app.journeys.contacts import change_contact, log_contact, remove_contact
from app.journeys.meetings import change_meeting, plan_meeting, remove_meeting
from app.journeys.settle import keep_row, remove_row, settle_text
from app.records import Appointment, Contact, Meeting, Step
from app.storage.errors import NotYours
from tests.world import Organisation, Phone


@pytest.fixture
def back(org: Organisation) -> str:
    """Karen took Ali away while Sofie wrote on."""
    row = log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Ali").id
    org.world.sync_all()
    karen, sofie = contact(org.coordinator, row), contact(org.worker, row)
    remove_contact(org.coordinator.ports, shown=karen, saw=org.coordinator.store.seen(karen))
    org.world.later(minutes=5)
    change_contact(org.worker.ports, shown=sofie, saw=org.worker.store.seen(sofie), phone="20304050")
    org.world.sync_all()
    return row


def contact(phone: Phone, row: str) -> Contact:
    found = phone.store.get(Contact, row)
    assert found
    return found


def test_who_removed_and_who_wrote_on_is_told_alike_on_both_phones(org: Organisation, back: str) -> None:
    for phone, mine in ((org.worker, (False, True)), (org.coordinator, (True, False))):
        told = phone.store.back(contact(phone, back))
        assert told
        assert (told.removed.who, told.wrote.who) == ("Karen", "Sofie")
        assert (told.removed.mine, told.wrote.mine) == mine
        assert (told.wrote.at - told.removed.at).total_seconds() == 300


@pytest.mark.parametrize("who", ["worker", "coordinator"])
def test_kept_it_stands_unmarked_everywhere(org: Organisation, back: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    shown = contact(phone, back)
    keep_row(phone.ports, shown=shown, saw=phone.store.seen(shown))
    assert phone.store.back(contact(phone, back)) is None
    org.world.sync_all()
    for each in (org.worker, org.coordinator):
        assert contact(each, back).phone == "20304050"
        assert each.store.back(contact(each, back)) is None


@pytest.mark.parametrize("who", ["worker", "coordinator"])
def test_taken_away_after_all_it_is_gone_everywhere(org: Organisation, back: str, who: str) -> None:
    phone: Phone = getattr(org, who)
    shown = contact(phone, back)
    remove_row(phone.ports, shown=shown, saw=phone.store.seen(shown))
    org.world.sync_all()
    assert org.worker.store.find(Contact) == org.coordinator.store.find(Contact) == []


def test_one_keeps_while_the_other_takes_it_away_and_it_is_marked_anew(org: Organisation, back: str) -> None:
    """Nothing disappears that somebody wanted to keep."""
    for phone, step in ((org.worker, keep_row), (org.coordinator, remove_row)):
        shown = contact(phone, back)
        step(phone.ports, shown=shown, saw=phone.store.seen(shown))
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        assert phone.store.back(contact(phone, back))


def test_a_meeting_that_is_kept_keeps_her_appointment(org: Organisation) -> None:
    mentor, worker = org.mentor, org.worker
    plan = plan_meeting(
        mentor.ports, row=mentor.ports.new_row(), mentee=org.cover(mentor), starts="2026-03-09T16:00", place="Café"
    )
    org.world.sync_all()
    shown = worker.store.get(Meeting, plan.id)
    assert shown
    remove_meeting(worker.ports, shown=shown, saw=worker.store.seen(shown))
    change_meeting(mentor.ports, shown=plan, starts="2026-03-09T17:00")
    org.world.sync_all()
    (meeting,) = worker.store.find(Meeting)
    keep_row(worker.ports, shown=meeting, saw=worker.store.seen(meeting))
    org.world.sync_all()
    (hers,) = org.mentee.store.find(Appointment)
    assert hers.starts == "2026-03-09T17:00"
    for phone in (mentor, worker):
        assert not phone.store.came_back(phone.store.find(Meeting)[0])
        assert not phone.store.came_back(phone.store.find(Appointment)[0])


def test_a_step_is_settled_by_the_mentee_herself_and_taken_away_by_others(org: Organisation) -> None:
    mentor, amina = org.mentor, org.mentee
    plan = mentor.store.beside(org.cover(mentor).space, "plan")
    with mentor.store.write() as tx:
        tx.add(Step(id="0a" * 16, space=plan, text="take the bus"))
    org.world.sync_all()
    for phone, text in ((mentor, "take the bus alone"), (amina, "take the train")):
        (step,) = phone.store.find(Step)
        with phone.store.write() as tx:
            tx.change(step, phone.store.seen(step), text=text)
    org.world.sync_all()
    (step,) = amina.store.find(Step)
    assert {one.text for one in amina.store.rivals(step)["text"]} == {"take the bus alone", "take the train"}
    settle_text(amina.ports, shown=step, saw=amina.store.seen(step), field="text", text="take bus or train")
    with pytest.raises(NotYours):
        remove_row(amina.ports, shown=step, saw=amina.store.seen(step))
    org.world.sync_all()
    for phone in (mentor, amina):
        (step,) = phone.store.find(Step)
        assert step.text == "take bus or train"
        assert phone.store.rivals(step) == {}
