"""A phone's disk changed what it was given to keep: what the hub has comes back whole, and nobody else notices."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.journeys.contacts import change_contact, log_contact
from app.records import Contact
from tests.world import Organisation, Phone

SPOILT = "UPDATE version SET sealed=zeroblob(length(sealed)) WHERE row=? AND author IN (SELECT author FROM mine)"


def contact(phone: Phone) -> Contact:
    (one,) = phone.store.find(Contact)
    return one


def spoil(phone: Phone) -> None:
    """Its own acknowledged words of its one contact are zeros now."""
    row = bytes.fromhex(contact(phone).id)
    phone.lock()
    (path,) = Path(phone.folder).rglob("journal.db")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute(SPOILT, (row,)).rowcount == 1
        db.commit()
    phone.unlock()


def spoil_index(phone: Phone) -> None:
    """Where the journal looks for the contact's versions stands another row, in one place after the other."""
    row = bytes.fromhex(contact(phone).id)
    phone.lock()
    (path,) = Path(phone.folder).rglob("journal.db")
    with closing(sqlite3.connect(path)) as db:
        ((root, size),) = db.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master"
            " WHERE name='sqlite_autoindex_version_1'"
        )
    whole = bytearray(path.read_bytes())
    page = slice((root - 1) * size, root * size)
    assert whole[page].count(row) == 1
    whole[page] = whole[page].replace(row, bytes([row[0] ^ 1]) + row[1:])
    path.write_bytes(whole)
    phone.unlock()


@pytest.fixture
def amina(org: Organisation) -> Organisation:
    """Sofie's contact, on both phones of the area."""
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Amina", note="wants a mentor")
    org.world.sync_all()
    return org


def test_what_the_disk_spoilt_is_fetched_again(amina: Organisation) -> None:
    before = contact(amina.worker)
    spoil(amina.worker)
    assert amina.worker.store.find(Contact) == []

    report = amina.worker.sync()

    assert not report.holding_back
    assert contact(amina.worker) == before
    assert amina.worker.sync().pulled == 0


def test_an_index_that_the_disk_spoilt_is_made_anew(amina: Organisation) -> None:
    before = contact(amina.worker)

    spoil_index(amina.worker)

    assert contact(amina.worker) == before
    assert amina.worker.sync().pulled == 0


def test_what_is_said_on_top_of_it_waits_and_takes_nothing_away(amina: Organisation) -> None:
    shown, saw = contact(amina.worker), amina.worker.store.seen(contact(amina.worker))
    spoil(amina.worker)
    change_contact(amina.worker.ports, shown=shown, saw=saw, phone="11111111")

    amina.worker.sync()
    amina.worker.sync()
    amina.world.sync_all()

    for phone in (amina.worker, amina.coordinator):
        assert (contact(phone).name, contact(phone).phone) == ("Amina", "11111111"), phone.name
        assert phone.store.waiting().things == 0
        assert not phone.sync().holding_back
