"""What all screens share while the app runs: the ports, the language, the look, and whether the lock is open.

Nothing of a person's records is in here: those are read live from the store (`use_live`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import flet as ft

from app.domain.app_names import app_name
from app.domain.refusal import Refusal
from app.domain.roles import MENTEE
from app.i18n import LANGUAGES, Words
from app.views.carrying import Carrying
from app.views.half_typed import HalfTyped
from app.views.told import Told

if TYPE_CHECKING:
    from app.journeys.sync import SyncReport
    from app.ports import Ports
    from app.views.syncing import Syncing

T = TypeVar("T")

NEW, LOCKED, WAITING, OPEN, TOGETHER = "new", "locked", "waiting", "open", "together"
"""Nobody here yet · the lock drawn by us · the lock drawn by the plain page · inside · two read on one phone."""


@dataclass
class Trail:
    """Which of the four doors one came through: the way back from a detail."""

    tab: str = "/"


@dataclass
class Kept:
    """What is dear to make anew, until the lock shuts: her practice (app/journeys/practice.py), once it was opened."""

    practice: Any = None


@ft.observable
@dataclass
class Session:
    """One running app. Changing a field draws again what shows it."""

    ports: Ports
    syncing: Syncing
    words: Words
    phase: str = NEW
    theme: str = ""  # "" as the device, "light", "dark"
    dial: str = ""  # how much Danish the mentee reads (letter/dial.py)
    text_size: str = ""  # app/domain/text_sizes.py
    simple: bool = False  # the mentee's face with fewer things at a time
    offered: bool = False  # a newer app lies ready
    trouble: Refusal | None = None  # why the page's lock did not open
    trail: Trail = field(default_factory=Trail)
    kept: Kept = field(default_factory=Kept)
    half_typed: HalfTyped = field(default_factory=HalfTyped)
    together: tuple[tuple[str, str], ...] = ()  # (noun, row) of what two people read; their words stay in the store
    here: tuple[tuple[str, str], ...] = ()  # (noun, row) of who is at an event, while the phone goes round
    handed: str = ""  # row of the mentee who reads her letter on this phone
    own_words: Words | None = None  # of who owns the phone, meanwhile
    own_size: str = ""  # of the owner's letters, meanwhile
    glass: ft.Page | None = None  # which speaks her language, meanwhile
    hers_again: Words | None = None  # of her who reads, while the owner is asked
    first_page: str = "/"  # of her letter, when the phone is turned to her
    asks_back: bool = False  # the owner's lock stands before her letter
    told: Told = field(default_factory=Told)
    carrying: Carrying = field(default_factory=Carrying)
    drawn: Any = field(default_factory=asyncio.Event)  # the screen of the newest phase is on its way to the glass
    seen: Any = field(default_factory=asyncio.Event)  # and Flutter has it
    listening: Any = None
    catching_up: Any = None  # a language that is being fetched
    connectivity: Any = None

    @property
    def cornered(self) -> bool:
        """The page draws its corner over the end of each screen: room is left there."""
        return self.phase == OPEN and self.hers and self.ports.platform.lock_page is not None

    @property
    def hers(self) -> bool:
        """Is what is on the screen a mentee's, on her own phone or on one that was turned to her?"""
        return self.told.role == MENTEE or bool(self.phase == TOGETHER and self.handed)

    @property
    def called(self) -> str:
        """The app's name on this device."""
        return app_name(self.ports.platform.recall("called"))

    def become(self, phase: str) -> None:
        self.drawn.clear()
        self.seen.clear()
        self.phase = phase

    def offer(self) -> None:
        """A newer app lies ready."""
        self.offered = True

    def opened(self) -> None:
        """The lock is open: from here on records are there, and the phone talks to the hub by itself."""
        self.told.begin(self.ports)
        self.become(OPEN)
        self.begin_syncing()

    def begin_syncing(self) -> None:
        """By itself from now on; after each sync the logs are looked at."""

        async def after(report: SyncReport) -> None:
            self.carrying.soon(self.ports)
            await self.told.after(self.ports, report)

        self.syncing.begin(self.ports, self.seen, after)

    def read_together(self, chosen: tuple[tuple[str, str], ...]) -> None:
        """Only this is on the screen, and nothing leads anywhere, until the PIN is typed."""
        self.together, self.here, self.handed = chosen, (), ""
        self.become(TOGETHER)

    def turn_to(self, here: tuple[tuple[str, str], ...]) -> None:
        """The phone goes round among these: each says whom she would like to meet, and nothing leads anywhere."""
        self.here, self.handed = here, ""
        self.become(TOGETHER)

    def hand_to(self, page: ft.Page, mentee: str, words: Words, *, first_page: str = "/") -> None:
        """Her letter alone, in her language, until the lock of this phone's owner is opened."""
        self.own_words, self.own_size, self.handed, self.first_page = self.words, self.text_size, mentee, first_page
        self.glass = page
        self.talk(page, words)
        self.become(TOGETHER)

    def ask_back(self, page: ft.Page) -> None:
        """The owner's lock, in the owner's language: it leads out."""
        self.hers_again, self.asks_back = self.words, True
        self.talk(page, self.own_words or self.words)

    def read_on(self, page: ft.Page) -> None:
        """The lock stays shut; her letter again, where she was."""
        self.asks_back = False
        self.talk(page, self.hers_again or self.words)

    def take_back(self, page: ft.Page) -> None:
        """The phone is its owner's again, and speaks as before."""
        self.talk(page, self.own_words or self.words)
        self._own_letters()
        self.own_words, self.handed, self.asks_back = None, "", False
        self.become(OPEN)

    def _own_letters(self) -> None:
        """Hers were large for a while, not the owner's."""
        if self.handed and self.text_size != self.own_size:
            self.text_size = self.own_size
            self.ports.platform.lend_letters(None)

    def talk(self, page: ft.Page, words: Words) -> None:
        """In that language for the moment; the one she chose for her phone stays."""
        self.words = words
        dress(page, words)

    def to_lock(self) -> None:
        """Back from the first start, where somebody lives on this device already."""
        page = self.ports.platform.lock_page
        if page is None:
            self.become(LOCKED)
        else:
            page.again()

    async def to_doors(self) -> None:
        """Out of here and to the first start: to join again, or somebody else to join."""
        from app.journeys.lock import lock

        self._rest()
        self.become(NEW)
        await self.drawn.wait()  # as below
        await lock(self.ports)

    async def lock(self) -> None:
        """Keys and records leave memory; the plain page takes over where there is one."""
        from app.journeys.lock import lock

        self._rest()
        self._own_letters()
        if self.own_words and self.glass:
            self.talk(self.glass, self.own_words)
        page = self.ports.platform.lock_page
        self.become(LOCKED if page is None else WAITING)
        self.own_words, self.handed, self.asks_back = None, "", False
        await self.drawn.wait()  # no screen that reads records is left when they go
        await lock(self.ports)
        if page is not None:
            page.again()

    def _rest(self) -> None:
        self.syncing.end()
        self.carrying.end()
        self.told.forget()
        self.kept.practice = None
        self.ports.platform.voice.hush()

    async def speak(self, page: ft.Page, code: str) -> None:
        """Another language, at once and next time: words, direction and the page's own `lang`. It may be refused."""
        from app.journeys.language import fetch

        await fetch(self.ports, code=code)
        self.words = Words(code)
        self.ports.platform.remember("language", self.words.code)
        dress(page, self.words)

    def turn(self, dial: str) -> None:
        """More Danish, or less, at once and next time."""
        self.dial = dial
        self.ports.platform.remember("dial", dial)

    def enlarge(self, text_size: str) -> None:
        """Larger letters or smaller ones, at once and next time; on a phone that was turned to her, for that while.

        The page around us does it.
        """
        self.text_size = text_size
        if self.handed:
            self.ports.platform.lend_letters(text_size)
        else:
            self.ports.platform.remember("text_size", text_size)

    def show_less(self, simple: bool) -> None:  # noqa: FBT001 - a choice of two
        """Fewer things at a time on the mentee's face, or all; at once and next time."""
        self.simple = simple
        self.ports.platform.remember("simple", "yes" if simple else "")

    def be_called(self, page: ft.Page, key: str) -> None:
        """The app's name on this device, at once and next time (app/domain/app_names.py)."""
        self.ports.platform.remember("called", key)
        page.title = app_name(key)
        page.update()

    def wear(self, page: ft.Page, theme: str) -> None:
        """Light, dark, or as the device."""
        self.theme = theme
        self.ports.platform.remember("theme", theme)
        page.theme_mode = THEMES.get(theme, ft.ThemeMode.SYSTEM)
        page.update()


