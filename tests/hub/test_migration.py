"""A hub's database of an earlier version is taken over with everything in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sync.hub.schema import VERSION
from sync.hub.store import HubStore, NotAHub
from tests.hub.conftest import Organisation
from tests.hub.phones import row

BACK_TO_1 = """
ALTER TABLE seat DROP COLUMN closed; ALTER TABLE device DROP COLUMN heard; ALTER TABLE invitation DROP COLUMN device;
DROP TABLE late; DROP TABLE erased;
DROP TABLE waiting; DROP TABLE heard; DROP TABLE again; UPDATE hub SET schema = 1;
"""


def test_a_database_of_version_1_goes_on_working(organisation: Organisation) -> None:
    hub, karen, area = organisation.hub, organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    karen.push(area, 0, (row("one"), b"one"))
    hub.close()
    with sqlite3.connect(hub.path) as old:
        old.executescript(BACK_TO_1)
    old.close()

    hub.open()

    mia.login()
    mia.sync_all()
    assert mia.bodies() == {b"one"}
    with hub.store.read() as sql:
        assert sql("SELECT schema FROM hub") == [(VERSION,)]
        assert sql("SELECT count(*) FROM late") == [(0,)]


def test_a_database_of_a_newer_hub_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    HubStore(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE hub SET schema = 99")
    newer.close()
    with pytest.raises(NotAHub):
        HubStore(path)
