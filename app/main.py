"""Where the app begins: which device, which language, who is here; then screens.

In the browser a plain page draws the lock long before this runs (build/web/page/lock.mjs): the first thing we do is
listen for the PIN she may have typed already. Nothing that the first screen can do without is imported before that.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft

if TYPE_CHECKING:
    from app.keys.provider import Provider
    from app.platform import Platform
    from app.ports import Ports
    from app.views.session import Session

EARLY = (
    *("app.ports", "app.i18n", "app.keys.errors", "app.keys.lock", "app.keys.web", "app.storage.store"),
    *("app.journeys.lock", "app.journeys.sync", "app.journeys.tending"),
    *("app.journeys.contacts", "app.journeys.meetings", "app.journeys.late", "app.journeys.voice_messages"),
    *("app.views.app", "app.views.device", "app.views.kit.theme", "app.views.session"),
    *("app.views.sync_words", "app.views.syncing"),
    *("app.views.today", "app.views.contacts.people", "app.views.meetings.meetings", "app.views.more.more"),
    *("app.views.contacts.log", "app.views.letter.letter", "app.views.letter.week"),
)
"""What nearly every start needs; imported at the top of no module here, so that a first start can do with less."""


def warm() -> None:
    """Run once before the browser keeps the heap: what every start would do again, and nothing that is anybody's."""
    from app.i18n import LANGUAGES, Words
    from app.views.kit.theme import theme
    from app.views.rehearsal import rehearse

    for module in EARLY:
        import_module(module)
    for language in (each for each in LANGUAGES if each.with_code):  # all others are fetched by who chooses them
        words = Words(language.code)
        words.short_date(date(2024, 1, 2), date(2024, 5, 6))
        words.weekday(date(2024, 1, 2))
        words.number(1234)
    theme()
    theme(dark=True)
    rehearse("da")


def stay() -> None:
    """What a snapshot is in a browser, on CPython: what every screen needs is here, and not sought for waste again."""
    from sync.collecting import keep_for_good

    warm()
    keep_for_good()


def main(page: ft.Page) -> None:
    """Flet calls this once for every page that opens."""
    platform = _platform()
    tries: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    if platform.lock_page is not None:
        platform.lock_page.on_pin(lambda profile, pin: tries.put_nowait((profile, pin)))
    try:
        start(page, platform, _provider(), tries)
    except Exception:
        if platform.lock_page is not None:  # it waits for *drawn*, which nobody will say
            platform.lock_page.reply("failed")
        raise


def start(
    page: ft.Page, platform: Platform, provider: Provider, tries: asyncio.Queue[tuple[str, str]] | None = None
) -> Session:
    """The app on that page and device; tests call it with their own."""
    from app.ports import DeviceClock, Ports

    return begin(page, Ports(platform, provider, DeviceClock()), tries)


def begin(page: ft.Page, ports: Ports, tries: asyncio.Queue[tuple[str, str]] | None = None) -> Session:
    """Dresses the page, draws the first screen, and waits for the PIN if the page collects it."""
    from app.i18n import Words, language_named
    from app.views.app import App, lead_back
    from app.views.device import listen
    from app.views.kit.theme import theme
    from app.views.session import LOCKED, NEW, OPEN, THEMES, WAITING, Session, dress
    from app.views.syncing import Syncing

    platform = ports.platform
    here = bool(platform.profiles())
    phase = NEW if not here else LOCKED if platform.lock_page is None else WAITING
    wanted = platform.recall("language") or platform.device_language()
    words = Words(wanted)
    chosen = platform.recall("theme")
    session = Session(ports=ports, syncing=Syncing(), words=words, phase=OPEN if ports.open else phase, theme=chosen)
    session.dial = platform.recall("dial")
    session.text_size, session.simple = platform.recall("text_size"), platform.recall("simple") == "yes"
    page.title = session.called
    page.theme, page.dark_theme = theme(), theme(dark=True)
    page.theme_mode = THEMES.get(chosen, ft.ThemeMode.SYSTEM)
    page.padding = 0
    dress(page, words)
    lead_back(page, session)
    listen(page, session)
    platform.update_offered(session.offer)
    if ports.open:
        session.told.begin(ports)
    page.render_views(App, session)
    if words.code not in (wanted, language_named(wanted).code):  # hers is not here: never fetched, or cleared away
        session.catching_up = asyncio.ensure_future(_catch_up(page, session, wanted))
    if ports.open:
        session.begin_syncing()
    if platform.lock_page is not None and tries is not None:
        session.listening = asyncio.ensure_future(_answer(session, tries))
    return session


async def _catch_up(page: ft.Page, session: Session, wanted: str) -> None:
    """Her language once it can be had; without a network the app goes on in Danish."""
    from app.ports import Refusal

    with contextlib.suppress(Refusal):
        await session.speak(page, wanted)


async def _answer(session: Session, tries: asyncio.Queue[tuple[str, str]]) -> None:
    """*Drawn* for who is asked no PIN. Then to every PIN of the page: ok or wrong, and *drawn* after ok."""
    import app.views.today  # noqa: F401 - while she types: the screen she will see first
    from app.journeys.lock import unlock_or_say
    from app.keys.errors import WrongPin
    from app.ports import Refusal
    from app.views.session import LOCKED, NEW

    lock = session.ports.platform.lock_page
    if lock is not None and session.phase == NEW:
        await session.seen.wait()
        lock.reply("drawn")
    while lock is not None:
        profile, pin = await tries.get()
        if not profile:
            session.become(NEW)
        else:
            try:
                await unlock_or_say(session.ports, profile_id=profile, pin=pin)
            except WrongPin as no:
                lock.reply("wrong", wait_ms=no.wait_ms)
                continue
            except Refusal as no:  # it is no wrong PIN, and the plain page has no words: said on our own lock
                session.trouble = no
                session.become(LOCKED)
            else:
                session.opened()
        lock.reply("ok")
        await session.seen.wait()
        lock.reply("drawn")


def _platform() -> Platform:
    if sys.platform == "emscripten":
        from app.platform.web import WebPlatform

        return WebPlatform()
    from app.platform.native import NativePlatform

    folder = os.environ.get("BROBYGGER_HOME") or os.environ.get("FLET_APP_STORAGE_DATA") or "~/.brobygger"
    return NativePlatform(Path(folder).expanduser(), hub_url=os.environ.get("BROBYGGER_HUB", ""))


def _provider() -> Provider:
    if sys.platform == "emscripten":
        from app.keys.web import WebProvider

        return WebProvider()
    from app.keys.native import NativeProvider

    return NativeProvider()


if __name__ == "__main__":
    stay()
    ft.run(main, assets_dir=str(Path(__file__).resolve().parents[1] / "assets"))
