"""A small app built as a page, a hub that hands it out, and phones on which somebody has begun already."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from build.pwa.__main__ import make_page
from build.pwa.places import CACHE, OUT
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub

TINY = Path(__file__).parent / "tiny"
PIN = "123456"
WHOLE = (
    "caches.keys().then(async (names) => (await Promise.all(names.filter((name) => name.startsWith('app-'))"
    ".map(async (name) => (await caches.open(name)).match('/__files')))).some(Boolean))"
)


@dataclass
class Begun:
    """What the first start left: a browser's profile with one person, a snapshot and a version kept whole."""

    profile: Path
    said: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def tiny() -> Path:
    """Version 1.0.0 of the small app; built once, and again only when something it is made of changed."""
    make_page(OUT / "tiny1", "1.0.0", TINY)
    return OUT / "tiny1"


@pytest.fixture(scope="session")
def tiny_newer() -> Path:
    """Version 2.0.0 of it: only our own code differs."""
    code = CACHE / "tiny2-code"
    shutil.rmtree(code, ignore_errors=True)
    shutil.copytree(TINY, code)
    with (code / "app" / "main.py").open("a") as main:
        main.write("\n\nNEWER = True\n")
    make_page(OUT / "tiny2", "2.0.0", code)
    return OUT / "tiny2"


@pytest.fixture(scope="session")
def one_hub(tmp_path_factory: pytest.TempPathFactory, tiny: Path) -> Iterator[RunningHub]:
    with RunningHub(tmp_path_factory.mktemp("hub"), tiny) as running:
        yield running


@pytest.fixture
def hub(one_hub: RunningHub, tiny: Path) -> Iterator[RunningHub]:
    """The same address for all tests; a test may kill it, or let it hand out another folder."""
    yield one_hub
    one_hub.kill()
    one_hub.pwa = tiny
    one_hub.start()


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory, one_hub: RunningHub) -> Begun:
    first = Begun(tmp_path_factory.mktemp("begun") / "profile")
    with phones() as made:
        phone = made(first.profile, locale="en-GB")
        phone.page.on("console", lambda line: first.said.append(line.text))
        begin(phone, one_hub.url)
        wait_for_mark(phone, "snapshot-made")
        phone.until(WHOLE, "a version kept whole", 60)
        phone.close()
        first.foreign += phone.foreign
    return first


@pytest.fixture
def new_phone(tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """A phone that has never been here, or a copy of one that has."""
    with phones() as made:

        def make(name: str = "karen", *, like: Path | None = None, locale: str = "en-GB") -> Phone:
            if like is not None:
                shutil.copytree(like, tmp_path / name, ignore=shutil.ignore_patterns("Singleton*"))
            return made(tmp_path / name, locale=locale, calm=True)

        yield make


@pytest.fixture
def phone(new_phone: Callable[..., Phone], begun: Begun, hub: RunningHub) -> Phone:
    """The second start of somebody who has begun: unlocked, nothing kept yet."""
    return again(new_phone(like=begun.profile), hub.url)


def begin(phone: Phone, url: str) -> Phone:
    """The first start: one profile, an empty journal."""
    phone.open(url).tap("button", "Begin")
    return phone.sees("taps 0")


def again(phone: Phone, url: str) -> Phone:
    """The page once more, unlocked."""
    phone.open(url, semantics=False).pin(PIN)
    return phone.sees("taps")


def wait_for_mark(phone: Phone, name: str, patience_s: float = 60) -> None:
    phone.until(f"performance.getEntriesByName('{name}').length > 0", f"the mark {name!r}", patience_s)
