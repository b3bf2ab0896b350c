"""Saving and searching on CPython: the store on a real journal file, with real seals."""

from __future__ import annotations

import asyncio
import secrets
import statistics
import time
from datetime import date
from pathlib import Path

from app.records import Contact
from tests.bench.people import contacts
from tests.storage.desk import Desk

KEYSTROKES = ("a", "am", "ami", "amin", "sø", "søre", "æ", "bispe", "bispehaven 1", "2034", "الحسن", "nguyen 99")


def measure(folder: Path) -> dict[str, float]:
    """A journal of 10,000 contacts, hence somewhat above 10 MB."""
    desk = filled(folder, 10_000)
    try:
        return {
            "rebuild_10k_native_s": rebuilding(desk),
            "journal_10k_mb": (folder / "journal.db").stat().st_size / 1e6,
            "search_10k_ms": searching(desk),
            "save_native_ms": saving(desk),
        }
    finally:
        desk.store.close()
        desk.journal.connection.close()


def filled(folder: Path, rows: int) -> Desk:
    """A worker's phone on which all these contacts came by sync."""
    desk = Desk(folder)
    connection = desk.journal.connection
    connection.execute("PRAGMA synchronous=off")
    for said in contacts(rows):
        met = {"met_on": date(2026, 3, 9).isoformat()}
        desk.hear(desk.area, secrets.token_hex(16), b"me" * 8, "contact", said | met)
    connection.execute("PRAGMA synchronous=full")
    return desk


def rebuilding(desk: Desk) -> float:
    """Seconds from the opened keyring to all rows readable."""
    began = time.perf_counter()
    asyncio.run(desk.open())
    took = time.perf_counter() - began
    assert desk.store.count(Contact) == 10_000
    return took


def searching(desk: Desk) -> float:
    """Milliseconds (median) that the store needs for what a list shows after a keystroke: one page and the count."""
    took = []
    for typed in KEYSTROKES * 5:
        began = time.perf_counter()
        desk.store.find(Contact, matching=typed, order_by=Contact.name, limit=60)
        desk.store.count(Contact, matching=typed)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def saving(desk: Desk) -> float:
    """Milliseconds (median of 200) until a contact is kept for good."""
    took = []
    for said in contacts(200, seed=9):
        record = Contact(id=secrets.token_hex(16), space=desk.area, met_on=date(2026, 3, 9), **said)
        began = time.perf_counter()
        with desk.store.write() as tx:
            tx.add(record)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)
