"""The same world, sparing the machine: files in shared memory, and no sockets, threads or event loop between.

Hub, phones, stores, keys and journeys are the real ones; what is left out is HTTP.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, TypeVar, cast

import httpx

from app.journeys.contacts import log_contact
from app.records import Step
from sync.hub.answer import Answers
from sync.hub.store import HubStore
from sync.hub.verify import verify
from tests.world import GENEROUS, Organisation, Phone, World, in_memory

Sent = bytes | AsyncIterator[bytes]
T = TypeVar("T")
PEOPLE = ("Karen", "Sofie", "Maja", "Amina", "Bente")

Fate = Callable[[str, Callable[[], bytes]], bytes]
"""(path, ask the hub) → the answer, or no answer"""


@dataclass
class Answered:
    """As much of an `httpx.Response` as the client looks at."""

    status_code: int
    content: bytes

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        yield self.content

    async def aclose(self) -> None:
        return


@dataclass
class Asked:
    """As much of an `httpx.Request`."""

    path: str
    body: Sent
    headers: dict[str, str] = field(default_factory=dict)


class Line:
    """In the place of `httpx.AsyncClient`: from one phone straight to the hub, if its `fate` lets it."""

    def __init__(self, phone: SwiftPhone) -> None:
        self._phone = phone

    def build_request(self, _: str, url: str, content: Sent, headers: dict[str, str], timeout: float) -> Asked:
        return Asked(httpx.URL(url).path, content, dict(headers))

    async def send(self, asked: Asked, *, stream: bool) -> Answered:
        phone, world, status = self._phone, cast("SwiftWorld", self._phone.world), 200
        if phone.wire.off or world.hub_down or not stream:
            raise httpx.ConnectError("no network")
        body = asked.body if isinstance(asked.body, bytes) else b"".join([part async for part in asked.body])

        def ask() -> bytes:
            nonlocal status
            status, whole = world.answers.answer(asked.path, body, "")
            return whole

        return Answered(status, phone.fate(asked.path, ask) if phone.fate else ask())


class SwiftPhone(Phone):
    """`fate` decides over each request, while it is set."""

    fate: Fate | None = None

    def _start(self) -> None:
        super()._start()
        self.fate = None
        self.ports._http = cast("httpx.AsyncClient", Line(self))

    def copied(self, name: str) -> SwiftPhone:
        """Everything that lies on this phone now, on another one of that name as well."""
        self.lock()
        shutil.copytree(self.folder, self.world.folder / "phones" / name)
        self.unlock()
        copy = cast("SwiftWorld", self.world).phone(name)
        copy.clock.bent_ms = self.clock.bent_ms
        copy.unlock()
        return copy


class SwiftWorld(World):
    """`like` = a folder that a world left behind; this one goes on from there."""

    def __init__(self, seed: int, like: Path | None = None) -> None:
        super().__init__(seed=seed)
        self._like = like
        self.hub_bent_ms = 0  # what the hub's clock is off
        self.memory = in_memory()

    def open_hub(self) -> None:
        if self._like is not None:
            shutil.copytree(self._like, self.folder, dirs_exist_ok=True)
            self._like = None
        self.hub_store = HubStore(self.folder / "hub.db", self.chance_of("hub"))
        now = lambda: self.now_ms + self.hub_bent_ms
        self.answers = Answers(self.hub_store, now, verify, GENEROUS, erases=True)
        self.hub_down = False

    def told(self) -> int:
        """How much the hub was told so far."""
        with self.hub_store.read() as sql:
            return int(sql("SELECT sum(seq) FROM organisation")[0][0])

    def phone(self, name: str) -> SwiftPhone:
        return cast("SwiftPhone", super().phone(name))

    def device(self, name: str, folder: Path) -> Phone:
        return SwiftPhone(self, name, folder)

    def run(self, step: Coroutine[Any, Any, T]) -> T:
        """Nothing here ever waits for anything, so one push goes through to the end."""
        try:
            step.send(None)
        except StopIteration as end:
            return cast("T", end.value)
        raise AssertionError("it waits for something")


# -- worlds that are ready


@dataclass
class Ready(AbstractContextManager["Ready"]):
    """An organisation of five, made once by the real journeys, and copied for every history that begins with it."""

    world: SwiftWorld
    file: bytes
    now_ms: int

    @classmethod
    def made(cls, number: int) -> Self:
        """`with`: it lies on disk, closed, until that ends."""
        world = SwiftWorld(-1 - number)
        world.__enter__()
        org = world.organisation()
        world.bring_in(org.coordinator, "Bente", "coordinator")
        ports = org.worker.ports
        for name in ("Fatima", "Omar"):
            log_contact(ports, row=ports.new_row(), name=name)
        with ports.store.write() as tx:
            tx.add(Step(id=ports.new_row(), space=ports.store.space("plan"), text="Learn to swim"))
        world.sync_all(rounds=3)
        for phone in world.phones.values():
            phone.lock()
        world.hub_store.close()
        return cls(world, org.file, world.now_ms)

    def __exit__(self, *_: object) -> None:
        self.world.__exit__()

    def begun(self, seed: int) -> SwiftWorld:
        """A copy, to be entered."""
        return SwiftWorld(seed, self.world.folder)

    def people(self, world: SwiftWorld) -> Organisation:
        """The four, and a second coordinator, unlocked, in a world that was begun from this one."""
        world.now_ms = self.now_ms
        phones = [world.phone(name) for name in PEOPLE]
        for phone in phones:
            phone.unlock()
        karen, sofie, maja, amina, _ = phones
        return Organisation(world, karen, sofie, maja, amina, self.file)
