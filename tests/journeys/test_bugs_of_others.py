"""What went wrong with people in other products goes well here; docs/torture.md says where the others are told."""

from __future__ import annotations

from app.domain.roles import COORDINATOR
from app.journeys.closing import shut_out
from app.journeys.contacts import log_contact
from app.journeys.tending import is_out
from app.records import Contact
from tests.leaving import person
from tests.world import Organisation, run


def test_who_takes_herself_out_loses_what_she_may_not_read_any_more(org: Organisation) -> None:
    """couchbase-lite-c#241: nothing was erased when it was the user herself who had removed her access."""
    bente = org.world.bring_in(org.coordinator, "Bente", COORDINATOR)
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Amina")
    org.world.sync_all()
    area = bytes.fromhex(bente.store.space("area"))
    assert bente.store.count(Contact) == 1

    run(shut_out(bente.ports, person(bente)))
    for _ in range(3):
        bente.sync()
        org.world.sync_all()

    assert is_out(bente.ports)
    assert bente.store.find(Contact) == []
    assert area not in {version.space for version in bente.store.journal.versions()}
    assert org.coordinator.store.count(Contact) == 1


def test_who_is_moved_keeps_what_she_wrote_before_she_knew(org: Organisation) -> None:
    """cht-core#5701, #11306: edits of somebody who had been moved were refused, in silence, and lost."""
    org.worker.cut()
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Amina")
    run(shut_out(org.coordinator.ports, person(org.worker)))
    org.worker.mend()

    report = org.worker.sync()

    assert report.handed_in == 1
    assert not report.refused
