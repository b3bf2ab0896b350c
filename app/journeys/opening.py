"""From a profile to an open app: its journal, its keyring, its store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from app.journeys.lease import rest_if_over
from app.journeys.members import LogMembers
from app.journeys.refusals import NotConfirmed
from app.keys.keyring import Keyring
from app.keys.lock import DeviceSecret, OpenLock, header_of, new_lock, open_lock
from app.keys.taking import take_secrets
from app.ports import Me, Ports
from app.storage.ahead import Ahead
from app.storage.store import Store
from sync.circles import circles_of
from sync.journal import Journal

PATIENCE = 0.2
"""Seconds for another app to let go of the journal: nothing else moves meanwhile."""


async def open_journal(ports: Ports, profile_id: str) -> Journal:
    """One at a time; PermissionError when another tab or app has it. Nothing of it is open when this raises."""
    connection = sqlite3.connect(await ports.platform.open_profile(profile_id), timeout=PATIENCE)
    try:
        return Journal(connection)
    except BaseException:
        connection.close()
        await ports.platform.close_profile()
        raise


async def close_journal(ports: Ports, journal: Journal) -> None:
    """Nothing of it is open any more."""
    journal.connection.close()
    await ports.platform.close_profile()


def lock_of(ports: Ports, journal: Journal, profile_id: str) -> OpenLock:
    """A fresh lock, without a PIN yet."""
    return new_lock(ports.provider, journal, _device(ports, profile_id), now=ports.clock.now)


async def unlock_with(ports: Ports, journal: Journal, profile_id: str, pin: str) -> Keyring:
    """`WrongPin`, `NoLock`."""
    device = _device(ports, profile_id)
    return (await open_lock(ports.provider, journal, device, pin, now=ports.clock.now)).load()


async def show_lock(ports: Ports, journal: Journal, profile_id: str) -> None:
    """Tells whoever draws the lock before anything opens what it is. Cut off before, the next try makes it good."""
    header = header_of(journal)
    await ports.platform.show_lock(profile_id, header.kind, header.passkey.hex())


async def enter(ports: Ports, journal: Journal, keyring: Keyring, pages: Ahead | None = None) -> None:
    """Rebuilds the records (of `pages`, if they were read ahead) and hands journeys everything they may ask for."""
    take_granted(journal, keyring, [circle for circle in journal.circles() if circle not in keyring.circles])
    rest_if_over(journal, keyring, ports.clock)
    members = LogMembers(journal, keyring)
    store = Store(journal, keyring, members, ports.clock)
    await store.open(pages)
    members.remember()
    me = keyring.me
    ports.unlocked(keyring=keyring, store=store, me=Me(me.person, me.name, me.role, me.picture), hub_url=me.hub_url)


def take_granted(journal: Journal, keyring: Keyring, circles: Iterable[bytes]) -> bool:
    """Takes in the secrets that the logs of these circles bring this device, and keeps them with them."""
    taken = take_secrets(keyring, circles_of(journal), journal.entries, circles)
    if taken:
        keyring.keep()
    return taken


def _device(ports: Ports, profile_id: str) -> DeviceSecret:
    async def device(salt: bytes, passkey: bytes) -> bytes:
        secret = await ports.platform.device_secret(profile_id, salt)
        if not passkey:
            return secret
        proof = await ports.platform.passkey_secret(passkey)
        if len(proof) != len(secret):
            raise NotConfirmed
        return secret + proof

    return device
