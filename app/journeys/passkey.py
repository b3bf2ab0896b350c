"""A key in the phone's own safe (WebAuthn, extension prf) that the lock asks for as well; no copy of it has that."""

from __future__ import annotations

from app.i18n import N_
from app.journeys.lock import LAST, kind_of_lock
from app.journeys.opening import show_lock
from app.keys.keyring import Keeper
from app.keys.lock import PASSKEY_MAX, header_of
from app.ports import Ports, Refusal


def has_passkey(ports: Ports) -> bool:
    """Does the lock of this phone ask for one?"""
    return bool(header_of(ports.store.journal).passkey)


async def add_passkey(ports: Ports, opened: Keeper, *, pin: str) -> None:
    """From now on `pin`, with which `try_pin` gave `opened`, opens only together with this phone's safe.

    `Refusal` when the phone has none or does not know her; then everything stays as it was.
    """
    passkey = await ports.platform.new_passkey()
    if not 0 < len(passkey) <= PASSKEY_MAX:
        raise Refusal(N_("This phone made no key. Your lock is as before."))
    await _set(ports, opened, pin, passkey)


async def drop_passkey(ports: Ports, opened: Keeper, *, pin: str) -> None:
    """From now on `pin` alone opens again."""
    await _set(ports, opened, pin, b"")


async def _set(ports: Ports, opened: Keeper, pin: str, passkey: bytes) -> None:
    await opened.set_pin(pin, kind_of_lock(ports), passkey)
    await show_lock(ports, ports.store.journal, ports.platform.recall(LAST))
