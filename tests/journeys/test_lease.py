"""Five weeks without the hub: what is about others rests, what is hers stays open, one contact wakes it all."""

from __future__ import annotations

import pytest

from app.journeys.contacts import log_contact
from app.journeys.lease import days_left
from app.journeys.meetings import log_meeting, plan_meeting
from app.records import Appointment, Contact, Meeting, MeetingNote, Mentee, Setting
from app.storage.errors import NoSuchPlace, Resting
from tests.world import Organisation


def test_it_is_said_a_week_before_and_then_rests(org: Organisation) -> None:
    worker = org.worker
    log_contact(worker.ports, row=worker.ports.new_row(), name="Grøn dør")
    worker.sync()
    assert days_left(worker.ports) is None
    worker.cut()
    org.world.later(days=30)
    assert days_left(worker.ports) == 5
    worker.lock()
    worker.unlock()
    assert [one.name for one in worker.store.find(Contact)] == ["Grøn dør"]

    org.world.later(days=6)
    worker.lock()
    worker.unlock()

    assert days_left(worker.ports) == 0
    assert worker.store.find(Contact) == []
    assert worker.store.find(Mentee) == []
    assert not {place.kind for place in worker.store.places()} & {"area", "staff", "notes", "case"}
    assert {place.kind for place in worker.store.places()} >= {"public", "plan", "own"}
    assert worker.store.refused() == []


def test_who_writes_about_others_meanwhile_is_told_to_connect_and_what_is_hers_is_kept(org: Organisation) -> None:
    worker = org.worker
    ports, contact = worker.ports, log_contact(worker.ports, row=worker.ports.new_row(), name="Grøn dør")
    worker.sync()
    worker.cut()
    org.world.later(days=40)
    worker.lock()
    worker.unlock()

    with pytest.raises(Resting):
        log_contact(ports, row=ports.new_row(), name="Blå dør")
    with pytest.raises(Resting):
        log_contact(ports, row=ports.new_row(), name="Blå dør", space=contact.space)
    with pytest.raises(Resting):
        worker.store.beside(org.cover(org.coordinator).space, "plan")
    with pytest.raises(NoSuchPlace) as no:  # of a kind she was never let into
        worker.store.space("partner")
    assert not isinstance(no.value, Resting)
    own = worker.store.space("own")
    with worker.store.write() as tx:
        tx.add(Setting(space=own, key="hers", value="stays"))
    assert [one.value for one in worker.store.find(Setting) if one.key == "hers"] == ["stays"]


def test_what_was_written_before_goes_out_and_all_is_back_after_one_contact(org: Organisation) -> None:
    mentor = org.mentor
    mentor.cut()
    (cover,) = mentor.store.find(Mentee)
    log_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=cover, held_on=mentor.ports.today(), note="alene")
    org.world.later(days=40)
    mentor.lock()
    mentor.unlock()
    assert mentor.store.find(MeetingNote) == []
    assert mentor.store.waiting().things > 0
    with pytest.raises(Resting):
        log_meeting(mentor.ports, row=mentor.ports.new_row(), mentee=cover, held_on=mentor.ports.today())

    mentor.mend()
    mentor.sync()
    mentor.sync()
    org.world.sync_all()

    assert days_left(mentor.ports) is None
    assert [note.text for note in mentor.store.find(MeetingNote)] == ["alene"]
    assert [note.text for note in org.worker.store.find(MeetingNote)] == ["alene"]
    assert mentor.store.waiting().things == 0


def test_a_mentee_loses_nothing(org: Organisation) -> None:
    plan_meeting(
        org.mentor.ports, row=org.mentor.ports.new_row(), mentee=org.cover(org.mentor), starts="2026-05-09T16:00"
    )
    org.world.sync_all()
    mentee = org.mentee
    mentee.cut()
    org.world.later(days=60)
    mentee.lock()
    mentee.unlock()

    assert days_left(mentee.ports) is None
    assert len(mentee.store.find(Appointment)) == 1
    assert mentee.store.find(Meeting) == []
