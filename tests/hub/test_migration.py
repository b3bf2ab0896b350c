"""A hub's database of an earlier version is taken over with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.entry import space_of
from sync.hub.schema import VERSION
from sync.hub.serve import open_store
from sync.hub.store import NotAHub
from tests.hub.chunks import get, put
from tests.hub.conftest import Organisation
from tests.hub.phones import row

BACK_TO_1 = """
ALTER TABLE seat DROP COLUMN closed; ALTER TABLE device DROP COLUMN heard; ALTER TABLE invitation DROP COLUMN device;
DROP TABLE late; DROP TABLE erased;
DROP TABLE waiting; DROP TABLE heard; DROP TABLE again; DROP TABLE audit;
DROP TABLE chunk; ALTER TABLE space DROP COLUMN stored; UPDATE hub SET schema = 1;
"""


def test_a_database_of_version_1_goes_on_working(organisation: Organisation) -> None:
    hub, karen, area = organisation.hub, organisation.karen, organisation.area
    mia = organisation.member((area, 0, 0))
    karen.push(area, 0, (row("one"), b"one"))
    with hub.store.write() as sql:
        for statement in BACK_TO_1.split(";"):
            sql(statement)

    hub.again()

    mia.login()
    mia.sync_all()
    assert mia.bodies() == {b"one"}
    with hub.store.read() as sql:
        assert sql("SELECT schema FROM hub") == [(VERSION,)]
        assert sql("SELECT count(*) FROM late") == [(0,)]
    name = put(mia, space_of(area, 0), b"a chunk")
    assert get(karen, space_of(area, 0), name) == b"a chunk"


def test_a_database_of_a_newer_hub_is_left_alone(database: Path | str) -> None:
    with open_store(database) as store, store.write() as sql:
        sql("UPDATE hub SET schema = 99")
    with pytest.raises(NotAHub):
        open_store(database)
