"""The phone talks to the hub by itself: at the start, after a write, and again for what was written meanwhile."""

from __future__ import annotations

import asyncio
import sqlite3
from functools import partial
from typing import Any

import flet as ft
import pytest

from app.journeys import tending
from app.journeys.agenda import meetings_ahead
from app.journeys.contacts import log_contact
from app.journeys.sync import SyncReport
from app.journeys.tending import keep_in_step
from app.ports import Ports
from app.records import Contact, Meeting
from app.storage.on_the_way import unheard
from app.views import syncing, today
from app.views.syncing import Syncing
from app.views.told import Told
from sync.codes import pack_error
from sync.errors import Busy
from tests.refusing import refusing
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, Phone


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing, "AFTER_WRITE_S", 0)


def test_a_contact_reaches_the_other_phone_without_anybody_asking(org: Organisation) -> None:
    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.until(lambda: not screen.sees("1 here"))

    show(org.worker, walk)
    org.coordinator.sync()
    assert "Hodan" in {each.name for each in org.coordinator.store.find(Contact)}


def test_no_connection_is_said_and_nothing_is_lost(org: Organisation) -> None:
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.until(lambda: bool(screen.app.syncing.problem))
        assert screen.sees("1 here")

        org.worker.mend()
        screen.app.syncing.soon(org.worker.ports)
        await screen.until(lambda: not screen.sees("1 here"))

    show(org.worker, walk)


def test_it_tries_again_by_itself_when_nobody_says_that_the_connection_is_back(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "FIRST_S", 0.01)
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: bool(screen.app.syncing.problem))
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        assert screen.sees("1 here")

        org.worker.mend()
        await screen.until(lambda: not screen.sees("1 here"))

    show(org.worker, walk)


@pytest.mark.parametrize(
    ("failures", "asked_s", "pause"),
    [(1, 0, 10), (2, 0, 30), (3, 0, 90), (4, 0, 180), (900, 0, 180), (1, 40, 40), (4, 400, 400)],
)
def test_after_a_failure_it_is_tried_again_soon_and_then_more_rarely(
    failures: int, asked_s: float, pause: float
) -> None:
    assert syncing.pause_s(failures, asked_s) == pause


def test_a_hub_that_answers_nonsense_is_said(org: Organisation) -> None:
    org.worker.wire.spoil = lambda _path, _answer: b"\xc1 not an answer"

    async def walk(screen: Screen) -> None:
        await screen.go("/more/sync")
        await screen.until(lambda: screen.sees("The server answers nonsense. Everything is kept on this phone."))

    show(org.worker, walk)


def test_what_the_hub_refuses_is_not_offered_again_and_again(org: Organisation) -> None:
    """It is tried with the next sync that there is a reason for; by itself it is none."""
    with refusing(org.worker, "size"):

        async def walk(screen: Screen) -> None:
            await screen.tap("log-contact")
            await screen.write("name", "Hodan")
            await screen.tap("keep")
            await screen.until(lambda: screen.sees("1 not counted"))
            asked = len(org.worker.wire.sent)
            await screen.settle(400)
            for _ in range(10):
                await screen.settle()
            assert not screen.app.syncing.running
            assert len(org.worker.wire.sent) == asked

        show(org.worker, walk)


def test_a_server_that_was_put_back_and_waits_says_so_and_what_is_new_is_kept(org: Organisation) -> None:
    org.world.restore_hub(org.world.copy_hub())

    async def walk(screen: Screen) -> None:
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.until(lambda: "put back" in screen.app.syncing.problem)
        assert screen.sees("1 here")

    show(org.worker, walk)
    org.world.sync_all(rounds=2)
    assert "Hodan" in {each.name for each in org.coordinator.store.find(Contact)}


@pytest.mark.parametrize("where", ["the sync itself", "what follows it"])
@pytest.mark.parametrize("fault", [sqlite3.DatabaseError("database disk image is malformed"), KeyError("x"), OSError()])
def test_what_nobody_foresaw_is_said_and_the_next_sync_comes_all_the_same(
    org: Organisation, monkeypatch: pytest.MonkeyPatch, fault: Exception, where: str
) -> None:
    monkeypatch.setattr(syncing, "EVERY_S", 0.2)
    whole, told, faults = tending.keep_in_step, Told.after, [fault]
    failed, said = Syncing._failed, list[str]()  # on a busy machine the next sync is there before anybody looks

    def noted(self: Syncing, ports: Ports, problem: str, asked_s: float = 0) -> None:
        said.append(problem)
        failed(self, ports, problem, asked_s)

    async def in_step(ports: Ports) -> SyncReport:
        if where == "the sync itself" and faults:
            raise faults.pop()
        return await whole(ports)

    async def after(self: Told, ports: Ports, report: SyncReport) -> None:
        if where == "what follows it" and faults:
            raise faults.pop()
        await told(self, ports, report)

    monkeypatch.setattr(tending, "keep_in_step", in_step)
    monkeypatch.setattr(Told, "after", after)
    monkeypatch.setattr(Syncing, "_failed", noted)

    async def walk(screen: Screen) -> None:
        seen = screen.app.syncing
        await screen.until(lambda: bool(said))
        assert said == ["That did not work. Everything is kept on this phone."]
        await screen.until(lambda: not seen.problem)
        assert not seen._timer.done()

    show(org.worker, walk)