THEMES = {"light": ft.ThemeMode.LIGHT, "dark": ft.ThemeMode.DARK}


def dress(page: ft.Page, words: Words) -> None:
    """Language and direction of the whole page; Flutter's own pickers follow."""
    drawn = sorted({each.pickers or each.dates for each in LANGUAGES})
    page.locale_configuration = ft.LocaleConfiguration(
        supported_locales=[_locale(each) for each in drawn],
        current_locale=_locale(words.language.pickers or words.language.dates),
    )
    page.rtl = words.rtl
    page.update()


def _locale(code: str) -> ft.Locale:
    language, _, country = code.partition("_")
    return ft.Locale(language, country or None)


SessionContext: Any = ft.create_context(None)


def use_session() -> Session:
    """The session around this screen; draws again when it changes."""
    session: Session = ft.use_context(SessionContext)
    ft.use_state(session)
    return session


def use_told() -> Told:
    """What the logs say to her; draws again when they say something else."""
    told: Told = ft.use_context(SessionContext).told
    ft.use_state(told)
    return told


def use_synced() -> Syncing:
    """How the last sync went; draws again after each, and not when one begins."""
    syncing: Syncing = ft.use_context(SessionContext).syncing
    _times, again = ft.use_state(0)
    stop: Any = ft.use_ref(None)

    def told(_sender: object, field_name: str | None) -> None:
        if field_name != "running":
            again(lambda times: times + 1)

    def begin() -> None:
        stop.current = syncing.subscribe(told)  # type: ignore[attr-defined]  # Flet makes it observable

    ft.use_effect(begin, [], cleanup=lambda: stop.current and stop.current())
    return syncing


def use_words() -> Words:
    session: Session = ft.use_context(SessionContext)
    return session.words


def use_ports() -> Ports:
    session: Session = ft.use_context(SessionContext)
    return session.ports


def use_live(read: Callable[[], T], *tables: type) -> T:
    """What `read` gives now; read and drawn again after every commit to one of the tables, here or by sync."""
    store = use_ports().store
    _times, again = ft.use_state(0)
    stop: Any = ft.use_ref(None)

    def begin() -> None:
        stop.current = store.watch(tables, lambda *_: again(lambda times: times + 1))

    ft.use_effect(begin, [], cleanup=lambda: stop.current and stop.current())
    return read()


def go(path: str) -> None:
    """To another screen."""
    ft.context.page.navigate(path)
