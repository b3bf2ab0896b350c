"""Open the app with a PIN, close it, choose another PIN."""

from __future__ import annotations

from app.journeys.joining import finish
from app.journeys.opening import close_journal, enter, open_journal, unlock_with
from app.journeys.refusals import ShortPin
from app.keys.errors import NoLock
from app.keys.lock import stretching, wait_ms
from app.ports import Ports

PIN_DIGITS = 6
"""The least; why, and what it is worth: DESIGN 3 (Lock)."""

LAST = "last_profile"
STRETCH = "stretch"
"""Under this name the device remembers "profile salt KiB passes": the plain page stretches a PIN while Python wakes."""


async def unlock(ports: Ports, *, profile_id: str, pin: str) -> None:
    """Everything is there afterwards. `WrongPin` (with `wait_ms`) costs a wait, never anything kept; `NoLock`.

    A joining that was cut off is finished first, which needs the hub.
    """
    journal = await open_journal(ports, profile_id)
    try:
        keyring = await unlock_with(ports, journal, profile_id, pin)
        if keyring.joining:
            await finish(ports, journal, keyring)
        await enter(ports, journal, keyring)
    except BaseException:
        await close_journal(ports, journal)
        raise
    ports.platform.remember(LAST, profile_id)
    if ports.platform.lock_page is not None:
        salt, memory_kib, passes = stretching(journal)
        ports.platform.remember(STRETCH, f"{profile_id} {salt.hex()} {memory_kib} {passes}")


async def wait_before_try(ports: Ports, *, profile_id: str) -> int:
    """How many ms until the next PIN counts; 0 at once."""
    journal = await open_journal(ports, profile_id)
    try:
        return wait_ms(journal, ports.clock.now())
    except NoLock:
        return 0
    finally:
        await close_journal(ports, journal)


async def lock(ports: Ports) -> None:
    """Keys and records leave memory; the journal is closed. What was kept stays kept."""
    if not ports.open:
        return
    store = ports.store
    ports.locked()
    store.close()
    await close_journal(ports, store.journal)


async def try_pin(ports: Ports, *, pin: str) -> None:
    """Is it the PIN of this phone? `WrongPin` costs a wait like any other try."""
    keeper = ports.keyring.keeper
    if keeper is None:
        raise NoLock
    await keeper.try_pin(pin)


async def set_pin(ports: Ports, *, old: str, new: str) -> None:
    """`WrongPin` for the old one, `ShortPin` for the new one."""
    check_pin(new)
    keeper = ports.keyring.keeper
    if keeper is None:
        raise NoLock
    await keeper.try_pin(old)
    await keeper.set_pin(new)


def check_pin(pin: str) -> None:
    """Six digits or more, in any script's digits."""
    if len(pin) < PIN_DIGITS or not pin.isdecimal():
        raise ShortPin