def syncs(phone: Phone) -> int:
    """How often it asked so far."""
    return phone.wire.paths().count("/sync")


def meet(phone: Phone, name: str) -> None:
    ports = phone.ports
    log_contact(ports, row=ports.new_row(), name=name, outcome="interested", met_on=ports.today())


def knows(phone: Phone, name: str) -> bool:
    return name in {each.name for each in phone.store.find(Contact)}


async def at_rest(screen: Screen) -> None:
    """What is synced on opening is."""
    await screen.until(lambda: not screen.app.syncing.running and screen.app.syncing.last_ms > 0)
    await screen.settle()


def test_what_others_write_comes_every_few_minutes_by_itself(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "EVERY_S", 0.2)

    async def walk(screen: Screen) -> None:
        for name in ("Hodan", "Ifrah", "Sagal"):
            await at_rest(screen)
            meet(org.coordinator, name)
            await keep_in_step(org.coordinator.ports)
            await screen.until(partial(knows, org.worker, name))

    show(org.worker, walk)


def test_five_writes_in_a_row_are_one_sync(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing, "AFTER_WRITE_S", 1.0)

    async def walk(screen: Screen) -> None:
        await at_rest(screen)
        asked = syncs(org.worker)
        for number in range(5):
            meet(org.worker, f"Hodan {number}")
            await asyncio.sleep(0.25)
        assert syncs(org.worker) == asked
        await screen.until(lambda: not screen.sees("5 here") and not unheard(org.worker.store))
        await asyncio.sleep(1.2)
        assert syncs(org.worker) == asked + 1

    show(org.worker, walk)


def test_a_connection_that_is_back_is_used_at_once(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of hers waits, so nothing else asks for minutes."""
    org.worker.cut()

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: bool(screen.app.syncing.problem))
        meet(org.coordinator, "Hodan")
        await keep_in_step(org.coordinator.ports)
        org.worker.mend()
        asked = syncs(org.worker)
        await change(screen, ft.ConnectivityType.NONE)
        await screen.settle()
        assert syncs(org.worker) == asked

        await change(screen, ft.ConnectivityType.MOBILE)
        await screen.until(lambda: knows(org.worker, "Hodan"))
        assert screen.app.syncing.problem == ""

    show(org.worker, walk)


async def change(screen: Screen, to: ft.ConnectivityType) -> None:
    """As the browser, or the phone, says it."""
    told: Any = screen.app.connectivity
    await screen.session.dispatch_event(told._i, "change", {"connectivity": [to.value]})


def test_a_hub_that_wants_to_be_left_alone_is_not_asked_because_something_was_written(org: Organisation) -> None:
    busy = [pack_error(Busy(1))]
    org.worker.wire.spoil = lambda path, answer: busy.pop() if path == "/sync" and busy else answer

    async def walk(screen: Screen) -> None:
        await screen.until(lambda: bool(screen.app.syncing.problem))
        asked = syncs(org.worker)
        meet(org.worker, "Hodan")
        await asyncio.sleep(0.5)
        assert syncs(org.worker) == asked
        await screen.until(lambda: not unheard(org.worker.store))

    show(org.worker, walk)


def test_who_opens_the_app_has_her_screen_before_the_hub_is_asked(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = asyncio.Event()

    async def answered(_page: ft.Page) -> None:
        await painted.wait()

    monkeypatch.setattr(ft.Page, "get_device_info", answered)
    before = syncs(org.worker)

    async def walk(screen: Screen) -> None:
        assert screen.sees("Today")
        await screen.settle()
        assert syncs(org.worker) == before

        painted.set()
        await screen.until(lambda: syncs(org.worker) > before)

    show(org.worker, walk)


def test_a_sync_that_begins_takes_nobodys_time_with_a_list_drawn_again(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def noted(ports: Ports, limit: int) -> list[Meeting]:
        drawn.append(limit)
        return meetings_ahead(ports, limit)

    monkeypatch.setattr(today, "meetings_ahead", noted)

    async def walk(screen: Screen) -> None:
        await at_rest(screen)
        before = len(drawn)
        screen.app.syncing.running = True
        await screen.settle()
        assert screen.sees("syncing")
        assert len(drawn) == before

        screen.app.syncing.running = False
        screen.app.syncing.problem = "No connection."
        await screen.settle()
        assert len(drawn) == before + 1

    show(org.worker, walk)
