"""What a person had on her screens is in no memory once she locked."""

from __future__ import annotations

import gc

import pytest

from app.journeys.closing import shut_out
from app.journeys.readmit import GiveBack, readmit
from app.journeys.recovery import make_sheets
from app.journeys.sheets_told import SheetsTold
from app.keys.held import HeldCircle
from app.keys.keyring import Keyring
from app.records import Record
from app.storage.store import Store
from sync.journal import Journal
from tests.leaving import person
from tests.screen import Screen
from tests.views.conftest import show
from tests.world import Organisation, run

OF_HERS = (Keyring, HeldCircle, Store, Journal, Record, GiveBack, SheetsTold)


@pytest.fixture
def of_others() -> list[object]:
    """What tests before this one left in this process; kept, so that nothing of hers gets its place in memory."""
    return everything()


def everything() -> list[object]:
    """Of types alone, for a weak proxy says that it is what it stands for."""
    gc.collect()
    return [one for one in gc.get_objects() if issubclass(type(one), OF_HERS)]


def test_after_the_lock_no_key_no_record_and_no_name_is_left(of_others: list[object], org: Organisation) -> None:
    theirs = {id(one) for one in of_others}

    def held() -> set[str]:
        return {type(one).__name__ for one in everything() if id(one) not in theirs}

    again = run(readmit(org.coordinator.ports, person=person(org.worker)))
    org.world.phone("Sofies nye").join(again)
    run(shut_out(org.coordinator.ports, person(org.worker), org.worker.ports.keyring.device))
    run(make_sheets(org.coordinator.ports))
    org.world.sync_all()
    for phone in org.world.phones.values():
        if phone is not org.mentor:
            phone.lock()

    async def walk(screen: Screen) -> None:
        for path in ("/", "/meetings", "/more", "/more/team"):
            await screen.go(path)
        assert screen.app.told.back
        assert screen.app.told.sheets
        assert held() >= {"Keyring", "HeldCircle", "Store", "Journal", "GiveBack", "SheetsTold"}
        await screen.app.lock()
        await screen.settle()
        assert held() == set()

    show(org.mentor, walk)
