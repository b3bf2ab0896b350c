"""A store for the person who just unlocked, enrolled or founded."""

from __future__ import annotations

from app.keys.keyring import Keyring
from app.storage.members import LogMembers
from app.storage.store import Clock, Store
from sync.journal import Journal


async def open_store(journal: Journal, keyring: Keyring, clock: Clock) -> Store:
    """Everything she may read, in memory; after new grants came, `store.open()` again."""
    store = Store(journal, keyring, LogMembers(journal, keyring), clock)
    await store.open()
    return store
