"""People let in once for all walks that begin with them: the organisation and their browsers as they were then.

A phone that is new to somebody has opened the page once before, so that walks need not fetch the app and make its
snapshot again and again; that both go well on a browser's very first day is for tests/pwa to show.

A browser keeps what it keeps by address, so all walks of one process are at one port.
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from tests.e2e.browser import Phone
from tests.e2e.hub import RunningHub
from tests.e2e.organisation import Organisation
from tests.e2e.person import Person
from tests.e2e.wire import Wire

NewPhone = Callable[..., Phone]
SNAPSHOT_MADE = "performance.getEntriesByName('snapshot-made').length > 0"
HERS = "amina"
"""Her letter has no badge that says that everything is there."""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Reception:
    """`made`: the folder of the organisation before anybody came; in `room` lies one copy for each language."""

    made: Path
    pwa: Path
    room: Path
    port: int = field(default_factory=_free_port)
    _here: set[tuple[str, str]] = field(default_factory=set)

    def open_once(self, new: NewPhone) -> None:
        """Before anybody comes: a browser that has been at our address, to copy."""
        with RunningHub(self.room / "nobody", self.pwa) as running, Wire(running.url, self.port) as wire:
            phone = new(self.room / "opened").open(wire.url + "/")
            phone.until(SNAPSHOT_MADE, "the snapshot", 120)
            phone.close()

    def opened_once(self, folder: Path) -> Path:
        """A browser that has been at our address lies in this folder, closed, and nobody was let in."""
        shutil.copytree(self.room / "opened", folder, symlinks=True)
        return folder

    def fill(self, walk: Organisation, keys: Sequence[str], language: str, folder: Path, new: NewPhone) -> None:
        """The walk goes on from where these are in; their browsers, closed, lie in `folder`. Its hub runs."""
        walk.hub.kill()
        here = self.room / language
        if not here.exists():
            shutil.copytree(self.made, here / "organisation")
        try:
            self._let_in([key for key in keys if (language, key) not in self._here], language, walk.wire, new)
        except BaseException:
            self._give_up(language)
            raise
        shutil.rmtree(walk.folder)
        left = shutil.ignore_patterns("*.desk")  # by the hub that was killed
        shutil.copytree(here / "organisation", walk.folder, ignore=left)
        for key in keys:
            shutil.copytree(here / key, folder / key, symlinks=True)
        walk.hub.start()
        walk.wire.lead_to(walk.hub.url)
        walk.wire.passed.clear()

    def _give_up(self, language: str) -> None:
        """Whoever comes next is let in from the beginning: a browser that died may have left somebody half in."""
        self._here = {(spoken, key) for spoken, key in self._here if spoken != language}
        (self.room / language).rename(Path(mkdtemp(prefix="given-up-", dir=self.room)))

    def _let_in(self, keys: Sequence[str], language: str, wire: Wire, new: NewPhone) -> None:
        here = self.room / language
        running = RunningHub(here / "organisation", self.pwa)
        links = {key: Organisation(here / "organisation", running, wire).link(key) for key in keys}
        for key, link in links.items():
            with running:
                wire.lead_to(running.url)
                phone = new(self.opened_once(here / key))
                settled(Person(phone, language).begin(link), key)
                phone.close()
            self._here.add((language, key))


def settled(person: Person, key: str) -> Person:
    """Everything of hers is there."""
    return person.settled() if key == HERS else person.synced()
