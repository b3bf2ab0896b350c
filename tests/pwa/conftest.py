"""A small app built as a page, a hub that hands it out, and a phone that opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build.pwa.__main__ import make_page
from build.pwa.places import OUT
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub

TINY = Path(__file__).parent / "tiny"
PIN = "123456"


@pytest.fixture(scope="session")
def tiny() -> Path:
    """Version 1.0.0 of the small app; built once, and again only when something it is made of changed."""
    make_page(OUT / "tiny1", "1.0.0", TINY)
    return OUT / "tiny1"


@pytest.fixture(scope="session")
def tiny_newer() -> Path:
    """Version 2.0.0 of it: only our own code differs."""
    make_page(OUT / "tiny2", "2.0.0", TINY)
    return OUT / "tiny2"


@pytest.fixture
def hub(tmp_path: Path, tiny: Path) -> Iterator[RunningHub]:
    with RunningHub(tmp_path / "hub", tiny) as running:
        yield running


@pytest.fixture
def new_phone(tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    with phones() as made:
        yield lambda name="karen", **how: made(tmp_path / name, **{"locale": "en-GB", **how})


@pytest.fixture
def phone(new_phone: Callable[..., Phone], hub: RunningHub) -> Phone:
    """A phone on which somebody has begun: one profile, an empty journal."""
    return begin(new_phone(), hub.url)


def begin(phone: Phone, url: str) -> Phone:
    phone.open(url).tap("button", "Begin")
    phone.sees("taps 0")
    return phone


def again(phone: Phone, url: str) -> Phone:
    """The page once more, unlocked."""
    phone.open(url, semantics=False).pin(PIN)
    phone.sees("taps")
    return phone


def marks(phone: Phone) -> dict[str, float]:
    """What the page marked, in milliseconds since it began to load."""
    found = phone.ask("performance.getEntriesByType('mark').map(({name, startTime}) => [name, startTime])")
    return {str(name): float(at) for name, at in found}


def wait_for_mark(phone: Phone, name: str, patience_s: float = 60) -> None:
    phone.until(f"performance.getEntriesByName('{name}').length > 0", f"the mark {name!r}", patience_s)


def kept_whole(phone: Phone) -> None:
    """Wait until the service worker has a whole version."""
    phone.until(
        "caches.keys().then(async (names) => (await Promise.all(names.filter((name) => name.startsWith('app-'))"
        ".map(async (name) => (await caches.open(name)).match('/__files')))).some(Boolean))",
        "a version kept whole",
        60,
    )
