"""The room that attachments take: told to who runs the hub, and a count that is off is found."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from sync.entry import space_of
from sync.hub.app import hub
from sync.hub.desk import check, status
from sync.hub.store import Away
from tests.hub.chunks import put
from tests.hub.conftest import Organisation

TOKEN = "sixteen letters and more"


def figures(organisation: Organisation) -> str:
    """What /metrics shows."""

    async def shown() -> str:
        app = httpx.ASGITransport(hub(organisation.hub.store, metrics=TOKEN))
        async with httpx.AsyncClient(transport=app, base_url="https://hub.test") as http:
            return (await http.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})).text

    return asyncio.run(shown())


def test_how_many_bytes_attachments_take_is_told(organisation: Organisation) -> None:
    karen, store = organisation.karen, organisation.hub.store
    assert status(store, {})["attachment_bytes"] == 0
    for space, sealed in ((space_of(organisation.area, 0), b"of the area"), (space_of(organisation.file, 1), b"file")):
        put(karen, space, sealed)

    assert status(store, {})["attachment_bytes"] == 15
    assert "brobygger_hub_attachment_bytes 15.0" in figures(organisation)


def test_a_database_that_is_away_hides_no_other_figure(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise Away("gone")

    monkeypatch.setattr(type(organisation.hub.store), "read", away)

    shown = figures(organisation)
    assert "brobygger_hub_attachment_bytes NaN" in shown
    assert "brobygger_hub_waiting 0.0" in shown


def test_a_count_for_which_phones_would_be_refused_is_found(organisation: Organisation) -> None:
    space, store = space_of(organisation.area, 0), organisation.hub.store
    put(organisation.karen, space, b"15 bytes of it.")
    assert check(store, {}) == {"wrong": []}

    with store.write() as sql:
        sql("UPDATE space SET stored = 999999999999 WHERE space = ?", space)

    assert check(store, {}) == {"wrong": [f"space {space.hex()[:8]} counts 999999999999 bytes of chunks and has 15"]}
