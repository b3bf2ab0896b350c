"""Who does not speak with the hub for five weeks reads what is about others no more, until she does: a policy.

A lost phone that nobody reported shuts itself so far; it is no cryptography, for the keys lie on the phone.
Her own things and the plans she shares stay open, always.
"""

from __future__ import annotations

from app.domain.roles import space_kind
from app.keys.keyring import Keyring
from app.ports import Clock, Ports
from sync.journal import Journal

DAYS, WARN_DAYS = 35, 7
"""How long it lasts; how many days before the end it is said."""

RESTS = frozenset({"staff", "area", "notes", "case", "restricted", "partner"})
CONTACT = "contact"
"""Under this name the journal keeps when the hub answered last, ms since 1970 by the hub's clock."""

DAY_MS = 86_400_000


def renew(ports: Ports) -> bool:
    """The hub answered; True when what rested is to be opened again."""
    journal, keyring = ports.store.journal, ports.keyring
    journal.set_meta(CONTACT, b"%d" % (ports.clock.now() + journal.offset))
    rested = bool(keyring.resting)
    keyring.resting = frozenset()
    return rested


def rest_if_over(journal: Journal, keyring: Keyring, clock: Clock) -> None:
    """At unlock, before anything is read."""
    if journal.meta(CONTACT) is None:
        journal.set_meta(CONTACT, b"%d" % (clock.now() + journal.offset))
    over = _left(journal, clock) <= 0
    keyring.resting = _staff_spaces(keyring) if over else frozenset()


def days_left(ports: Ports) -> int | None:
    """Days until what is about others rests, 0 when it does; None when it is too early to say, or never."""
    if ports.keyring.resting:
        return 0
    left = _left(ports.store.journal, ports.clock)
    return max(1, left) if left <= WARN_DAYS and _staff_spaces(ports.keyring) else None


def _left(journal: Journal, clock: Clock) -> int:
    contact = int(journal.meta(CONTACT) or b"0")
    return DAYS - (clock.now() + journal.offset - contact) // DAY_MS


def _staff_spaces(keyring: Keyring) -> frozenset[bytes]:
    return frozenset(
        space
        for held in keyring.circles.values()
        for rung, space in held.spaces()
        if space_kind(held.kind, rung) in RESTS
    )
