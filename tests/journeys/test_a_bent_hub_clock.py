"""The hub's clock alone runs ahead, every phone's is right: what that day would erase is still there afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.journeys.contacts import log_contact
from app.journeys.letting_go import let_go
from app.journeys.rounds import leave_alone
from app.journeys.spots import add_spot
from app.journeys.voice_messages import let_old_go
from app.records import Contact, QuietDoor, VoiceMessage
from tests.journeys.spoken_to import to_the_mentor
from tests.world import Organisation

AHEAD_MS = 400 * 86_400_000


@contextmanager
def a_hub_ahead(org: Organisation) -> Iterator[None]:
    """For as long as the block lasts."""
    world = org.world
    world.now_ms += AHEAD_MS
    for phone in world.phones.values():
        phone.clock.bent_ms = -AHEAD_MS
    yield
    world.now_ms -= AHEAD_MS
    for phone in world.phones.values():
        phone.clock.bent_ms = 0


def test_a_hub_whose_clock_is_a_year_ahead_empties_nobodys_list_and_takes_no_voice_away(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Fatima", note="met at the library")
    spot = add_spot(ports, row=ports.new_row(), kind="stairwell", name="Stair A")
    leave_alone(ports, row=ports.new_row(), spot=spot, door="2. tv", until=ports.today())
    to_the_mentor(org)
    org.world.sync_all()

    with a_hub_ahead(org):
        for phone in (org.worker, org.mentee, org.coordinator, org.mentor):
            phone.sync()
            assert (let_go(phone.ports), let_old_go(phone.ports)) == (0, 0)
        org.world.sync_all()
    org.world.sync_all()

    assert org.coordinator.store.count(Contact) == org.coordinator.store.count(QuietDoor) == 1
    assert org.mentor.store.count(VoiceMessage) == 1


def test_what_is_over_by_both_clocks_goes_also_where_the_hubs_is_ahead(org: Organisation) -> None:
    ports = org.worker.ports
    log_contact(ports, row=ports.new_row(), name="Fatima")
    to_the_mentor(org)
    org.world.sync_all()
    org.world.later(days=120)

    with a_hub_ahead(org):
        org.world.sync_all()
        assert let_go(org.worker.ports) == let_old_go(org.mentee.ports) == 1
