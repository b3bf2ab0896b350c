"""One built app and one made-up organisation for all walks; every walk has its own copy, hub, wire and phones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation, make_organisation
from tests.e2e.person import Person
from tests.e2e.wire import Wire

LetIn = Callable[..., list[Person]]


@pytest.fixture(scope="session")
def pwa() -> Path:
    """The app as a page; built only when something it is made of changed."""
    make_page(OUT / "pwa", own_version())
    return OUT / "pwa"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the organisation as it was made; to copy, not to open."""
    folder = tmp_path_factory.mktemp("organisation") / "demo"
    make_organisation(folder)
    return folder


@pytest.fixture
def organisation(made: Path, pwa: Path, tmp_path: Path) -> Iterator[Organisation]:
    folder = tmp_path / "organisation"
    shutil.copytree(made, folder)
    with RunningHub(folder, pwa) as running, Wire(running.url) as wire:
        yield Organisation(folder, running, wire)


@dataclass(frozen=True)
class Enrolled:
    """Sofie's browser after she joined, closed, and the organisation as it was then.

    A browser keeps what it keeps by address, so the port stays.
    """

    profile: Path
    folder: Path
    port: int


@pytest.fixture(scope="session")
def enrolled(made: Path, pwa: Path, tmp_path_factory: pytest.TempPathFactory) -> Enrolled:
    """Sofie, let in once for all tests that begin with her; to copy, not to open."""
    here = tmp_path_factory.mktemp("enrolled")
    folder = here / "organisation"
    shutil.copytree(made, folder)
    running = RunningHub(folder, pwa)
    with phones() as new, Wire("") as wire:
        link = Organisation(folder, running, wire).link("sofie")
        with running:
            wire.lead_to(running.url)
            sofie = Person(new(here / "sofie")).begin(link).synced()
            sofie.again().synced()  # the second start finds a snapshot, as on every day but the first
            sofie.phone.close()
        return Enrolled(here / "sofie", folder, wire.port)


@pytest.fixture
def her_organisation(enrolled: Enrolled, pwa: Path, tmp_path: Path) -> Iterator[Organisation]:
    folder = tmp_path / "organisation"
    shutil.copytree(enrolled.folder, folder, ignore=shutil.ignore_patterns("*.desk"))  # of the hub that was killed
    with RunningHub(folder, pwa) as running, Wire(running.url, enrolled.port) as wire:
        yield Organisation(folder, running, wire)


@pytest.fixture
def sofie(
    enrolled: Enrolled, her_organisation: Organisation, new_phone: Callable[..., Phone], tmp_path: Path
) -> Person:
    """Sofie on an ordinary day: her phone is on, the app is not open yet."""
    shutil.copytree(enrolled.profile, tmp_path / "sofie", symlinks=True)
    return Person(new_phone("sofie"), address=her_organisation.wire.url + "/")


@pytest.fixture
def new_phone(tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    with phones() as made_phone:
        yield lambda name="phone", **how: made_phone(tmp_path / name, **how)


@pytest.fixture
def join(organisation: Organisation, new_phone: Callable[..., Phone]) -> LetIn:
    """People let in, with a PIN, everything fetched; called with their keys and perhaps a language."""

    def joined(*keys: str, language: str = "da") -> list[Person]:
        organisation.hub.kill()
        links = [organisation.link(key) for key in keys]
        organisation.hub.start()
        people = []
        for key, link in zip(keys, links, strict=True):
            person = Person(new_phone(key), language).begin(link)
            people.append(person.settled() if key == "amina" else person.synced())  # her letter has no badge
        return people

    return joined
