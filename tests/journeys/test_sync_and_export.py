"""What a person is told of her sync, and what she can take with her."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable

import pytest

from app.domain.roles import WORKER
from app.journeys.contacts import log_contact
from app.journeys.export import export_unsent
from app.journeys.sync import SyncReport, sync_now
from app.records import Contact, tables
from app.storage.rows import Rows
from app.storage.voices import Told
from app.storage.writing import RowKey
from tests.world import Organisation, World, run


def test_an_idle_sync_is_one_turn_and_changes_nothing(org: Organisation) -> None:
    before = len(org.worker.wire.paths())
    told: list[str] = []
    org.worker.store.watch(tables().values(), lambda: told.append("told"))
    assert org.worker.sync() == SyncReport()
    assert org.worker.wire.paths()[before:] == ["/sync"]
    assert told == []


def test_the_report_counts_and_screens_hear_of_it_once(org: Organisation) -> None:
    for name in ("a", "b"):
        log_contact(org.worker.ports, row=org.worker.ports.new_row(), name=name)
    assert org.worker.sync().pushed == 2
    told: list[str] = []
    org.coordinator.store.watch([Contact], lambda: told.append("told"))
    assert org.coordinator.sync().pulled == 2
    assert told == ["told"]


def test_two_syncs_at_once_run_one_after_the_other(org: Organisation) -> None:
    log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="Ali")

    async def both() -> list[SyncReport]:
        return list(await asyncio.gather(sync_now(org.worker.ports), sync_now(org.worker.ports)))

    assert sorted(report.pushed for report in run(both())) == [0, 1]


def test_what_is_unsent_can_be_taken_along_readable(org: Organisation) -> None:
    org.worker.cut()
    kept = log_contact(org.worker.ports, row=org.worker.ports.new_row(), name="أمينة Østergård", note="se")
    name, content = run(export_unsent(org.worker.ports))
    assert name == "brobygger-2026-03-02.json"
    (entry,) = json.loads(content)["unsent"]
    assert (entry["noun"], entry["row"], entry["where"]) == ("contact", kept.id, "area")
    assert entry["fields"] == {"name": "أمينة Østergård", "note": "se", "met_on": "2026-03-02"}
    assert "Østergård".encode() in content
    org.worker.mend()
    org.worker.sync()
    assert json.loads(run(export_unsent(org.worker.ports))[1])["unsent"] == []


def test_who_joins_makes_no_other_phone_read_all_its_rows_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    karen = world.found()
    for name in ("Fatima", "Hodan", "Amina"):
        log_contact(karen.ports, row=karen.ports.new_row(), name=name)
    karen.sync()
    read: list[RowKey] = []
    put = Rows.put

    def counting(rows: Rows, told: Iterable[Told], *, fresh: bool = False) -> set[str]:
        told = list(told)
        read.extend(key for key, _ in told)
        return put(rows, told, fresh=fresh)

    monkeypatch.setattr(Rows, "put", counting)

    sofie = world.bring_in(karen, "Sofie", WORKER)
    karen.sync()

    assert sofie.store.count(Contact) == 3
    assert len(read) == 3  # on hers alone
