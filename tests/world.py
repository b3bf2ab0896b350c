"""A hub in process, phones in temp folders, one clock for all; what crosses a wire is kept to be searched."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self, TypeVar

import httpx

from app.domain.roles import COORDINATOR, MENTEE, MENTOR, WORKER
from app.journeys.found import found_organisation
from app.journeys.invite import Invitation, invite, places_for
from app.journeys.join import enrol, join
from app.journeys.lock import lock, unlock
from app.journeys.open_file import open_file
from app.journeys.sync import SyncReport
from app.journeys.tending import keep_in_step
from app.keys import lock as lock_numbers
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import Ports
from app.records import Mentee
from app.storage.store import Store
from sync.hub.app import hub
from sync.hub.copies import backup, restore
from sync.hub.desk import waive
from sync.hub.limits import Rate, Rates
from sync.hub.store import HubStore

T = TypeVar("T")
SHARED_MEMORY = Path("/dev/shm")
PIN = "246810"
HUB = "https://hub.test"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday in Copenhagen's winter."""


def run(step: Coroutine[Any, Any, T]) -> T:
    """Waits for a journey."""
    return asyncio.run(step)


def in_memory() -> str | None:
    """A folder no disk is waited for, where the system has one: for what is about what is kept, not about keeping."""
    return str(SHARED_MEMORY) if SHARED_MEMORY.is_dir() else None


class Clock:
    """Stands still until it is told; `bent_ms` is what one phone's clock is off."""

    def __init__(self, world: World, bent_ms: int = 0) -> None:
        self._world = world
        self.bent_ms = bent_ms

    def now(self) -> int:
        return self._world.now_ms + self.bent_ms

    def today(self) -> date:
        return self.local_now().date()

    def local_now(self) -> datetime:
        return datetime.fromtimestamp(self.now() / 1000, UTC).replace(tzinfo=None)


