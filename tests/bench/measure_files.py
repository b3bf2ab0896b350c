"""A worker with 800 files: opening the app with them and without, and losing a mentor who stands in 400 of them."""

from __future__ import annotations

import shutil
import statistics
import time
from pathlib import Path

from app.domain.roles import MENTOR
from app.journeys.closing import shut_out
from app.records import Contact
from tests.bench.filling import fill
from tests.bench.many_files import SHARED, known_as, open_files, write_in_each
from tests.bench.measure_native import CONTACTS
from tests.world import Phone, World, run

TIMES = 9


def measure(_folder: Path) -> dict[str, float]:
    """On CPython, a real hub in process."""
    with World() as world:
        worker = world.found()
        mentor = world.bring_in(worker, "Maja", MENTOR)
        worker.sync()
        fill(worker.ports, CONTACTS)
        worker.sync()
        before = _twin(worker)
        run(open_files(worker.ports, known_as(worker.ports, "Maja")))
        worker.sync()
        numbers = _opening(worker, before)
        mentor.sync()
        write_in_each(mentor.ports)
        mentor.sync()
        worker.sync()
        began = time.perf_counter()
        shut = run(shut_out(worker.ports, mentor.ports.me.person))
        took = time.perf_counter() - began
        assert (shut.done, shut.left) == (SHARED + 2, 0), shut
        return {**numbers, "loss_400_native_s": took}


def _twin(phone: Phone) -> Phone:
    """The same profile as it is now, in a folder of its own."""
    folder = phone.folder.with_name("before")
    phone.lock()
    shutil.copytree(phone.folder, folder)
    phone.unlock()
    return phone.world.device(phone.name, folder)


def _opening(worker: Phone, before: Phone) -> dict[str, float]:
    """In turn, so that a busy machine is as busy for the one as for the other; the medians, of pairs for the ratio."""
    took: dict[Phone, list[float]] = {worker: [], before: []}
    for _ in range(TIMES):
        for phone, each in took.items():
            phone.kill()
            began = time.perf_counter()
            phone.unlock()
            each.append(time.perf_counter() - began)
            assert phone.store.count(Contact) == CONTACTS
    ratios = [with_files / without for with_files, without in zip(took[worker], took[before], strict=True)]
    return {"unlock_800_files_s": statistics.median(took[worker]), "unlock_800_files_ratio": statistics.median(ratios)}
