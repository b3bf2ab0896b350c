"""Opening, saving and searching on CPython: a real phone that founded an organisation and has 10,000 contacts."""

from __future__ import annotations

import statistics
import time
from datetime import date
from pathlib import Path

from app.journeys.contacts import log_contact
from app.records import Contact
from tests.bench.people import contacts
from tests.world import Phone, World

CONTACTS = 10_000
KEYSTROKES = ("a", "am", "ami", "amin", "sø", "søre", "æ", "bispe", "bispehaven 1", "2034", "الحسن", "nguyen 99")


def measure(_folder: Path) -> dict[str, float]:
    """Everything on one phone; the hub has taken all contacts before anything is measured."""
    with World(argon=True) as world:
        phone = world.found()
        fill(phone, CONTACTS)
        began = time.perf_counter()
        phone.sync()
        took = time.perf_counter() - began
        return {
            "push_10k_native_s": took,
            "unlock_10k_native_s": unlocking(phone),
            "journal_10k_mb": size(phone) / 1e6,
            "search_10k_ms": searching(phone),
            "save_native_ms": saving(phone),
        }


def fill(phone: Phone, how_many: int) -> None:
    """So many contacts in her area, written a thousand at a time."""
    area = phone.store.space("area")
    waiting = list(contacts(how_many))
    for start in range(0, how_many, 1000):
        with phone.store.write() as tx:
            for said in waiting[start : start + 1000]:
                tx.add(Contact(id=phone.ports.new_row(), space=area, met_on=date(2026, 3, 1), **said))


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
    """Bytes of the journal on disk."""
    return sum(file.stat().st_size for file in phone.folder.rglob("*") if file.is_file())


def searching(phone: Phone) -> float:
    """Milliseconds (median) for what a list shows after a keystroke: one page and the count."""
    took = []
    for typed in KEYSTROKES * 5:
        began = time.perf_counter()
        phone.store.find(Contact, matching=typed, order_by=Contact.name, limit=60)
        phone.store.count(Contact, matching=typed)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def saving(phone: Phone) -> float:
    """Milliseconds (median of 200) until a contact is kept for good."""
    took = []
    for said in contacts(200, seed=9):
        row = phone.ports.new_row()
        began = time.perf_counter()
        log_contact(phone.ports, row=row, **said)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)
