"""A lock answers each time: what is no wrong PIN is said in words, and the next try is a real one."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import flet as ft
import pytest

from app.keys.errors import BadSeal
from app.main import begin, main
from app.views.kit import NUMBERS
from app.views.session import LOCKED, OPEN
from sync.errors import JournalFull, TooOld
from tests.screen import Screen
from tests.views.conftest import show, walked
from tests.views.pin import type_pin
from tests.world import PIN, Organisation, Phone, World, run


class PlainLock:
    """The page's own lock, as Python meets it: what was said to it."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def reply(self, kind: str, **_: Any) -> None:
        self.said.append(kind)

    def on_pin(self, _callback: Callable[[str, str], Any]) -> None: ...

    def again(self) -> None: ...

    def corner(self, *, shown: bool) -> None: ...


FAULTS = [
    (PermissionError("another tab has this journal"), "open in another tab"),
    (OSError("the file system said no"), "That did not work. Everything is kept on this phone."),
    (sqlite3.DatabaseError("database disk image is malformed"), "That did not work."),
    (BadSeal("keyring"), "That did not work."),
    (TooOld("a journal of version 900"), "This app is too old"),
    (JournalFull("database or disk is full"), "This phone has no room left."),
]


def failing_once(phone: Phone, fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Her journal cannot be opened the first time."""
    whole, faults = phone.ports.platform.open_profile, [fault]

    async def opened(profile_id: str) -> str:
        if faults:
            raise faults.pop()
        return await whole(profile_id)

    monkeypatch.setattr(phone.ports.platform, "open_profile", opened)


@pytest.mark.parametrize(("fault", "words"), FAULTS)
def test_the_right_pin_on_the_pages_lock_that_does_not_open_is_told_why_and_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    karen = world.found()
    karen.lock()
    karen.ports.platform.remember("language", "en")
    page = PlainLock()
    monkeypatch.setattr(karen.ports.platform, "lock_page", page)
    failing_once(karen, fault, monkeypatch)
    tries: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def going() -> None:
        async with Screen(lambda shown: begin(shown, karen.ports, tries)) as screen:
            tries.put_nowait((karen.ports.platform.profiles()[0].id, karen.pin))
            await screen.until(lambda: screen.has("problem"))
            assert screen.sees(words)
            assert "wrong" not in page.said
            await type_pin(screen)
            await screen.until(lambda: screen.sees("Today"))

    asyncio.run(going())


@pytest.mark.parametrize(("fault", "words"), FAULTS)
def test_the_right_pin_on_our_own_lock_that_does_not_open_is_told_why_and_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    karen = world.found()
    karen.lock()
    karen.ports.platform.remember("language", "en")
    failing_once(karen, fault, monkeypatch)

    async def walk(screen: Screen) -> None:
        await type_pin(screen)
        await screen.until(lambda: screen.has("problem"))
        assert screen.sees(words)
        await type_pin(screen)
        await screen.until(lambda: screen.sees("Today"))

    walked(karen, walk)


@pytest.mark.parametrize(("fault", "words"), FAULTS)
def test_who_begins_and_cannot_be_kept_is_told_why_and_tries_again(
    world: World, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    phone, code = world.phone("Karen"), world.founder_code()
    failing_once(phone, fault, monkeypatch)

    async def founds(screen: Screen) -> None:
        for name, text in (("founder_code", code), ("organisation", "Broen"), ("name", "Karen")):
            await screen.write(name, text)
        await screen.tap("go-on")
        await screen.tap("picture-boat")
        await type_pin(screen)
        await type_pin(screen)

    async def walk(screen: Screen) -> None:
        await screen.tap("language-en")
        await screen.tap("letters-usual")
        await screen.tap("door-found")
        await founds(screen)
        await screen.until(lambda: screen.has("problem"))
        assert screen.sees(words)
        await founds(screen)
        await screen.until(lambda: screen.sees("Today"))

    walked(phone, walk)


def test_a_journal_that_cannot_be_read_is_let_go_for_the_next_try(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    karen = world.found()
    karen.lock()
    profile, closed = karen.ports.platform.profiles()[0].id, []
    path = Path(run(karen.ports.platform.open_profile(profile)))

    async def close() -> None:
        closed.append(profile)

    monkeypatch.setattr(karen.ports.platform, "close_profile", close)
    kept = path.read_bytes()
    path.write_bytes(b"no journal at all" * 300)
    with pytest.raises(sqlite3.DatabaseError):
        karen.unlock()

    assert closed == [profile]
    path.write_bytes(kept)
    karen.unlock()


@pytest.mark.parametrize("language", ["da", "ar"])
def test_the_numbers_that_help_are_one_tap_from_the_lock_that_we_draw_and_nothing_of_hers(
    org: Organisation, language: str
) -> None:
    async def walk(screen: Screen) -> None:
        await screen.app.lock()
        await screen.settle()
        assert screen.app.phase == LOCKED
        assert not screen.has("call-112")
        await screen.tap("numbers")
        assert [screen.has(f"call-{phone}") for phone in NUMBERS] == [True] * len(NUMBERS)
        assert screen.sees("112")
        assert not screen.sees("Maja")
        await screen.tap("numbers")
        assert not screen.has("call-112")
        await type_pin(screen, PIN)  # the lock is as it was
        await screen.until(lambda: screen.app.phase == OPEN)

    show(org.mentee, walk, language=language)


def test_who_was_never_here_has_the_page_told_when_her_first_question_is_drawn(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, page = world.phone("Karen"), PlainLock()
    monkeypatch.setattr(phone.ports.platform, "lock_page", page)

    async def begins() -> None:
        async with Screen(lambda shown: begin(shown, phone.ports, asyncio.Queue())) as screen:
            await screen.until(lambda: bool(page.said))
            assert screen.has("language-en")

    asyncio.run(begins())
    assert page.said == ["drawn"]


def test_a_page_that_waits_for_an_app_that_cannot_begin_is_told_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, page = world.phone("Karen"), PlainLock()
    monkeypatch.setattr(phone.ports.platform, "lock_page", page)
    monkeypatch.setattr("app.main._platform", lambda: phone.ports.platform)

    def broken(*_: object) -> None:
        raise OSError("half of it is missing")

    monkeypatch.setattr("app.main.start", broken)
    with pytest.raises(OSError, match="half of it"):
        main(cast("ft.Page", None))
    assert page.said == ["failed"]
