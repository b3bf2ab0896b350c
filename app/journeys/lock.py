"""Open the app with a PIN, close it, choose another PIN or another kind of lock."""

from __future__ import annotations

from app.domain.app_names import app_name
from app.domain.locks import PIN, long_enough
from app.journeys.half_way import made, refused
from app.journeys.joining import finish
from app.journeys.opening import close_journal, enter, open_journal, show_lock, unlock_with
from app.journeys.refusals import ShortPin, Spent, refusal_at_the_lock
from app.keys.errors import NoLock
from app.keys.keyring import Keeper
from app.keys.lock import header_of
from app.ports import Ports
from app.storage.ahead import reading_ahead
from app.storage.memory import forget_questions

LAST = "last_profile"
STRETCH = "stretch"
"""Under this name the device remembers "profile salt KiB passes": the plain page stretches a PIN while Python wakes."""


async def unlock(ports: Ports, *, profile_id: str, pin: str) -> None:
    """Everything is there afterwards. `WrongPin` (with `wait_ms`) costs a wait, never anything kept; `NoLock`.

    A joining that was cut off is finished first, which needs the hub.
    """
    journal = await open_journal(ports, profile_id)
    try:
        await show_lock(ports, journal, profile_id)
        async with reading_ahead(journal) as pages:
            keyring = await unlock_with(ports, journal, profile_id, pin)
        if keyring.joining:
            await finish(ports, journal, keyring)
            await enter(ports, journal, keyring)
        else:
            await enter(ports, journal, keyring, pages)
    except Spent:
        refused(ports, profile_id)
        await close_journal(ports, journal)
        raise
    except BaseException:
        await close_journal(ports, journal)
        raise
    made(ports, profile_id)
    ports.platform.remember(LAST, profile_id)
    if ports.platform.lock_page is not None:
        header = header_of(journal)
        ports.platform.remember(STRETCH, f"{profile_id} {header.salt.hex()} {header.memory_kib} {header.passes}")


async def unlock_or_say(ports: Ports, *, profile_id: str, pin: str) -> None:
    """`unlock` for who stands at the lock: whatever goes wrong is a `Refusal`, for a lock must answer each time."""
    try:
        await unlock(ports, profile_id=profile_id, pin=pin)
    except Exception as fault:
        raise refusal_at_the_lock(fault, app_name(ports.platform.recall("called"))) from fault


async def lock(ports: Ports) -> None:
    """Keys and records leave memory; the journal is closed. What was kept stays kept."""
    if not ports.open:
        return
    store = ports.store
    ports.locked()
    store.close()
    forget_questions()
    await close_journal(ports, store.journal)


async def try_pin(ports: Ports, *, pin: str) -> Keeper:
    """Does it open this phone? `WrongPin` costs a wait like any other try; what it gives may change the lock."""
    keeper = ports.keyring.keeper
    if keeper is None:
        raise NoLock
    return await keeper.try_pin(pin)


def kind_of_lock(ports: Ports) -> str:
    """Of the phone that is open now."""
    return header_of(ports.store.journal).kind


async def set_pin(ports: Ports, opened: Keeper, *, new: str, kind: str = PIN) -> None:
    """From now on `new` opens, and `opened`, what `try_pin` gave for the old one, does not. `ShortPin`.

    A passkey that is asked as well stays. Until this is on the disk the old one opens.
    """
    check_pin(new, kind)
    journal = ports.store.journal
    await opened.set_pin(new, kind, header_of(journal).passkey)
    await show_lock(ports, journal, ports.platform.recall(LAST))


def check_pin(pin: str, kind: str = PIN) -> None:
    """`ShortPin` for fewer than six digits, six pictures, five words."""
    if not long_enough(kind, pin):
        raise ShortPin(kind)