class Wire(httpx.AsyncBaseTransport):
    """What one phone sends and gets. `cut()` and it has no network; `spoil` may change or lose an answer."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.sent: list[tuple[str, bytes]] = []
        self.received: list[bytes] = []
        self.off = False
        self.spoil: Callable[[str, bytes], bytes] | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.off or self._world.hub_down:
            raise httpx.ConnectError("no network", request=request)
        body = await request.aread()
        self.sent.append((request.url.path, str(request.url).encode() + repr(request.headers.raw).encode() + body))
        answer = await self._world.serve(request)
        whole = await answer.aread()
        self.received.append(repr(answer.headers.raw).encode() + whole)
        if self.spoil is not None:
            whole = self.spoil(request.url.path, whole)
        return httpx.Response(answer.status_code, headers=answer.headers, content=whole, request=request)

    def bytes_sent(self) -> bytes:
        return b"".join(body for _, body in self.sent)

    def bytes_received(self) -> bytes:
        return b"".join(self.received)

    def paths(self) -> list[str]:
        return [path for path, _ in self.sent]


class Phone:
    """One person's device."""

    def __init__(self, world: World, name: str, folder: Path) -> None:
        self.world = world
        self.name = name
        self.folder = folder
        self.wire = Wire(world)
        self.clock = Clock(world)
        self.pin = PIN
        self._start()

    def _start(self) -> None:
        platform = NativePlatform(self.folder, hub_url=HUB, transport=self.wire)
        self.ports = Ports(platform, NativeProvider(self.world.chance_of(self.name)), self.clock)

    @property
    def store(self) -> Store:
        return self.ports.store

    def sync(self) -> SyncReport:
        return self.world.run(keep_in_step(self.ports))

    def kill(self) -> None:
        """The app dies as it stands; the next `unlock` is a new process on the same disk."""
        if self.ports.open:
            self.ports.store.journal.connection.close()
        self._start()

    def lock(self) -> None:
        self.world.run(lock(self.ports))

    def unlock(self, pin: str | None = None) -> None:
        profile = self.ports.platform.profiles()[0]
        self.world.run(unlock(self.ports, profile_id=profile.id, pin=pin or self.pin))

    def cut(self) -> None:
        self.wire.off = True

    def mend(self) -> None:
        self.wire.off = False

    def join(self, invitation: Invitation, pin: str = "") -> None:
        """As the invited does it: opens the link, looks, chooses a PIN."""

        async def steps() -> None:
            joined = await join(self.ports, secret=invitation.link)
            await enrol(self.ports, joined, pin=pin or self.pin)

        self.world.run(steps())

    def disk(self) -> bytes:
        """Every byte of every file on this device."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


@dataclass
class World:
    """`with World() as world:`; `seed` makes all chance repeatable; `argon` cheap unless a test measures it."""

    seed: int | None = None
    start: datetime = MORNING
    argon: bool = False
    now_ms: int = field(init=False, default=0)
    hub_down: bool = field(init=False, default=False)
    phones: dict[str, Phone] = field(init=False, default_factory=dict)
    memory: str | None = field(init=False, default=None)
    """Where its folder lies: the system's own place for what is temporary, or `in_memory()`."""

    _copies: int = field(init=False, default=0)
    _chances: dict[str, Callable[[int], bytes]] = field(init=False, default_factory=dict)

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self.folder = Path(self._stack.enter_context(TemporaryDirectory(dir=self.memory)))
        self.now_ms = int(self.start.timestamp() * 1000)
        if not self.argon:
            cheap = lock_numbers.MEMORY_KIB, lock_numbers.PASSES, lock_numbers.FLOOR_KIB
            lock_numbers.MEMORY_KIB, lock_numbers.PASSES, lock_numbers.FLOOR_KIB = 64, 1, 64
            self._stack.callback(_restore, cheap)
        self.open_hub()
        return self

    def __exit__(self, *_: object) -> None:
        for phone in self.phones.values():
            if phone.ports.open:
                phone.ports.store.journal.connection.close()
        self.hub_store.close()
        self._stack.close()

    # -- the hub

    def open_hub(self) -> None:
        self.hub_store = HubStore(self.folder / "hub.db", self.chance_of("hub"))
        self.app = hub(self.hub_store, now=lambda: self.now_ms, rates=GENEROUS, erases=True)
        self.hub_down = False

    def go_on(self, now_ms: int) -> None:
        """From what another world left in this folder, with chances of its own."""
        self.seed, self.now_ms = None if self.seed is None else self.seed + 1_000, now_ms
        self._chances.clear()
        self.open_hub()

    async def serve(self, request: httpx.Request) -> httpx.Response:
        """What the hub says to a request."""
        return await httpx.ASGITransport(self.app, raise_app_exceptions=False).handle_async_request(request)

    def copy_hub(self) -> Path:
        """A backup of the hub as it is now."""
        self._copies += 1
        copy = self.folder / f"copy {self._copies}.db"
        backup(self.hub_store, copy)
        return copy

    def restore_hub(self, copy: Path, *, silently: bool = False) -> None:
        """The hub is that copy again; `silently`: somebody only put the file there, without the command."""
        self.hub_store.close()
        if silently:
            shutil.copyfile(copy, self.folder / "hub.db")
        else:
            restore(self.folder / "hub.db", copy, self.chance_of("hub"))
        self.open_hub()

    def waive(self, *phones: Phone) -> None:
        """The operator says that these will not come; without any, that nobody will."""
        for name in [phone.ports.keyring.device.hex() for phone in phones] or ["all"]:
            waive(self.hub_store, {"device": name})

    def founder_code(self) -> str:
        return self.hub_store.new_organisation(self.now_ms)

    def hub_disk(self) -> bytes:
        """Every byte the hub keeps, its write-ahead log included."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.glob("hub.db*")) if path.is_file())

    # -- time and chance

    def run(self, step: Coroutine[Any, Any, T]) -> T:
        """Waits for a journey."""
        return run(step)

    def later(self, **delta: float) -> None:
        """`world.later(minutes=5)`."""
        self.now_ms += int(timedelta(**delta).total_seconds() * 1000)

    def chance_of(self, who: str) -> Callable[[int], bytes]:
        """One stream per phone for as long as the world lasts: a restart must not give the same bytes again."""
        if self.seed is None:
            return os.urandom
        return self._chances.setdefault(who, random.Random(f"{self.seed} {who}").randbytes)

    # -- people

    def phone(self, name: str) -> Phone:
        """That person's phone; a new and empty one the first time."""
        if name not in self.phones:
            self.phones[name] = self.device(name, self.folder / "phones" / name)
        return self.phones[name]

    def device(self, name: str, folder: Path) -> Phone:
        """The phone that lies in that folder."""
        return Phone(self, name, folder)

    def sync_all(self, rounds: int = 2) -> None:
        """Everybody who is unlocked, in turn."""
        for _ in range(rounds):
            for phone in self.phones.values():
                if phone.ports.open and not phone.wire.off:
                    phone.sync()

    def found(self, name: str = "Karen", organisation: str = "Broen", area: str = "Egeparken") -> Phone:
        """The coordinator founds the organisation."""
        phone = self.phone(name)
        self.run(
            found_organisation(
                phone.ports,
                code=self.founder_code(),
                name=organisation,
                area=area,
                member=Card(name, COORDINATOR, "owl"),
                pin=phone.pin,
            )
        )
        return phone

    def bring_in(self, host: Phone, name: str, role: str, file: bytes | None = None, picture: str = "") -> Phone:
        """`host` invites, the new person joins on a phone of her own."""
        places = places_for(host.ports, role, file)
        invitation = self.run(invite(host.ports, member=Card(name, role, picture), grants=places))
        phone = self.phone(name)
        phone.join(invitation)
        return phone

    def organisation(self) -> Organisation:
        """Coordinator, worker, mentor and mentee with one file, all made by the real journeys, all in step."""
        karen = self.found()
        sofie = self.bring_in(karen, "Sofie", WORKER, picture="fox")
        file = self.run(open_file(sofie.ports, row=sofie.ports.new_row(), name="Amina", language="ar"))
        sofie.sync()
        maja = self.bring_in(sofie, "Maja", MENTOR, file, picture="hare")
        amina = self.bring_in(sofie, "Amina", MENTEE, file, picture="swan")
        self.sync_all()
        return Organisation(self, karen, sofie, maja, amina, file)


@dataclass
class Organisation:
    """The four, and the file of the mentee."""

    world: World
    coordinator: Phone
    worker: Phone
    mentor: Phone
    mentee: Phone
    file: bytes

    def cover(self, phone: Phone) -> Mentee:
        """The file's cover as that phone has it."""
        (cover,) = phone.store.find(Mentee)
        return cover


def _restore(numbers: tuple[int, int, int]) -> None:
    lock_numbers.MEMORY_KIB, lock_numbers.PASSES, lock_numbers.FLOOR_KIB = numbers


GENEROUS = Rates(*[Rate(1_000_000, 1_000)] * 4)
