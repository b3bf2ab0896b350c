"""The demo organisation is one that people could have made, and everybody in it can be joined again and again."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import httpx
import pytest

from app.domain.agenda import next_meetings
from app.domain.followups import followups_due
from app.journeys.contacts import log_contact
from app.journeys.join import enrol, join
from app.journeys.lock import lock
from app.journeys.sync import sync_now
from app.keys.native import NativeProvider
from app.platform.native import NativePlatform
from app.ports import Ports
from app.records import Appointment, Contact, Meeting, MeetingNote, MeetingState, Step
from build.demo import HUB, DemoPhones, is_made, make
from build.demo_content import PEOPLE, PIN
from sync.hub.app import hub
from sync.hub.store import HubStore
from tests.demo.conftest import CLOCK

T = TypeVar("T")
KEYS = [person.key for person in PEOPLE]


def among(folder: Path, do: Callable[[DemoPhones, httpx.ASGITransport], Awaitable[T]]) -> T:
    """With a copy of the organisation and its hub running in this process."""

    async def live() -> T:
        with HubStore(folder / "hub.db") as store:
            app = hub(store, now=CLOCK.now)
            phones = DemoPhones(folder, app, CLOCK)
            try:
                return await do(phones, httpx.ASGITransport(app))
            finally:
                await phones.close()

    return asyncio.run(live())


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


async def joined(phones: DemoPhones, wire: httpx.ASGITransport, key: str, place: Path) -> Ports:
    """A new phone that followed a tap on the demo page."""
    ports = Ports(NativePlatform(place, hub_url=HUB, transport=wire), NativeProvider(), CLOCK)
    await enrol(ports, await join(ports, secret=f"#join={await phones.invitation(key)}"), pin=PIN)
    await sync_now(ports)
    return ports


def seen_by(folder: Path, key: str, place: Path, look: Callable[[Ports], T]) -> T:
    async def walk(phones: DemoPhones, wire: httpx.ASGITransport) -> T:
        ports = await joined(phones, wire, key, place)
        try:
            return look(ports)
        finally:
            await lock(ports)

    return among(folder, walk)


def test_a_worker_finds_forty_contacts_and_a_day_full_of_things_to_do(folder: Path, tmp_path: Path) -> None:
    def look(ports: Ports) -> None:
        contacts, meetings = ports.store.find(Contact), ports.store.find(Meeting)
        assert len(contacts) == 40
        assert len(meetings) == 12
        assert len(followups_due(contacts, CLOCK.today())) >= 6
        assert [m.starts[:10] for m in next_meetings(meetings, CLOCK.today().isoformat())] == [
            "2026-11-21",
            "2026-11-28",
        ]
        assert any("\u0600" < letter < "\u0700" for contact in contacts for letter in contact.name)

    seen_by(folder, "sofie", tmp_path / "new", look)


def test_the_twelve_meetings_lie_in_three_months_that_end_today(folder: Path, tmp_path: Path) -> None:
    def look(ports: Ports) -> None:
        held = [m.held_on for m in ports.store.find(Meeting) if m.held_on]
        assert len(held) == 9
        assert min(held) >= CLOCK.today() - timedelta(days=92)
        assert max(held) <= CLOCK.today()
        states = [m.state for m in ports.store.find(Meeting)]
        assert states.count(MeetingState.CANCELLED) == 1

    seen_by(folder, "karen", tmp_path / "new", look)


def test_the_mentor_reads_her_notes_and_the_coordinator_none(folder: Path, tmp_path: Path) -> None:
    assert seen_by(folder, "karen", tmp_path / "a", lambda ports: ports.store.count(MeetingNote)) == 9
    assert seen_by(folder, "henrik", tmp_path / "b", lambda ports: ports.store.count(MeetingNote)) == 0
    assert seen_by(folder, "henrik", tmp_path / "c", lambda ports: ports.store.count(Meeting)) == 12


def test_the_mentee_sees_her_appointments_and_steps_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    def look(ports: Ports) -> tuple[int, ...]:
        return tuple(ports.store.count(noun) for noun in (Appointment, Step, Meeting, MeetingNote, Contact))

    assert seen_by(folder, "amina", tmp_path / "new", look) == (2, 6, 0, 0, 0)


@pytest.mark.parametrize("key", KEYS)
def test_every_tap_is_another_phone_of_the_same_person(folder: Path, tmp_path: Path, key: str) -> None:
    async def walk(phones: DemoPhones, wire: httpx.ASGITransport) -> set[tuple[bytes, str, str]]:
        two = [await joined(phones, wire, key, tmp_path / name) for name in ("one", "two")]
        seen = {(one.me.person, one.me.name, one.me.role) for one in two}
        for one in two:
            await lock(one)
        return seen

    person = next(person for person in PEOPLE if person.key == key)
    assert {(name, role) for _, name, role in among(folder, walk)} == {(person.name, person.role)}


def test_what_a_new_phone_writes_reaches_the_others(folder: Path, tmp_path: Path) -> None:
    async def walk(phones: DemoPhones, wire: httpx.ASGITransport) -> int:
        worker = await joined(phones, wire, "sofie", tmp_path / "worker")
        coordinator = await joined(phones, wire, "henrik", tmp_path / "coordinator")
        log_contact(worker, row=worker.new_row(), name="Ny nabo")
        await sync_now(worker)
        await sync_now(coordinator)
        found = coordinator.store.count(Contact, matching="ny nabo")
        for one in (worker, coordinator):
            await lock(one)
        return found

    assert among(folder, walk) == 1


def test_a_half_made_organisation_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "demo" / "phones").mkdir(parents=True)
    (tmp_path / "demo" / "hub.db").write_bytes(b"half")

    assert not is_made(tmp_path / "demo")
    asyncio.run(make(tmp_path / "demo", CLOCK))
    assert is_made(tmp_path / "demo")
