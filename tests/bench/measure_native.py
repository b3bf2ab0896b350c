"""Opening, searching and saving on CPython: a real phone that founded an organisation and has 10,000 contacts."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from app.journeys.contacts import log_contact
from app.records import Contact
from tests.bench.filling import fill
from tests.bench.keystrokes import searching
from tests.bench.people import contacts
from tests.world import Phone, World

CONTACTS = 10_000
JOURNAL_BYTES = 10_000_000
SAVES = 200


def measure(_folder: Path) -> dict[str, float]:
    """Everything on one phone; the hub has taken all contacts before anything is measured."""
    with World(argon=True) as world:
        phone = world.found()
        fill(phone.ports, CONTACTS)
        began = time.perf_counter()
        phone.sync()
        took = time.perf_counter() - began
        numbers = {"push_10k_native_s": took, "unlock_10k_native_s": unlocking(phone), **searching(phone)}
        while size(phone) < JOURNAL_BYTES:
            fill(phone.ports, 500, seed=size(phone))
            phone.sync()
        return {**numbers, "journal_native_mb": size(phone) / 1e6, "save_native_ms": saving(phone)}


def unlocking(phone: Phone) -> float:
    """Seconds from the PIN to all rows readable, median of 5, each in a process that forgot everything."""
    took = []
    for _ in range(5):
        phone.kill()
        began = time.perf_counter()
        phone.unlock()
        took.append(time.perf_counter() - began)
        assert phone.store.count(Contact) == CONTACTS
    return statistics.median(took)


def size(phone: Phone) -> int:
    """Bytes of the journal on disk, its write-ahead log not counted."""
    return sum(file.stat().st_size for file in phone.folder.rglob("journal.db"))


def saving(phone: Phone) -> float:
    """Milliseconds (median of 200) until a contact is kept for good."""
    took = []
    for said in contacts(SAVES, seed=9):
        row = phone.ports.new_row()
        began = time.perf_counter()
        log_contact(phone.ports, row=row, **said)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)
