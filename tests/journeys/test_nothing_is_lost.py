"""Whatever is cut off, and wherever: what was acknowledged is there afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.journeys.contacts import log_contact
from app.journeys.sync import sync_now
from app.ports import NotKept
from app.records import Contact
from sync.errors import Malformed, SyncError, Unreachable
from tests.world import Organisation, Phone, run


def save(phone: Phone, name: str = "Ali") -> Contact:
    return log_contact(phone.ports, row=phone.ports.new_row(), name=name)


def names(phone: Phone) -> set[str]:
    return {contact.name for contact in phone.store.find(Contact)}


@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_process_killed_in_the_middle_of_saving_loses_nothing_acknowledged(org: Organisation, after: int) -> None:
    phone = org.worker
    space, profile = phone.store.space("area"), phone.ports.platform.profiles()[0]
    phone.lock()
    args = [sys.executable, "-m", "tests.journeys.saver", str(phone.folder), profile.id, phone.pin, space]
    args.append(str(org.world.now_ms))
    with subprocess.Popen(args, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as saver:
        assert saver.stdout
        kept = [saver.stdout.readline().decode().strip() for _ in range(after)]
        os.kill(saver.pid, signal.SIGKILL)
        kept += saver.stdout.read().decode().split("\n")[:-1]  # said while the signal was on its way
    phone.unlock()
    found = {contact.id for contact in phone.store.find(Contact)}
    assert set(kept) <= found
    assert len(found) <= len(kept) + 1  # the one that was kept and not yet said
    phone.sync()
    org.coordinator.sync()
    assert {contact.id for contact in org.coordinator.store.find(Contact)} == found


def test_a_full_phone_says_so_and_keeps_what_it_had(org: Organisation) -> None:
    phone = org.worker
    save(phone, "before")
    journal = phone.store.journal
    pages = journal.run("PRAGMA page_count").fetchone()[0]
    journal.run(f"PRAGMA max_page_count={pages}")
    kept = {"before"}

    def fill() -> None:
        for number in range(5_000):
            name = f"{number} " * 30
            save(phone, name)
            kept.add(name.strip())

    with pytest.raises(NotKept):
        fill()
    assert names(phone) == kept
    phone.kill()
    phone.unlock()
    assert names(phone) == kept
    phone.sync()
    org.coordinator.sync()
    assert names(org.coordinator) == kept


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_lost_or_half_answer_loses_and_doubles_nothing(org: Organisation, part: float) -> None:
    save(org.worker)
    org.worker.wire.spoil = lambda _path, answer: answer[: int(len(answer) * part)]
    with pytest.raises(SyncError):
        org.worker.sync()
    assert names(org.worker) == {"Ali"}
    org.worker.wire.spoil = None
    org.worker.sync()
    org.coordinator.sync()
    assert names(org.coordinator) == {"Ali"}
    assert org.worker.store.waiting().things == 0


@pytest.mark.parametrize("garbage", [b"", b"\x00", b"<html>captive portal</html>", b"\x93\x01\x00\xc0", b"\xff" * 1000])
def test_a_hub_that_answers_garbage_is_not_believed(org: Organisation, garbage: bytes) -> None:
    save(org.worker)
    org.worker.wire.spoil = lambda *_: garbage
    with pytest.raises(Malformed):
        org.worker.sync()
    org.worker.wire.spoil = None
    org.worker.sync()
    assert org.worker.store.waiting().things == 0


def test_without_a_network_it_says_so_and_waits(org: Organisation) -> None:
    org.worker.cut()
    save(org.worker)
    with pytest.raises(Unreachable):
        org.worker.sync()
    assert org.worker.store.waiting().things == 1
    since = org.worker.store.waiting().since
    assert since
    assert int(since.timestamp() * 1000) == org.world.now_ms


def test_what_came_before_the_line_broke_is_shown(org: Organisation) -> None:
    for number in range(5):
        save(org.worker, str(number))
    org.worker.sync()
    save(org.coordinator, "mine")
    answers = iter([True, False])

    def once(path: str, answer: bytes) -> bytes:
        return answer if path != "/sync" or next(answers, False) else b""

    org.coordinator.wire.spoil = once
    try:
        org.coordinator.sync()
    except SyncError:
        org.coordinator.wire.spoil = None
        org.coordinator.sync()
    assert names(org.coordinator) >= {str(number) for number in range(5)}


def test_locking_in_the_middle_of_a_sync_cuts_it_off(org: Organisation) -> None:
    save(org.worker)

    def lock_now(_path: str, answer: bytes) -> bytes:
        store = org.worker.store
        org.worker.ports.locked()
        store.close()
        store.journal.connection.close()
        return answer

    org.worker.wire.spoil = lock_now
    run(sync_now(org.worker.ports))
    org.worker.wire.spoil = None
    org.worker.unlock()
    assert names(org.worker) == {"Ali"}
    org.worker.sync()
    assert org.worker.store.waiting().things == 0
