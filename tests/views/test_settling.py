"""Two who wrote without knowing of each other, on the screen: names, times, and what each of the buttons does."""

from __future__ import annotations

import pytest

from app.journeys.contacts import change_contact, remove_contact
from app.journeys.meetings import change_meeting, change_note, note_of, remove_meeting
from app.records import Contact, Meeting, Record, Step
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


@pytest.fixture
def back(org: Organisation) -> Contact:
    """Karen took Fadumo away while Sofie wrote on."""
    (contact,) = org.worker.store.find(Contact, matching="Fadumo")
    karen = org.coordinator
    remove_contact(karen.ports, shown=contact, saw=karen.store.seen(contact))
    change_contact(org.worker.ports, shown=contact, saw=org.worker.store.seen(contact), address="Egeparken 14")
    org.world.sync_all()
    return contact


def there(phone: Phone, record: Record) -> bool:
    return phone.store.get(type(record), record.id) is not None


def test_a_row_that_came_back_is_marked_and_kept_by_a_tap(org: Organisation, back: Contact) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go("/people")
        assert screen.sees("Fjernet, og skrevet videre")
        await screen.tap(f"contact-{back.id}")
        assert screen.sees("Fjernet af")
        assert screen.sees("Karen · Man. 2. mar. 2026")
        assert screen.sees("Skrevet videre af")
        assert screen.sees("Dig · Man. 2. mar. 2026")
        await screen.tap("keep-row")
        assert not screen.has("back-again")
        assert screen.sees("Egeparken 14")

    show(org.worker, walk, language="da")
    org.world.sync_all()
    assert there(org.coordinator, back)
    assert org.coordinator.store.back(back) is None


def test_a_row_that_came_back_is_taken_away_by_a_tap(org: Organisation, back: Contact) -> None:
    async def walk(screen: Screen) -> None:
        await screen.go(f"/people/{back.id}")
        await screen.tap("remove-row")
        assert screen.page.route == "/"

    show(org.coordinator, walk)
    org.world.sync_all()
    assert not there(org.worker, back)


def test_a_meeting_and_its_note_are_settled_on_one_screen(org: Organisation) -> None:
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    remove_meeting(org.worker.ports, shown=meeting, saw=org.worker.store.seen(meeting))
    change_meeting(org.mentor.ports, shown=meeting, place="Bussen")
    note = note_of(org.mentor.ports, meeting)
    assert note
    change_note(org.mentor.ports, shown=note, saw=org.mentor.store.seen(note), text="she bought the ticket")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/meetings")
        assert screen.sees("Taken away, written on")
        await screen.go(f"/meetings/{meeting.id}")
        assert len(screen.keyed("back-again")) == 2
        await screen.tap("keep-row")
        assert screen.keyed("back-again") == []

    show(org.mentor, walk)


def test_the_coordinator_sees_that_a_meeting_came_back(org: Organisation) -> None:
    (meeting,) = [each for each in org.mentor.store.find(Meeting) if each.state == "held"]
    remove_meeting(org.mentor.ports, shown=meeting, saw=org.mentor.store.seen(meeting))
    change_meeting(org.worker.ports, shown=meeting, place="Bussen")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go(f"/meetings/{meeting.id}")
        assert screen.sees("Maja · ")
        assert screen.sees("Sofie · ")

    show(org.coordinator, walk)


def test_a_mentee_settles_her_step_and_is_not_asked_what_is_not_hers(org: Organisation) -> None:
    mentor, amina = org.mentor, org.mentee
    plan = mentor.store.beside(org.cover(mentor).space, "plan")
    with mentor.store.write() as tx:
        tx.add(Step(id="0a" * 16, space=plan, text="take the bus"))
        tx.add(Step(id="0b" * 16, space=plan, text="call the school"))
    org.world.sync_all()
    for phone, text in ((mentor, "take the bus alone"), (amina, "take the train")):
        step = phone.store.get(Step, "0a" * 16)
        assert step
        with phone.store.write() as tx:
            tx.change(step, phone.store.seen(step), text=text)
    step = mentor.store.get(Step, "0b" * 16)
    assert step
    with mentor.store.write() as tx:
        tx.remove(step, mentor.store.seen(step))
    with amina.store.write() as tx:
        tx.change(step, amina.store.seen(step), text="call the school today")
    org.world.sync_all()

    async def walk(screen: Screen) -> None:
        await screen.go("/steps")
        assert screen.sees("take the bus alone")
        assert screen.sees("take the train")
        assert screen.has("back-again")
        assert not screen.has("keep-row")
        await screen.tap("settle-all")
        assert not screen.has("settle-all")

    show(amina, walk)
    settled = amina.store.get(Step, "0a" * 16)
    assert settled
    assert set(settled.text.split("\n")) == {"take the bus alone", "take the train"}
