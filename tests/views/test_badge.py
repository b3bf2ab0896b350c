"""The badge asks what waits when something changed, and not whenever a screen is drawn."""

from __future__ import annotations

import pytest

from sync.journal import Journal, Waiting
from sync.parcels import Parcels
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation


def test_whoever_goes_from_screen_to_screen_asks_nothing_and_a_write_is_seen_at_once(
    org: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    waiting, in_state = Journal.waiting, Parcels.in_state

    def counted(journal: Journal) -> list[Waiting]:
        asked.append("words")
        return waiting(journal)

    def photos(parcels: Parcels, state: int) -> list[object]:
        asked.append("photos")
        return list(in_state(parcels, state))  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "waiting", counted)
    monkeypatch.setattr(Parcels, "in_state", photos)

    async def walk(screen: Screen) -> None:
        await screen.settle()
        asked.clear()
        for path in ("/people", "/meetings", "/more", "/"):
            await screen.go(path)
        assert asked == []
        org.worker.cut()
        await screen.tap("log-contact")
        await screen.write("name", "Hodan")
        await screen.tap("keep")
        await screen.until(lambda: screen.sees("1 here"))

    show(org.worker, walk)
