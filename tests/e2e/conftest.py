"""One built app and one made-up organisation for all walks; every walk has its own copy, hub, wire and phones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from build.pwa.__main__ import make_page, own_version
from build.pwa.places import OUT
from tests.e2e.browser import Phone, phones
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation, make_organisation
from tests.e2e.person import Person
from tests.e2e.reception import NewPhone, Reception, settled
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


@pytest.fixture(scope="session")
def reception(made: Path, pwa: Path, tmp_path_factory: pytest.TempPathFactory) -> Reception:
    """Where people are let in, each once in each language."""
    reception = Reception(made, pwa, tmp_path_factory.mktemp("reception"))
    with phones() as new_phone:
        reception.open_once(partial(new_phone, calm=True))
    return reception


@pytest.fixture
def organisation(made: Path, pwa: Path, reception: Reception, tmp_path: Path) -> Iterator[Organisation]:
    folder = tmp_path / "organisation"
    shutil.copytree(made, folder)
    with RunningHub(folder, pwa) as running, Wire(running.url, reception.port) as wire:
        yield Organisation(folder, running, wire)


@pytest.fixture
def browsers(reception: Reception) -> Iterator[NewPhone]:
    """After the reception, which has had browsers of its own: two Playwrights do not go in one thread."""
    with phones() as made_phone:
        yield partial(made_phone, calm=True)


@pytest.fixture
def new_phone(browsers: NewPhone, reception: Reception, tmp_path: Path) -> NewPhone:
    """Starts a browser by name; `fresh`: it was never at our address."""

    def started(name: str = "phone", *, fresh: bool = False, **how: Any) -> Phone:
        folder = tmp_path / name
        return browsers(folder if fresh or folder.exists() else reception.opened_once(folder), **how)

    return started


@pytest.fixture
def sofie(
    organisation: Organisation, reception: Reception, browsers: NewPhone, new_phone: NewPhone, tmp_path: Path
) -> Person:
    """Sofie on an ordinary day: her phone is on, the app is not open yet."""
    reception.fill(organisation, ["sofie"], "da", tmp_path, browsers)
    return Person(new_phone("sofie"), address=organisation.wire.url + "/")


@pytest.fixture
def join(
    organisation: Organisation, reception: Reception, browsers: NewPhone, new_phone: NewPhone, tmp_path: Path
) -> LetIn:
    """People who were let in, with everything fetched, their PIN just typed; called once, with their keys."""

    def joined(*keys: str, language: str = "da") -> list[Person]:
        reception.fill(organisation, keys, language, tmp_path, browsers)
        address = organisation.wire.url + "/"
        return [settled(Person(new_phone(key), language, address).again(), key) for key in keys]

    return joined
