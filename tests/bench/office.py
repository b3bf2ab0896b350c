"""An organisation on its own hub: a coordinator's native phone fills the area, browsers join through the real door."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx

from app.domain.roles import COORDINATOR, MENTOR, WORKER
from app.journeys.found import found_organisation
from app.journeys.invite import Invitation, invite, places_for
from app.journeys.join import enrol, join
from app.journeys.lock import lock
from app.journeys.sync import sync_now
from app.journeys.tending import keep_in_step
from app.keys.enrolment import Card
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import DeviceClock, Ports
from app.records import Contact
from tests.bench.filling import fill
from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.e2e.person import PIN, Person

T = TypeVar("T")
FETCH_S = 400
INSTALLED = """(async () => {
  const worker = (await navigator.serviceWorker.getRegistration())?.active;
  return worker?.state === "activated";
})()"""
SNAPSHOT_MADE = "performance.getEntriesByName('snapshot-made').length > 0"


class Office:
    """`with Office(folder, page) as office:` the hub runs and serves `page`; kill and start it as `office.hub`."""

    def __init__(self, folder: Path, page: Path) -> None:
        self.hub = RunningHub(folder, page)
        self.rows = 0
        self._native_phones: list[Ports] = []
        # Playwright has a loop in the main thread: the phone lives in another
        self._thread = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        code = self.hub.new_organisation()
        self.hub.start()
        self._apart(lambda: asyncio.run(self._found(code)))
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        for phone in self._native_phones:
            self._apart(partial(asyncio.run, lock(phone)))
        self._thread.shutdown()
        self.hub.kill()

    def grow(self, rows: int) -> None:
        """Until the area has so many contacts, all of them on the hub."""
        self._apart(lambda: fill(self._ports, rows - self.rows, seed=self.rows))
        self._apart(lambda: asyncio.run(sync_now(self._ports)))
        self.rows = rows
        assert self._apart(lambda: self._ports.store.count(Contact)) == rows
        assert not self._apart(lambda: self._ports.store.waiting().things)

    def let_in(self, phone: Phone) -> Person:
        """A worker joins in that browser, fetches all there is, and everything a later start needs lies ready."""
        worker = Person(phone).begin(self._apart(lambda: asyncio.run(self._invite(Card("Sofie", WORKER, "fox")))).link)
        self.fetched(worker)
        installed(phone)
        phone.until(SNAPSHOT_MADE, "the heap snapshot", 180)
        return worker

    def coordinate(self, act: Callable[[Ports], Coroutine[Any, Any, None]]) -> None:
        """The coordinator's phone takes what there is, does that, and the hub has it."""
        self._apart(lambda: asyncio.run(keep_in_step(self._ports)))
        self._apart(lambda: asyncio.run(act(self._ports)))
        self._apart(lambda: asyncio.run(sync_now(self._ports)))

    def write(self, act: Callable[[Ports], None]) -> None:
        """The coordinator's phone writes that, and the hub has it."""
        self._apart(lambda: act(self._ports))
        self._apart(lambda: asyncio.run(sync_now(self._ports)))

    def fetched(self, worker: Person) -> None:
        """Waits until her list of people counts them all."""
        worker.to("People").phone.sees(worker.t.many("%(num)d person", "%(num)d people", self.rows), patience_s=FETCH_S)

    def bring_in_mentor(self, name: str) -> Ports:
        """With a native phone of her own."""
        mentor = self._native("mentor")
        self._apart(lambda: asyncio.run(self._join(mentor, name)))
        return mentor

    def in_step(self, phone: Ports, between: Callable[[Ports], None]) -> None:
        """That native phone takes what there is, does something, and the hub has it."""
        self._apart(lambda: asyncio.run(keep_in_step(phone)))
        self._apart(lambda: between(phone))
        self._apart(lambda: asyncio.run(keep_in_step(phone)))

    def _native(self, folder: str) -> Ports:
        # no connection outlives the loop that it was made in
        wire = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
        platform = NativePlatform(self.hub.folder / folder, hub_url=self.hub.url, transport=wire)
        self._native_phones.append(Ports(platform, NativeProvider(), DeviceClock()))
        return self._native_phones[-1]

    async def _found(self, code: str) -> None:
        self._ports = self._native("coordinator")
        card = Card("Karen", COORDINATOR, "owl")
        await found_organisation(self._ports, code=code, name="Broen", area="Egeparken", member=card, pin=PIN)

    async def _join(self, phone: Ports, name: str) -> None:
        invited = await self._invite(Card(name, MENTOR, "hare"))
        await enrol(phone, await join(phone, secret=invited.link), pin=PIN)

    async def _invite(self, card: Card) -> Invitation:
        return await invite(self._ports, member=card, grants=places_for(self._ports, card.role))

    def _apart(self, act: Callable[[], T]) -> T:
        return self._thread.submit(act).result()


def installed(phone: Phone) -> None:
    """Waits until the page's service worker has it all."""
    phone.until(INSTALLED, "the service worker", 180)
