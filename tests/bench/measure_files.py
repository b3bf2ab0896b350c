"""A worker with 800 files: opening the app with them and without, and losing a mentor who stands in 400 of them."""

from __future__ import annotations

import time
from pathlib import Path

from app.domain.roles import FILE_RUNGS, MENTOR
from app.journeys.closing import shut_out
from app.journeys.people import people
from app.keys.enrolment import Card, found_circle, grant_rung
from app.records import Mentee
from sync.log import Log, Root, space_of
from tests.bench.filling import fill
from tests.bench.measure_native import CONTACTS, unlocking
from tests.world import Phone, World, run

FILES = 800
SHARED = 400


def measure(_folder: Path) -> dict[str, float]:
    """On CPython, a real hub in process."""
    with World() as world:
        worker = world.found()
        mentor = world.bring_in(worker, "Maja", MENTOR)
        worker.sync()
        fill(worker.ports, CONTACTS)
        worker.sync()
        without = unlocking(worker)
        open_files(worker, mentor)
        worker.sync()
        mentor.sync()
        mentor.sync()
        took = unlocking(worker)
        numbers = {"unlock_800_files_s": took, "unlock_800_files_ratio": took / without}
        began = time.perf_counter()
        shut = run(shut_out(worker.ports, mentor.ports.me.person))
        took = time.perf_counter() - began
        assert (shut.done, shut.left) == (SHARED + 2, 0), shut
        return {**numbers, "loss_400_native_s": took}


def open_files(worker: Phone, mentor: Phone) -> None:
    """As the journey opens one, 800 times in one go; the mentor stands in every other."""
    ports = worker.ports
    keyring, journal, me = ports.keyring, ports.store.journal, ports.keyring.me
    known = next(one for one in people(ports) if one.person == mentor.ports.me.person)
    root = Root(frozenset({keyring.device}))
    circles: list[bytes] = []
    with journal.transaction():
        for number in range(FILES):
            card = Card(me.name, me.role, me.picture)
            first, held = found_circle(keyring, kind="file", name=f"Fil {number}", card=card, rungs=len(FILE_RUNGS))
            keyring.hold(held)
            journal.offer_entry(first)
            circles.append(held.circle)
            if number % 2:
                continue
            told = Log.follow([first], verify=None, root=root)
            entry = grant_rung(keyring, told, person=known.person, rung=0, card=known.card, devices=known.devices)
            journal.offer_entry(entry)
        keyring.keep()
    run(ports.store.refresh((), set(circles)))
    with ports.store.write() as tx:
        for number, circle in enumerate(circles):
            case = space_of(circle, FILE_RUNGS.index("case")).hex()
            tx.add(Mentee(id=ports.new_row(), space=case, name=f"Kvinde {number}"))
