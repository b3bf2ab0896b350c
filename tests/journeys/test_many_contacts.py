"""A worker with 400 contacts, an organisation with 10,000: what is shown stays a page, and sums stay right."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col

from app.domain.followups import followups_due, is_due
from app.journeys.letting_go import about_to_go, let_go
from app.journeys.reach import brought_by, people_reached
from app.journeys.rounds import count_tap, taps_on
from app.journeys.spots import add_spot, last_visit, spots
from app.records import Attempt, Contact
from tests.world import Organisation, Phone

OUTCOMES = ("nobody_home", "talked", "not_now", "interested")


def fill(phone: Phone, contacts: int) -> None:
    """Met on as many days as there are in ten weeks, every fourth interested."""
    today, space = phone.ports.today(), phone.store.space("area")
    with phone.store.write() as tx:
        for number in range(contacts):
            met = today - timedelta(days=number % 70)
            contact = Contact(id=f"{number:032x}", space=space, name=f"Somebody {number}", met_on=met)
            contact.channel, contact.outcome = "door", OUTCOMES[number % 4]
            tx.add(contact, fresh=True)


def test_four_hundred_contacts_are_a_page_a_list_of_the_due_and_a_sum(org: Organisation) -> None:
    fill(org.worker, 400)
    org.world.sync_all()
    for phone in (org.worker, org.coordinator):
        today, store = phone.ports.today(), phone.store
        assert store.count(Contact) == 400
        page = store.find(Contact, order_by=(col(Contact.met_on).desc(), col(Contact.name)), limit=20)
        assert len(page) == 20
        assert {one.met_on for one in page} >= {today}
        due = followups_due(store.find(Contact, is_due(today)), today)
        assert 0 < len(due) < 100
        assert due[0].days_waiting >= due[-1].days_waiting
        space = store.space("area")
        assert people_reached(phone.ports, space) == 300
        (door,) = brought_by(phone.ports, space)
        assert (door.tried, door.spoken, door.begun, door.joined) == (400, 300, 100, 0)
        assert about_to_go(phone.ports) == []
    org.world.later(days=25)
    org.world.sync_all()
    gone = let_go(org.worker.ports)
    assert 0 < gone <= 200
    assert org.worker.store.count(Contact) == 400 - gone


def test_a_place_where_thousands_were_counted_tells_today_and_the_last_visit(org: Organisation) -> None:
    ports = org.worker.ports
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="A", doors=12)
    today = ports.today()
    with org.worker.store.write() as tx:
        for number in range(5000):
            day = today - timedelta(days=1 + number % 300)
            at, outcome = f"{day.isoformat()}T16:00:00", OUTCOMES[number % 4]
            tap = Attempt(id=f"{number:032x}", space=spot.space, spot=spot.id, day=day, outcome=outcome, at=at)
            tx.add(tap, fresh=True)
    count_tap(ports, spot=spot, outcome="talked")
    assert len(taps_on(ports, spot, today)) == 1
    visit = last_visit(ports, spot, before=today)
    assert visit
    assert visit.day == today - timedelta(days=1)
    assert [one.id for one in spots(ports, limit=30)] == [spot.id]
