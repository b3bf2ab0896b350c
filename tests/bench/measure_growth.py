"""What a sync costs as a phone fills: ten changes, and nothing at all, among more rows and among more circles.

Milliseconds of processor, phone and hub together in one process, median of 7; bytes are the bodies both ways.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.roles import FILE_RUNGS
from app.keys.enrolment import Card, found_circle
from app.records import Contact, Mentee
from sync.entry import space_of
from tests.bench.filling import fill
from tests.world import Phone, World, run

ROWS = (1_000, 10_000, 100_000)
CIRCLES = (1, 80, 800)
TIMES = 7
CHANGES = 10


def measure(_folder: Path) -> dict[str, float]:
    """`grow_ten_…`: ten changes are pushed; `grow_idle_…`: there is nothing to say."""
    numbers: dict[str, float] = {}
    for rows in ROWS:
        with World() as world:
            phone = world.found()
            fill(phone.ports, rows)
            numbers |= _costs(phone, f"{rows // 1000}k_rows")
    for circles in CIRCLES:
        with World() as world:
            phone = world.found()
            fill(phone.ports, CHANGES)
            open_circles(phone, circles)
            numbers |= _costs(phone, f"{circles}_circles")
    return numbers


def open_circles(phone: Phone, how_many: int) -> None:
    """So many files beside the area, with a row in each."""
    ports, opened = phone.ports, set[bytes]()
    me = ports.keyring.me
    with ports.store.journal.transaction():
        for number in range(how_many):
            card = Card(me.name, me.role, me.picture)
            first, held = found_circle(ports.keyring, kind="file", name=f"File {number}", card=card, rungs=3)
            ports.keyring.hold(held)
            ports.store.journal.offer_entry(first)
            opened.add(held.circle)
        ports.keyring.keep()
    run(ports.store.refresh((), opened))
    with ports.store.write() as tx:
        for number, circle in enumerate(opened):
            case = space_of(circle, FILE_RUNGS.index("case")).hex()
            tx.add(Mentee(id=ports.new_row(), space=case, name=f"Woman {number}"))


def _costs(phone: Phone, among: str) -> dict[str, float]:
    phone.sync()
    phone.sync()
    shown = phone.store.find(Contact, limit=CHANGES)

    def change() -> None:
        for one in shown:
            contact = phone.store.get(Contact, one.id)
            assert contact is not None
            with phone.store.write() as tx:
                tx.change(contact, phone.store.seen(contact), note=contact.note[::-1])

    numbers = {f"grow_ten_{among}_ms": _taking(phone, change), f"grow_idle_{among}_ms": _taking(phone, lambda: None)}
    change()
    sent, received = len(phone.wire.bytes_sent()), len(phone.wire.bytes_received())
    phone.sync()
    across = len(phone.wire.bytes_sent()) - sent + len(phone.wire.bytes_received()) - received
    return {**numbers, f"grow_ten_{among}_bytes": across}


def _taking(phone: Phone, before: Callable[[], None]) -> float:
    took = []
    for _ in range(TIMES):
        before()
        began = time.process_time()
        phone.sync()
        took.append((time.process_time() - began) * 1000)
    return statistics.median(took)
