"""Of several phones of hers the one that was lost can be told from the others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.journeys.phones import Phone as Known
from app.journeys.phones import all_phones
from app.journeys.readmit import readmit
from app.keys.enrolment import sign_in
from app.keys.keyring import Keyring
from sync.codes import Tip
from sync.entry import Entry
from tests.world import MORNING, Organisation, Phone, run

DAY = MORNING.date()


def another(org: Organisation, name: str) -> Phone:
    """One more phone of the worker's."""
    phone = org.world.phone(name)
    phone.join(run(readmit(org.worker.ports, person=org.worker.ports.me.person)))
    org.world.sync_all()
    return phone


def hers(asking: Phone, org: Organisation) -> dict[bytes, Known]:
    return {one.device: one for one in run(all_phones(asking.ports))[org.worker.ports.me.person]}


def test_each_phone_is_told_with_the_day_it_came(org: Organisation) -> None:
    org.world.later(days=3)
    second = another(org, "the second")
    org.world.later(days=4)
    third = another(org, "the third")

    days = [DAY, DAY + timedelta(days=3), DAY + timedelta(days=7)]
    for asking in (org.worker, second, third, org.coordinator):
        assert [one.came_on for one in hers(asking, org).values()] == days
    assert [one.came_on for one in run(all_phones(org.coordinator.ports))[org.coordinator.ports.me.person]] == [DAY]


def test_a_phone_that_came_with_an_older_app_has_no_day(org: Organisation, monkeypatch: pytest.MonkeyPatch) -> None:
    def older(keyring: Keyring, once_seed: bytes, tip: Tip, grant: bytes, *, came_on: date) -> Entry:
        return sign_in(keyring, once_seed, tip, grant)

    monkeypatch.setattr("app.journeys.joining.sign_in", older)
    second = another(org, "the second")
    assert hers(org.worker, org)[second.ports.keyring.device].came_on is None


def test_the_day_is_sealed(org: Organisation) -> None:
    org.world.later(days=3)
    another(org, "the second")
    assert (DAY + timedelta(days=3)).isoformat().encode() not in org.world.hub_disk()
