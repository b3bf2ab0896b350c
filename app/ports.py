"""What a journey may ask of the world."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

import httpx

from app.domain.refusal import Refusal
from app.platform import Platform
from app.records import RowId
from app.storage.errors import NotKept
from sync.conversation import Session

if TYPE_CHECKING:
    from app.keys.keyring import Keyring
    from app.keys.provider import Provider
    from app.storage.store import Store

T = TypeVar("T")
LIMITS = httpx.Limits(max_connections=10, keepalive_expiry=60)
"""The connection of one sync is still there for the next one soon after; the hub keeps it a little longer."""

__all__ = ["Clock", "Closed", "DeviceClock", "Me", "NotKept", "Ports", "Refusal"]


class Closed(Exception):
    """The lock is shut: there is no keyring and no store yet. If you see one, a screen came before its unlock."""


class Clock(Protocol):
    """The only way to the time."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC as this device reads them, right or wrong."""

    def today(self) -> date:
        """The person's own day."""

    def local_now(self) -> datetime:
        """The person's own wall clock, without a zone."""


class DeviceClock:
    """The clock of the device."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        return date.today()  # noqa: DTZ011 - her own day

    def local_now(self) -> datetime:
        return datetime.now()  # noqa: DTZ005 - her own wall clock


@dataclass(frozen=True)
class Me:
    """The person who unlocked: her pseudonym and what her grant in the root circle says of her."""

    person: bytes
    name: str
    role: str
    picture: str = ""


class Ports:
    """Handed to every journey. Who unlocks fills it with `unlocked`; `lock` empties it."""

    def __init__(self, platform: Platform, provider: Provider, clock: Clock) -> None:
        self.platform = platform
        self.provider = provider
        self.clock = clock
        self._keyring: Keyring | None = None
        self._store: Store | None = None
        self._me: Me | None = None
        self._hub_url = ""
        self._http: httpx.AsyncClient | None = None
        self.sync_turn = asyncio.Lock()  # sync_now runs one at a time
        self.files_turn = asyncio.Lock()  # a file is kept whole before anybody looks which files are of no use
        self.session = Session()  # the hub's token for this device, as long as the lock is open
        self.heard = ""  # whose recorded voice was played last: another one speaks next

    def unlocked(self, *, keyring: Keyring, store: Store, me: Me, hub_url: str) -> None:
        """From here on journeys may read and write."""
        self._keyring, self._store, self._me, self._hub_url = keyring, store, me, hub_url
        self.session = Session()

    def became(self, role: str) -> None:
        """The logs give this person another role from now on."""
        self._me = replace(self.me, role=role)

    def locked(self) -> None:
        """Drops keys and records; the caller has closed the journal."""
        self._keyring = self._store = self._me = None
        self.session = Session()

    @property
    def open(self) -> bool:
        return self._store is not None

    @property
    def keyring(self) -> Keyring:
        return _there(self._keyring)

    @property
    def store(self) -> Store:
        return _there(self._store)

    @property
    def me(self) -> Me:
        return _there(self._me)

    @property
    def hub_url(self) -> str:
        return self._hub_url or self.platform.hub_url()

    @property
    def http(self) -> httpx.AsyncClient:
        """One client for the life of the app; speaks to the hub alone."""
        if self._http is None:
            logging.getLogger("httpx").setLevel(logging.WARNING)  # its notices tell every address that is asked
            self._http = httpx.AsyncClient(
                transport=self.platform.transport(), timeout=30, trust_env=False, limits=LIMITS
            )
        return self._http

    def today(self) -> date:
        return self.clock.today()

    def new_row(self) -> RowId:
        """A fresh row id; ask for it when a screen opens, not when it keeps."""
        return self.provider.random(16).hex()


def _there(part: T | None) -> T:
    if part is None:
        raise Closed("locked")
    return part
