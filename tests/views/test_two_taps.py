"""Two taps before anything was drawn again are one, also where the journey waits for nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.domain.roles import WORKER
from app.journeys import lock as locking
from app.journeys.among_few import circles_of_few
from app.journeys.areas import areas
from app.journeys.invite import invite as invite_for_good
from app.journeys.near import be_near
from app.journeys.partners import partners
from app.records import Matter, Mentee
from app.views.more import invite as inviting
from app.views.more import lock as how_locked
from tests.journeys.voices import said
from tests.screen import Screen
from tests.views.conftest import show
from tests.views.pin import type_pin
from tests.views.voices import Microphone
from tests.world import Organisation, World


def files(org: Organisation) -> set[tuple[str, str]]:
    """(row, space) of those that the worker has."""
    return {(one.id, one.space) for one in org.worker.store.find(Mentee)}


async def write_matter(screen: Screen, org: Organisation) -> None:
    await screen.go("/more/few/new")
    await screen.write("name", "A")
    await screen.write("text", "B")
    await screen.fire(screen._one(f"may-{org.worker.ports.me.person.hex()}"), "change", True)


def test_a_woman_has_one_file(org: Organisation) -> None:
    before = files(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/mentees/new")
        await screen.write("name", "Nadia")
        await screen.double_tap("keep")
        await screen.until(lambda: not screen.has("keep-top"), anew=True)

    show(org.worker, walk)
    assert len(files(org) - before) == 1


def test_a_partner_is_there_once(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        await screen.go("/more/partners")
        await screen.write("name", "Kommunen")
        await screen.double_tap("add")
        await screen.settle()

    show(karen, walk)
    assert [one.name for one in partners(karen.ports)] == ["Kommunen"]


def test_an_area_is_there_once(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        await screen.go("/more/areas/new")
        await screen.write("name", "Vestparken")
        await screen.double_tap("keep")
        await screen.settle()

    show(karen, walk)
    assert [one.name for one in areas(karen.ports)].count("Vestparken") == 1


def test_a_safety_matter_is_there_once(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        await write_matter(screen, org)
        await screen.double_tap("keep")
        await screen.settle()

    show(karen, walk)
    assert (len(circles_of_few(karen.ports)), karen.store.count(Matter)) == (1, 1)


def test_one_invitation_is_made(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    async def invite(*said: Any, **more: Any) -> Any:
        made.append(1)
        return await invite_for_good(*said, **more)

    monkeypatch.setattr(inviting, "invite", invite)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/invite")
        await screen.write("name", "Nadia")
        await screen.tap(f"role-{WORKER}")
        await screen.double_tap("make")
        await screen.until(lambda: screen.has("link"), anew=True)

    show(org.coordinator, walk)
    assert made == [1]


def test_who_was_refused_taps_again_and_it_goes(org: Organisation) -> None:
    before = files(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/mentees/new")
        await screen.double_tap("keep")
        assert screen.has("problem")
        await screen.write("name", "Nadia")
        await screen.tap("keep")
        await screen.settle()

    show(org.worker, walk)
    assert len(files(org) - before) == 1


async def tap_while_on_the_way(screen: Screen, key: str) -> None:
    """Twice: drawn again in between, while the page has not yet said that it stands at another address."""
    control, answer = screen._one(key), screen.connection._answer
    late: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as held:
        held.setattr(screen.connection, "_answer", late.append)
        for _ in range(2):
            await screen.session.dispatch_event(control._i, "click", None)
            await screen._settle()
    for each in late:
        answer(each)
    await screen._settle()


def test_while_the_next_screen_is_on_its_way_no_second_file_is_opened(org: Organisation) -> None:
    before = files(org)

    async def walk(screen: Screen) -> None:
        await screen.go("/mentees/new")
        await screen.write("name", "Nadia")
        await tap_while_on_the_way(screen, "keep")

    show(org.worker, walk)
    assert len(files(org) - before) == 1


def test_while_the_next_screen_is_on_its_way_no_second_matter_is_begun(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        await write_matter(screen, org)
        await tap_while_on_the_way(screen, "keep")

    show(karen, walk)
    assert (len(circles_of_few(karen.ports)), karen.store.count(Matter)) == (1, 1)


def test_while_the_next_screen_is_on_its_way_no_second_partner_is_founded(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        for name in ("Kommunen", "Egeby"):
            await screen.go("/more/partners")
            await screen.write("name", name)
            await tap_while_on_the_way(screen, "add")

    show(karen, walk)
    assert [one.name for one in partners(karen.ports)] == ["Egeby", "Kommunen"]


def test_while_the_next_screen_is_on_its_way_no_second_area_is_opened(org: Organisation) -> None:
    karen = org.coordinator

    async def walk(screen: Screen) -> None:
        for name in ("Vestparken", "Nordparken"):
            await screen.go("/more/areas/new")
            await screen.write("name", name)
            await tap_while_on_the_way(screen, "keep")

    show(karen, walk)
    assert [one.name for one in areas(karen.ports)] == ["Egeparken", "Nordparken", "Vestparken"]


def test_a_wrong_pin_counts_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    karen = world.found()
    karen.lock()
    really, tried = locking.unlock_or_say, []

    async def unlock_or_say(*said: Any, **more: Any) -> None:
        tried.append(1)
        await really(*said, **more)

    monkeypatch.setattr(locking, "unlock_or_say", unlock_or_say)

    async def walk(screen: Screen) -> None:
        for digit in "999999":
            await screen.tap(f"key-{digit}")
        await screen.double_tap("key-done")
        await screen.until(lambda: screen.has("problem"))
        await screen.settle()

    show(karen, walk)
    assert tried == [1]


def test_the_phones_safe_is_asked_for_one_key(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    karen, asked = org.coordinator, []

    async def passkeys_there() -> bool:
        return True

    async def add_passkey(*_said: Any, **_more: Any) -> None:
        asked.append(1)
        await asyncio.sleep(0)

    monkeypatch.setattr(karen.ports.platform, "passkeys_there", passkeys_there)
    monkeypatch.setattr(how_locked, "add_passkey", add_passkey)

    async def walk(screen: Screen) -> None:
        await screen.go("/more/lock")
        await type_pin(screen)
        await screen.until(lambda: screen.has("to-safe"))
        await screen.tap("to-safe")
        await screen.double_tap("safe-on")
        await screen.until(lambda: screen.has("lock-changed"))

    show(karen, walk)
    assert asked == [1]


def test_the_microphone_is_opened_once(org: Organisation) -> None:
    near = be_near(org.mentor.ports, mentee=org.cover(org.mentor), phone="+45 70 10 20 40").id
    org.world.sync_all()
    org.mentee.ports.platform.recorder = Microphone(said())

    async def walk(screen: Screen) -> None:
        await screen.go("/times")
        taps = asyncio.create_task(screen.double_tap(f"speak-{near}"))
        await screen.until(lambda: screen.has(f"speak-{near}-done"))
        await screen.tap(f"speak-{near}-done")
        await asyncio.wait_for(taps, 10)

    show(org.mentee, walk)
